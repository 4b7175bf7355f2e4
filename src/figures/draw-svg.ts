import type { BoxShape, Drawing, LineShape, Shape } from './drawing.ts';
import { cornerRadius } from './drawing.ts';
import { rounded } from './shapes.ts';

/** Chinese sans-serif faces of the three systems, then whatever the reader has. */
const FONTS =
  "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif";
/** Where a line of type stands in its height: ideographs reach from −0.12 to 0.88 em. */
const BASELINE = 0.36;
const ARROW = { length: 6, width: 5 } as const;

/** The drawing as a file of its own, or to be set into HTML; it loads nothing. */
export function drawSvg(drawing: Drawing): string {
  const { width, height, title = '' } = drawing;
  const label = title === '' ? '' : `<title>${escaped(title)}</title>`;
  // Half of a line at the edge stands out of the drawing.
  const [right, bottom] = [rounded(width + 2), rounded(height + 2)];
  const texts = drawing.shapes.flatMap((shape) =>
    shape.kind === 'box' ? (shape.text?.lines.map(({ text }) => text).join('') ?? []) : [],
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="zh-CN" xml:lang="zh-CN" role="img" width="${right}pt" height="${bottom}pt" viewBox="-1 -1 ${right} ${bottom}" font-family="${FONTS}">`,
    `${label}<desc>${escaped(texts.join('；'))}</desc>`,
    // Viewers with dark windows show what has no ground on black.
    '<rect x="-1" y="-1" width="100%" height="100%" fill="#ffffff"/>',
    ...drawing.shapes.map(drawShape),
    '</svg>\n',
  ].join('\n');
}

function drawShape(shape: Shape): string {
  return shape.kind === 'line' ? drawLine(shape) : drawBox(shape);
}

function drawLine({ points, arrow, dashed, lineWidth, stroke }: LineShape): string {
  const path = points.map(({ x, y }) => `${x},${y}`).join(' ');
  const line = `<polyline points="${path}" fill="none" stroke="${stroke}" stroke-width="${lineWidth}"${dash(dashed)}/>`;
  const head = arrow ? arrowHead(points) : [];
  if (head.length === 0) return line;
  return `${line}<polygon points="${head.map(({ x, y }) => `${x},${y}`).join(' ')}" fill="${stroke}"/>`;
}

/** The corners of the arrow head at the end of a line, its tip first; none for a line of one point. */
function arrowHead(points: LineShape['points']): LineShape['points'] {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return [];
  const [dx, dy] = [Math.sign(tip.x - before.x), Math.sign(tip.y - before.y)];
  const base = { x: tip.x - dx * ARROW.length, y: tip.y - dy * ARROW.length };
  const half = ARROW.width / 2;
  return [
    tip,
    { x: rounded(base.x - dy * half), y: rounded(base.y + dx * half) },
    { x: rounded(base.x + dy * half), y: rounded(base.y - dx * half) },
  ];
}

function drawBox(box: BoxShape): string {
  return drawOutline(box) + drawText(box);
}

function drawOutline(box: BoxShape): string {
  const { x, y, width, height, outline, fill, stroke, lineWidth, dashed } = box;
  if (outline === 'none' && fill === undefined) return '';
  const border = outline === 'none' ? 'none' : stroke;
  const looks = `fill="${fill ?? 'none'}" stroke="${border}" stroke-width="${lineWidth}"${dash(dashed)}`;
  if (outline === 'diamond') {
    const [middleX, middleY] = [rounded(x + width / 2), rounded(y + height / 2)];
    const [right, bottom] = [rounded(x + width), rounded(y + height)];
    return `<polygon points="${middleX},${y} ${right},${middleY} ${middleX},${bottom} ${x},${middleY}" ${looks}/>`;
  }
  const radius = outline === 'round' ? ` rx="${rounded(cornerRadius(box))}"` : '';
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${radius} ${looks}/>`;
}

function drawText({ x, y, width, height, text }: BoxShape): string {
  if (text === undefined) return '';
  const { lines, size, leading, align, padding, color } = text;
  const left = rounded(align === 'center' ? x + width / 2 : x + padding);
  const top = y + (height - lines.length * leading) / 2;
  const spans = lines.map((line, index) => {
    const baseline = rounded(top + (index + 0.5) * leading + size * BASELINE);
    const weight = line.bold ? ' font-weight="bold"' : '';
    return `<tspan x="${left}" y="${baseline}"${weight}>${escaped(line.text)}</tspan>`;
  });
  const anchor = align === 'center' ? ' text-anchor="middle"' : '';
  return `<text font-size="${size}" fill="${color}"${anchor} xml:space="preserve">${spans.join('')}</text>`;
}

function dash(dashed: boolean): string {
  return dashed ? ' stroke-dasharray="3 2"' : '';
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
