/**
 * The lines of a page. Cells share their sides: lines that touch or cover each other are joined, which
 * makes files smaller and corners clean. Places are in hundredths of a point.
 */
export type Rules = {
  readonly addAcross: (y: number, from: number, to: number) => void;
  readonly addDown: (x: number, from: number, to: number) => void;
  /** The lines as operators of a content stream. */
  readonly content: () => string;
};

const LINE_WIDTH = 0.5;

type Lines = Map<number, (readonly [from: number, to: number])[]>;

/** Takes the lines of one page. */
export function makeRules(): Rules {
  const across: Lines = new Map();
  const down: Lines = new Map();
  return {
    addAcross: (y, from, to) => add(across, y, from, to),
    addDown: (x, from, to) => add(down, x, from, to),
    content: () => {
      let content = '';
      for (const [y, lines] of across) {
        for (const [from, to] of join(lines)) {
          content += `${from / 100} ${y / 100} m ${to / 100} ${y / 100} l\n`;
        }
      }
      for (const [x, lines] of down) {
        for (const [from, to] of join(lines)) {
          content += `${x / 100} ${from / 100} m ${x / 100} ${to / 100} l\n`;
        }
      }
      return content === '' ? '' : `${LINE_WIDTH} w 2 J\n${content}S\n`;
    },
  };
}

function add(all: Lines, place: number, from: number, to: number): void {
  const line = from < to ? ([from, to] as const) : ([to, from] as const);
  const lines = all.get(place);
  if (lines === undefined) all.set(place, [line]);
  else lines.push(line);
}

function join(lines: (readonly [number, number])[]): (readonly [number, number])[] {
  const sorted = lines.toSorted((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  let last: [number, number] | undefined;
  for (const [from, to] of sorted) {
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push((last = [from, to]));
  }
  return joined;
}
