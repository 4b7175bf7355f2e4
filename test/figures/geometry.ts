import type { BoxShape, Drawing, LineShape } from '../../src/figures/drawing.ts';
import { emWidth } from '../../src/util/em-text.ts';

type Room = { readonly width: number; readonly height: number };

/** Coordinates are rounded to a hundredth. */
const SLACK = 0.06;

/** What is wrong with a drawing, in words; nothing if nothing is. */
export function faultsOf(drawing: Drawing, room: Room): string[] {
  const boxes = drawing.shapes.filter((shape) => shape.kind === 'box');
  const lines = drawing.shapes.filter((shape) => shape.kind === 'line');
  return [
    ...outside(drawing, room, boxes, lines),
    ...boxes.flatMap(textFaults),
    ...overlaps(boxes),
    ...lines.flatMap((line) => crossings(line, boxes)),
    ...confusions(lines.filter(({ arrow }) => arrow)),
  ];
}

/** Corners of decisions that two lines leave by: where they part nobody can tell which is which. */
export function sharedExits({ shapes }: Drawing): string[] {
  const diamonds = shapes.filter(
    (shape): shape is BoxShape => shape.kind === 'box' && shape.outline === 'diamond',
  );
  const starts = shapes.flatMap((shape) =>
    shape.kind === 'line' && shape.arrow ? [shape.points[0]!] : [],
  );
  return diamonds.flatMap((box) => {
    const corners = [
      { x: box.x, y: box.y + box.height / 2 },
      { x: box.x + box.width, y: box.y + box.height / 2 },
      { x: box.x + box.width / 2, y: box.y + box.height },
    ];
    return corners.flatMap(({ x, y }) => {
      const leaving = starts.filter(
        (start) => Math.abs(start.x - x) < SLACK && Math.abs(start.y - y) < SLACK,
      );
      return leaving.length > 1 ? [`${leaving.length} lines leave ${x}, ${y} together`] : [];
    });
  });
}

function outside(
  drawing: Drawing,
  room: Room,
  boxes: readonly BoxShape[],
  lines: readonly LineShape[],
): string[] {
  const faults: string[] = [];
  if (drawing.width > room.width + SLACK || drawing.height > room.height + SLACK) {
    faults.push(`page ${drawing.width} × ${drawing.height}`);
  }
  for (const box of boxes) {
    const isIn =
      box.x >= -SLACK &&
      box.y >= -SLACK &&
      box.x + box.width <= drawing.width + SLACK &&
      box.y + box.height <= drawing.height + SLACK;
    if (!isIn) faults.push(`box outside: ${named(box)}`);
  }
  for (const { x, y } of lines.flatMap(({ points }) => points)) {
    const isIn =
      x >= -SLACK && x <= drawing.width + SLACK && y >= -SLACK && y <= drawing.height + SLACK;
    if (!isIn) faults.push(`point outside: ${x}, ${y}`);
  }
  return faults;
}

function textFaults(box: BoxShape): string[] {
  const { text } = box;
  if (text === undefined) return [];
  const faults: string[] = [];
  if (text.size < 9) faults.push(`type of ${text.size} pt`);
  const height = text.lines.length * text.leading;
  if (height > box.height + SLACK) faults.push(`text higher than its box: ${named(box)}`);
  text.lines.forEach((line, index) => {
    const width = emWidth(line.text) * text.size;
    let room = box.width - 2 * text.padding;
    if (box.outline === 'diamond') {
      // The farther from the middle the narrower: the outer edge of the line decides.
      const top = -height / 2 + index * text.leading;
      const farthest = Math.max(Math.abs(top), Math.abs(top + text.leading));
      room = box.width * (1 - farthest / (box.height / 2));
    }
    if (width > room + SLACK) faults.push(`line wider than its box: ${line.text}`);
  });
  return faults;
}

function overlaps(boxes: readonly BoxShape[]): string[] {
  const faults: string[] = [];
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) {
      const isApart =
        one.x + one.width <= other.x + SLACK ||
        other.x + other.width <= one.x + SLACK ||
        one.y + one.height <= other.y + SLACK ||
        other.y + other.height <= one.y + SLACK;
      if (!isApart) faults.push(`${named(one)} overlaps ${named(other)}`);
    }
  });
  return faults;
}

/** A line may touch boxes where it ends, never run through one; ties reach the slope of a diamond. */
function crossings(line: LineShape, boxes: readonly BoxShape[]): string[] {
  const faults: string[] = [];
  line.points.slice(1).forEach((to, index) => {
    const from = line.points[index]!;
    if (from.x !== to.x && from.y !== to.y) faults.push('a slanted line');
    for (const box of boxes) {
      if (line.dashed && box.outline === 'diamond') continue;
      const left = Math.min(from.x, to.x);
      const right = Math.max(from.x, to.x);
      const top = Math.min(from.y, to.y);
      const bottom = Math.max(from.y, to.y);
      const isThrough =
        left < box.x + box.width - SLACK &&
        right > box.x + SLACK &&
        top < box.y + box.height - SLACK &&
        bottom > box.y + SLACK;
      if (isThrough) {
        faults.push(`a line ${left},${top}–${right},${bottom} runs through ${named(box)}`);
      }
    }
  });
  return faults;
}

/** Edges may join on their way to one target or part on their way from one source, nothing else. */
function confusions(lines: readonly LineShape[]): string[] {
  const faults: string[] = [];
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      if (isSame(one.points[0], other.points[0])) continue;
      if (isSame(one.points.at(-1), other.points.at(-1))) continue;
      const shared = partsOf(one).find((part) => partsOf(other).some((own) => runsOver(part, own)));
      if (shared !== undefined) faults.push(`two edges run over each other: ${shared.join()}`);
    }
  });
  return faults;
}

type Part = readonly [left: number, top: number, right: number, bottom: number];

function partsOf({ points }: LineShape): Part[] {
  return points.slice(1).map((to, index) => {
    const from = points[index]!;
    const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return [left, top, Math.max(from.x, to.x), Math.max(from.y, to.y)];
  });
}

function runsOver(one: Part, other: Part): boolean {
  const wide = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const high = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return (wide > SLACK && high >= 0) || (high > SLACK && wide >= 0);
}

function isSame(one?: LineShape['points'][number], other?: LineShape['points'][number]): boolean {
  return one?.x === other?.x && one?.y === other?.y;
}

function named(box: BoxShape): string {
  const text = box.text?.lines.map((line) => line.text).join('') ?? '';
  return `「${text.slice(0, 12)}」 ${box.x},${box.y} ${box.width}×${box.height}`;
}
