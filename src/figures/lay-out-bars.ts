import type { LevelBars } from '../model/chart.ts';
import { emWidth } from '../util/em-text.ts';
import type { Drawing, Shape } from './drawing.ts';
import { levelFills, textOn } from './palette.ts';
import type { ChartRoom } from './chart-room-of.ts';
import { titleOf } from './chart-room-of.ts';
import { boxOf, lineOf, linesOf, SMALL, textHeight } from './shapes.ts';

/** Places to guard are no offences: printed under every chart that counts points. */
export const COUNT_NOTE = '注：数字是需要设防的风险点个数，不是发生问题的个数';

const BAR = 17;
const ROW = 26;
const SWATCH = 12;

/** Level distribution (等级分布) as stacked bars: the words and the number stand in each segment. */
export function layOutBars(chart: LevelBars, room: ChartRoom): Drawing[] {
  const fills = levelFills(chart.levels);
  const labelWidth = Math.min(
    room.width * 0.3,
    Math.max(24, ...chart.rows.map(({ label }) => emWidth(label) * SMALL + 6)),
  );
  const rows = chart.rows.map((row) => {
    const lines = linesOf(row.label, SMALL, labelWidth - 6);
    return { ...row, lines, height: Math.max(ROW, textHeight(lines.length, SMALL) + 6) };
  });
  const totals = rows.map(({ counts }) => sum(counts));
  const totalWidth = Math.max(...totals.map((total) => emWidth(totalText(total)) * SMALL), 0) + 8;
  const barWidth = room.width - labelWidth - totalWidth;
  const most = Math.max(1, ...totals);
  // Numbers keep their width in short segments: what they add must not push a bar out of the room.
  const spare = chart.levels.length * widthOf(String(most));
  const scale = Math.max(barWidth - spare, barWidth * 0.2) / most;

  const drawings: Drawing[] = [];
  let next = 0;
  do {
    const { shapes, top } = begin(chart, room, fills);
    const foot = textHeight(linesOf(COUNT_NOTE, SMALL, room.width).length, SMALL) + 4;
    let y = top;
    const first = next;
    while (next < rows.length) {
      const row = rows[next]!;
      if (next > first && y + row.height + foot > room.height) break;
      const height = Math.min(row.height, room.height - foot - y);
      const lines = row.lines.slice(
        0,
        Math.max(1, Math.floor((height - 6) / textHeight(1, SMALL))),
      );
      shapes.push(
        boxOf({ x: 0, y, width: labelWidth, height }, lines, {
          outline: 'none',
          align: 'left',
          padding: 2,
        }),
      );
      let x = labelWidth;
      row.counts.forEach((count, index) => {
        if (count <= 0) return;
        const level = chart.levels[index];
        const words = `${level?.text ?? ''} ${count}`;
        const width = Math.max(count * scale, widthOf(String(count)));
        const text = widthOf(words) <= width ? words : String(count);
        const fill = fills[index] ?? '#FFFFFF';
        shapes.push(
          boxOf({ x, y: y + (height - BAR) / 2, width, height: BAR }, [{ text, bold: false }], {
            fill,
            color: textOn(fill),
            lineWidth: 0.5,
            dashed: level?.tone === 'plain',
          }),
        );
        x += width;
      });
      const total = totalText(totals[next] ?? 0);
      shapes.push(
        boxOf({ x, y, width: emWidth(total) * SMALL + 8, height }, [{ text: total, bold: false }], {
          outline: 'none',
          align: 'left',
          padding: 4,
        }),
      );
      y += height;
      next += 1;
    }
    shapes.push(
      lineOf([
        { x: labelWidth, y: top },
        { x: labelWidth, y },
      ]),
    );
    shapes.push(
      boxOf(
        { x: 0, y: y + 2, width: room.width, height: foot - 2 },
        linesOf(COUNT_NOTE, SMALL, room.width),
        { outline: 'none', align: 'left' },
      ),
    );
    drawings.push({ title: chart.title, width: room.width, height: y + foot, shapes });
  } while (next < rows.length);
  return drawings;
}

/** Title and legend, which every page has. */
function begin(chart: LevelBars, room: ChartRoom, fills: readonly string[]) {
  const title = titleOf(chart.title, room.width);
  const shapes: Shape[] = [...title.shapes];
  let x = 0;
  let y = title.height;
  chart.levels.forEach((level, index) => {
    const lines = linesOf(level.text, SMALL, room.width - SWATCH - 4);
    const width = Math.max(...lines.map(({ text }) => emWidth(text) * SMALL), 0);
    if (x > 0 && x + SWATCH + 4 + width > room.width) {
      x = 0;
      y += textHeight(1, SMALL) + 4;
    }
    const height = textHeight(Math.max(1, lines.length), SMALL);
    shapes.push(
      boxOf({ x, y: y + (height - SWATCH) / 2, width: SWATCH, height: SWATCH }, [], {
        fill: fills[index],
        lineWidth: 0.5,
        dashed: level.tone === 'plain',
      }),
      boxOf({ x: x + SWATCH + 4, y, width, height }, lines, { outline: 'none', align: 'left' }),
    );
    x += SWATCH + 4 + width + 12;
    y += height - textHeight(1, SMALL);
  });
  return { shapes, top: y + textHeight(1, SMALL) + 8 };
}

function widthOf(text: string): number {
  return emWidth(text) * SMALL + 4;
}

function totalText(total: number): string {
  return `共 ${total} 个`;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
