import type { BoxShape, Drawing, LineShape } from '../../figures/drawing.ts';
import { plain } from '../plain-text.ts';
import { paragraph } from './paragraph.ts';
import { runs, type Pen } from './runs.ts';
import { el, twips, when } from './xml.ts';

/** English metric units, in which drawings are measured: 12,700 a point. */
const emu = (points: number): number => Math.round(points * 12_700);

const GROUP = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';
const GEOMETRY = { rect: 'rect', round: 'roundRect', diamond: 'diamond', none: 'rect' } as const;

/**
 * A chart as a group of native shapes: boxes hold their text and can be edited in Word and WPS.
 * @param title read out where pictures cannot be seen
 */
export function drawingParagraph(
  drawing: Drawing,
  title: string,
  numbering: { next: number },
  pen: Pen,
): string {
  const { width, height, shapes } = drawing;
  const size = { cx: Math.max(1, emu(width)), cy: Math.max(1, emu(height)) };
  const number = (): number => (numbering.next += 1);
  const made = shapes.flatMap((shape) =>
    shape.kind === 'box'
      ? parted(shape, width).map((own) => box(own, number(), pen))
      : line(shape, number),
  );
  const origin = { x: 0, y: 0 };
  const group = el(
    'wpg:wgp',
    {},
    '<wpg:cNvGrpSpPr/>',
    el(
      'wpg:grpSpPr',
      {},
      el(
        'a:xfrm',
        {},
        el('a:off', origin),
        el('a:ext', size),
        el('a:chOff', origin),
        el('a:chExt', size),
      ),
    ),
    ...made,
  );
  const inline = el(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    el('wp:extent', size),
    el('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    el('wp:docPr', { id: number(), name: `图 ${numbering.next}`, descr: plain(title) }),
    '<wp:cNvGraphicFramePr/>',
    el('a:graphic', {}, el('a:graphicData', { uri: GROUP }, group)),
  );
  // Programs older than these shapes show nothing instead of a damaged file.
  const run = el(
    'w:r',
    {},
    el(
      'mc:AlternateContent',
      {},
      el('mc:Choice', { Requires: 'wpg' }, el('w:drawing', {}, inline)),
      '<mc:Fallback/>',
    ),
  );
  return paragraph('Figure', run);
}

/** Wider by so much, text without an outline holds its lines in every typeface. */
const LOOSE = 1.15;

/**
 * Programs set text in a diamond only in its inner half, and break lines again that a little wider face
 * makes too long: such text gets a wider frame of its own, without an outline.
 */
function parted(shape: BoxShape, room: number): BoxShape[] {
  const { outline, text, x, width } = shape;
  if (text === undefined) return [shape];
  if (outline === 'diamond') {
    const lines = { ...shape, outline: 'none', fill: undefined } as const;
    return [{ ...shape, text: undefined }, lines];
  }
  if (outline !== 'none' || shape.fill !== undefined) return [shape];
  const more = width * (LOOSE - 1);
  if (text.align === 'left')
    return [{ ...shape, width: Math.max(width, Math.min(width + more, room - x)) }];
  const side = Math.max(0, Math.min(more / 2, x, room - x - width));
  return [{ ...shape, x: x - side, width: width + 2 * side }];
}

function box(shape: BoxShape, id: number, pen: Pen): string {
  const { x, y, width, height, outline, dashed, lineWidth, stroke, fill, text } = shape;
  const isDrawn = outline !== 'none' && lineWidth > 0;
  // Lines are broken already: where programs set type a little wider they have the blank to do so.
  const left = text?.align === 'left' ? emu(text.padding) : 0;
  return el(
    'wps:wsp',
    {},
    el('wps:cNvPr', { id, name: `框 ${id}` }),
    '<wps:cNvSpPr/>',
    el(
      'wps:spPr',
      {},
      frame({ x, y, width, height }),
      geometry(GEOMETRY[outline]),
      fill === undefined ? '<a:noFill/>' : solid(fill),
      isDrawn ? outlineOf(lineWidth, stroke, dashed, false) : '<a:ln><a:noFill/></a:ln>',
    ),
    text === undefined
      ? ''
      : el('wps:txbx', {}, el('w:txbxContent', {}, ...text.lines.map(textLine))),
    el(
      'wps:bodyPr',
      { rot: 0, wrap: 'square', lIns: left, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' },
      '<a:noAutofit/>',
    ),
  );

  function textLine(own: { readonly text: string; readonly bold: boolean }): string {
    const { size = 9, leading = 12, align = 'center', color = '#000000' } = text ?? {};
    const black = /^#0{6}$/.test(color);
    const look = {
      face: own.bold ? ('head' as const) : ('body' as const),
      own: own.bold,
      size,
      ...(black ? {} : { color: color.slice(1) }),
    };
    return paragraph('Figure', runs(own.text, look, pen), {
      align,
      line: twips(leading),
      lineRule: 'exact',
    });
  }
}

/** A line for each straight part: programs put arrow heads on lines, not on free forms. */
function line(shape: LineShape, number: () => number): string[] {
  const { points, arrow, dashed, lineWidth, stroke } = shape;
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const isLast = index === points.length - 2;
    const id = number();
    return el(
      'wps:wsp',
      {},
      el('wps:cNvPr', { id, name: `线 ${id}` }),
      '<wps:cNvCnPr/>',
      el(
        'wps:spPr',
        {},
        frame(
          {
            x: Math.min(from.x, to.x),
            y: Math.min(from.y, to.y),
            width: Math.abs(to.x - from.x),
            height: Math.abs(to.y - from.y),
          },
          { flipH: to.x < from.x ? 1 : undefined, flipV: to.y < from.y ? 1 : undefined },
        ),
        geometry('line'),
        outlineOf(lineWidth, stroke, dashed, arrow && isLast),
      ),
      '<wps:bodyPr/>',
    );
  });
}

type FrameRoom = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

function frame(
  { x, y, width, height }: FrameRoom,
  flips: Readonly<Record<string, number | undefined>> = {},
): string {
  return el(
    'a:xfrm',
    flips,
    el('a:off', { x: emu(x), y: emu(y) }),
    el('a:ext', { cx: emu(width), cy: emu(height) }),
  );
}

function geometry(prst: string): string {
  return el('a:prstGeom', { prst }, '<a:avLst/>');
}

function solid(color: string): string {
  return el('a:solidFill', {}, el('a:srgbClr', { val: color.replace('#', '').toUpperCase() }));
}

function outlineOf(width: number, color: string, dashed: boolean, arrow: boolean): string {
  return el(
    'a:ln',
    { w: emu(width) },
    solid(color),
    when(dashed, el('a:prstDash', { val: 'dash' })),
    when(arrow, el('a:tailEnd', { type: 'triangle', w: 'med', len: 'med' })),
  );
}
