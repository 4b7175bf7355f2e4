import { spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import type { Facts, FactTable } from './read-tables.ts';

/**
 * Reads a PDF back as a person does: what stands in which box. Texts and their places come from
 * poppler's pdftotext, lines and typefaces from the content of the pages.
 */
export type PdfPage = {
  readonly width: number;
  readonly height: number;
  /** Framed boxes, from above and from the left. */
  readonly boxes: readonly PdfBox[];
  /** Lines of text outside of all boxes, from above. */
  readonly lines: readonly PdfLine[];
  /** What stands below the print, bare. */
  readonly foot: string;
  /** Type sizes in use. */
  readonly sizes: readonly number[];
};

/** Places in points from the upper left of the page. */
type PdfBox = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
  readonly isBold: boolean;
  /** Where the leftmost line starts. */
  readonly textLeft: number;
};

type PdfLine = { readonly top: number; readonly text: string; readonly size: number };

const TO_TEXT = 'pdftotext';

/** Poppler reads the text. Where it must be there, its absence fails instead of skipping. */
export const hasPoppler =
  process.env['LIANFANG_NEEDS_OFFICE'] === '1' || spawnSync(TO_TEXT, ['-v']).error === undefined;

/** Blanks and characters without a look: paper does not show them, nor where a line was broken. */
export function bare(text: string): string {
  return text.replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Z}]/gu, '');
}

/** The pages of a file. */
export function readPages(bytes: Uint8Array): PdfPage[] {
  const inks = readInk(bytes);
  return readWords(bytes).map(({ width, height, words }, index) => {
    const ink = inks[index] ?? { rules: [], runs: [] };
    return makePage(width, height, words, ink);
  });
}

/** All text of a file in one string, page after page. */
export function readText(bytes: Uint8Array): string {
  return popple(['-raw', '-', '-'], bytes);
}

/** The papers of a file: bare texts, fields that stand before the first table, tables. */
export function readFacts(bytes: Uint8Array): Facts[] {
  return papersOf(bytes).map(readPaper);
}

function papersOf(bytes: Uint8Array): PdfPage[][] {
  const papers: PdfPage[][] = [];
  for (const page of readPages(bytes)) {
    // Below 附件1 a title is that of an attachment.
    const isAttachment = /^附件\d*$/.test(bare(page.lines[0]?.text ?? ''));
    const isNew = titleOf(page) !== undefined && !isAttachment;
    if (isNew || papers.length === 0) papers.push([]);
    papers.at(-1)?.push(page);
  }
  return papers;
}

/** What stands side by side in the papers of a file: labels and values, wherever they are. */
type Said = { readonly says: (label: string, value: string) => boolean };

/** The papers of a file, to be asked for labels and values anywhere in them too. */
export function readPapers(bytes: Uint8Array): (Facts & Said)[] {
  return papersOf(bytes).map((pages) => ({ ...readPaper(pages), ...readSaid(pages) }));
}

function readSaid(pages: readonly PdfPage[]): Said {
  const pairs = new Set<string>();
  for (const { boxes } of pages) {
    for (const row of rowsOf(boxes)) {
      const texts = row.map(({ text }) => bare(text));
      texts.forEach((text, index) => pairs.add(`${text}|${texts[index + 1] ?? ''}`));
      for (const text of texts) pairs.add(`${text}|`);
    }
  }
  const loose = bare(pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(''));
  // On the line above a table a long value goes on below others.
  const inParts = (label: string, value: string): boolean =>
    Array.from(value, (_, cut) => cut).some(
      (cut) =>
        loose.includes(`${label}：${value.slice(0, cut)}`) && loose.includes(value.slice(cut)),
    );
  return {
    says: (label, value) =>
      pairs.has(`${label}|${value}`) ||
      loose.includes(`${label}：${value}`) ||
      inParts(label, value),
  };
}

/** The same shape for what was rendered. */
export function bareFacts({ title, fields, tables }: Facts): Facts {
  return {
    title: bare(title),
    fields: fields.map(([label, value]) => [bare(label), bare(value)]),
    tables: tables.map(({ headers, rows }) => ({
      headers: headers.map(bare),
      rows: rows.map((row) => row.map(bare)).filter((row) => row.some((text) => text !== '')),
    })),
  };
}

// --- papers ---

const TITLE_SIZE = 16;
/** The text of a letter is as large as the title of a form may be. */
const LETTER_TITLE_SIZE = 20;
const FOOT_HEIGHT = 40;
const LETTER_FOOT_HEIGHT = 95;
const LETTER_FOOT = /^—\d+—$/;

function titleOf({ boxes, lines, foot }: PdfPage): string | undefined {
  const first = boxes[0]?.top ?? Number.POSITIVE_INFINITY;
  const least = LETTER_FOOT.test(foot) ? LETTER_TITLE_SIZE : TITLE_SIZE;
  const large = lines.filter(({ size, top }) => size >= least && top < first);
  // The lines of a cover are large too.
  const largest = Math.max(...large.map(({ size }) => size));
  const titles = large.filter(({ size }) => size === largest);
  return titles.length === 0 ? undefined : titles.map(({ text }) => text).join('');
}

type Table = { readonly headers: string[]; readonly rows: string[][] };

function readPaper(pages: readonly PdfPage[]): Facts {
  const fields: [string, string][] = [];
  const tables: Table[] = [];
  let table: Table | undefined;
  pages.forEach((page, index) => {
    if (index === 0) fields.push(...lineFields(page));
    const rows = rowsOf(page.boxes);
    for (let at = 0; at < rows.length;) {
      const row = rows[at] ?? [];
      if (isHead(row, page)) {
        const start = at;
        while (isHead(rows[at] ?? [], page)) at += 1;
        const head = rows.slice(start, at);
        const leaves = head.at(-1) ?? [];
        const headers = leaves.map((leaf) => headerOf(head, leaf));
        const goesOn =
          start === 0 && page.lines.every((line) => line.top > (head[0]?.[0]?.top ?? 0));
        const isRepeated = goesOn && headers.join('|') === table?.headers.join('|');
        if (!isRepeated || table === undefined) tables.push((table = { headers, rows: [] }));
        while (isBody(rows[at] ?? [], leaves, page)) {
          table.rows.push(bodyRow(rows[at] ?? [], leaves));
          at += 1;
        }
      } else {
        if (tables.length === 0) fields.push(...boxFields(row));
        at += 1;
      }
    }
  });
  const filled = tables.map(({ headers, rows }): FactTable => ({
    headers,
    rows: rows.filter((row) => row.some((text) => text !== '')),
  }));
  return { title: pages[0] === undefined ? '' : (titleOf(pages[0]) ?? ''), fields, tables: filled };
}

/** Boxes by rows; a box over several rows is in each of them. */
function rowsOf(boxes: readonly PdfBox[]): PdfBox[][] {
  const tops = [...new Set(boxes.map(({ top }) => top))].toSorted((a, b) => a - b);
  return tops.map((top) =>
    boxes
      .filter((box) => box.top <= top + 0.1 && box.bottom > top + 0.1)
      .toSorted((a, b) => a.left - b.left),
  );
}

const widthOf = (row: readonly PdfBox[]): number =>
  row.reduce((sum, { left, right }) => sum + right - left, 0);

/** Bold throughout; a group line is too, but starts at the left. */
function isHead(row: readonly PdfBox[], page: PdfPage): boolean {
  if (row.length === 0 || !row.every(({ isBold }) => isBold)) return false;
  return !isGroup(row, page);
}

function isGroup(row: readonly PdfBox[], { width }: PdfPage): boolean {
  const [box] = row;
  if (row.length !== 1 || box === undefined || !box.isBold) return false;
  return widthOf(row) > width / 2 && box.textLeft < box.left + 5;
}

/** Boxes that stand where the columns are; the opinion boxes below a table stand elsewhere. */
function isBody(row: readonly PdfBox[], leaves: readonly PdfBox[], page: PdfPage): boolean {
  if (isHead(row, page)) return false;
  if (isGroup(row, page)) return true;
  return (
    row.length === leaves.length && row.every((box, index) => box.left === leaves[index]?.left)
  );
}

function bodyRow(row: readonly PdfBox[], leaves: readonly PdfBox[]): string[] {
  return leaves.map((_, index) => bare(row[index]?.text ?? ''));
}

function headerOf(head: readonly (readonly PdfBox[])[], leaf: PdfBox): string {
  const above = head.map((row) =>
    row.find((box) => box.left <= leaf.left && box.right >= leaf.right),
  );
  const texts = above.map((box) => bare(box?.text ?? ''));
  return texts.filter((_, index) => index === 0 || above[index] !== above[index - 1]).join('/');
}

function boxFields(row: readonly PdfBox[]): [string, string][] {
  return row.flatMap((box, index): [string, string][] =>
    box.isBold ? [[bare(box.text), bare(row[index + 1]?.text ?? '')]] : [],
  );
}

/** The line above a table: 单位：…　日期：…. */
function lineFields({ boxes, lines }: PdfPage): [string, string][] {
  const first = boxes[0]?.top ?? 0;
  return lines.flatMap(({ text, top, size }): [string, string][] => {
    const found = top < first && size < TITLE_SIZE ? /^([^：]*)：([^]*)$/.exec(text) : null;
    return found === null ? [] : [[bare(found[1] ?? ''), bare(found[2] ?? '')]];
  });
}

// --- one page ---

type Word = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
};
type Ink = { readonly rules: readonly Rule[]; readonly runs: readonly Run[] };
/** Places in points from the lower left, as in the content stream. */
type Rule = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
type Run = {
  readonly x: number;
  readonly y: number;
  readonly isBold: boolean;
  readonly size: number;
};

function makePage(width: number, height: number, words: readonly Word[], ink: Ink): PdfPage {
  const frames = framesOf(ink.rules);
  const isIn = (frame: Frame, x: number, y: number): boolean =>
    frame.left < x && x < frame.right && frame.low < y && y < frame.high;
  const middle = (word: Word): [number, number] => [
    (word.left + Math.min(word.right, word.left + 4)) / 2,
    height - (word.top + word.bottom) / 2,
  ];
  const free = new Set(words);
  const boxes = frames.map((frame): PdfBox => {
    const own = words.filter((word) => isIn(frame, ...middle(word)));
    for (const word of own) free.delete(word);
    const runs = ink.runs.filter(({ x, y }) => isIn(frame, x, y));
    return {
      left: frame.left,
      right: frame.right,
      top: height - frame.high,
      bottom: height - frame.low,
      text: linesOf(own)
        .map((line) => line.map(({ text }) => text).join(' '))
        .join('\n'),
      isBold: runs.length > 0 && runs.every(({ isBold }) => isBold),
      textLeft: Math.min(...runs.map(({ x }) => x)),
    };
  });
  const lines = linesOf([...free])
    .flatMap(partsOf)
    .map((line): PdfLine => {
      const [first] = line as [Word];
      const size = ink.runs.find(
        ({ x, y }) =>
          Math.abs(x - first.left) < 3 && height - y > first.top && height - y < first.bottom,
      )?.size;
      return { top: first.top, text: line.map(({ text }) => text).join(' '), size: size ?? 0 };
    })
    .toSorted((a, b) => a.top - b.top);
  const isFoot = ({ top, text }: PdfLine): boolean =>
    top >= height - FOOT_HEIGHT || (top >= height - LETTER_FOOT_HEIGHT && LETTER_FOOT.test(text));
  return {
    width,
    height,
    boxes: boxes.toSorted((a, b) => a.top - b.top || a.left - b.left),
    lines: lines.filter((line) => !isFoot(line)),
    foot: bare(
      lines
        .filter(isFoot)
        .map(({ text }) => text)
        .join(''),
    ),
    sizes: [...new Set(ink.runs.map(({ size }) => size))],
  };
}

/** Words of a line stand at the same height. */
function linesOf(words: readonly Word[]): Word[][] {
  const sorted = [...words].toSorted((a, b) => a.top + a.bottom - b.top - b.bottom);
  const lines: Word[][] = [];
  for (const word of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    const centre = (own: Word): number => (own.top + own.bottom) / 2;
    if (first !== undefined && Math.abs(centre(word) - centre(first)) < 4) line?.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.left - b.left));
}

/** Texts of one line that stand far apart are several. */
function partsOf(line: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const word of line) {
    if (word.left - end > 30) parts.push([]);
    parts.at(-1)?.push(word);
    end = word.right;
  }
  return parts;
}

// --- boxes from lines ---

type Frame = {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
};

/** The areas that lines part from all others and from the blank around. */
function framesOf(rules: readonly Rule[]): Frame[] {
  const distinct = (values: readonly number[]): number[] =>
    [...new Set(values)].toSorted((a, b) => a - b);
  const xs = distinct(rules.flatMap(({ x1, x2 }) => [x1, x2]));
  const ys = distinct(rules.flatMap(({ y1, y2 }) => [y1, y2]));
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1) return [];
  const outside = columns * rows;
  const parents = Array.from({ length: outside + 1 }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    return root;
  };
  const join = (a: number, b: number): void => void (parents[rootOf(a)] = rootOf(b));
  const cell = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows ? outside : row * columns + column;
  const parted = new Set(
    rules.flatMap(({ x1, y1, x2, y2 }) => {
      const [column, row] = [xs.indexOf(x1), ys.indexOf(y1)];
      const isDown = x1 === x2;
      const count = isDown ? ys.indexOf(y2) - row : xs.indexOf(x2) - column;
      return Array.from({ length: count }, (_, index) =>
        isDown ? `| ${column} ${row + index}` : `- ${column + index} ${row}`,
      );
    }),
  );
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const own = cell(column, row);
      if (row < rows && !parted.has(`| ${column} ${row}`)) join(own, cell(column - 1, row));
      if (column < columns && !parted.has(`- ${column} ${row}`)) join(own, cell(column, row - 1));
    }
  }
  const frames = new Map<number, Frame>();
  for (let index = 0; index < outside; index += 1) {
    const root = rootOf(index);
    if (root === rootOf(outside)) continue;
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const known = frames.get(root);
    frames.set(root, {
      left: Math.min(known?.left ?? Number.POSITIVE_INFINITY, xs[column] ?? 0),
      right: Math.max(known?.right ?? 0, xs[column + 1] ?? 0),
      low: Math.min(known?.low ?? Number.POSITIVE_INFINITY, ys[row] ?? 0),
      high: Math.max(known?.high ?? 0, ys[row + 1] ?? 0),
    });
  }
  return [...frames.values()];
}

// --- poppler ---

type WordPage = {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
};

/** Words of each page with their places, as poppler sees them. */
export function readWords(bytes: Uint8Array): WordPage[] {
  const pages: { width: number; height: number; words: Word[] }[] = [];
  const pattern =
    /<page width="([\d.]+)" height="([\d.]+)">|<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g;
  for (const [, width, height, left, top, right, bottom, text] of popple(
    ['-bbox', '-', '-'],
    bytes,
  ).matchAll(pattern)) {
    if (width !== undefined)
      pages.push({ width: Number(width), height: Number(height), words: [] });
    else {
      pages.at(-1)?.words.push({
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        text: unescape(text ?? ''),
      });
    }
  }
  return pages;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
};

function unescape(text: string): string {
  return text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}

function popple(args: readonly string[], bytes: Uint8Array): string {
  const { status, stdout, stderr, error } = spawnSync(TO_TEXT, args, {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw new Error('pdftotext (poppler-utils) is needed', { cause: error });
  if (status !== 0 || stderr !== '') throw new Error(`pdftotext: ${stderr}`);
  return stdout;
}

// --- content of the pages ---

/** Lines and typefaces of each page: enough of PDF for the files that the renderer writes. */
function readInk(bytes: Uint8Array): Ink[] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id, body] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj(?=\n)/g)) {
    if (id !== undefined && body !== undefined) objects.set(id, body);
  }
  const kids = /\/Kids \[([^\]]*)\]/.exec(file)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => {
    const page = objects.get(id) ?? '';
    const contents = /\/Contents \[([^\]]*)\]/.exec(page)?.[1] ?? '';
    const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '';
    const bold = new Set(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].flatMap(([, name = '', font = '']) =>
        /BaseFont \/\S*Bold/.test(objects.get(font) ?? '') ? [name] : [],
      ),
    );
    const streams = [...contents.matchAll(/(\d+) 0 R/g)].map(([, stream = '']) =>
      inflate(objects.get(stream) ?? ''),
    );
    return inkOf(streams.join('\n'), bold);
  });
}

function inflate(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  const end = body.lastIndexOf('\nendstream');
  return inflateSync(Buffer.from(body.slice(start, end), 'latin1')).toString('latin1');
}

function inkOf(content: string, bold: ReadonlySet<string>): Ink {
  const rules = [...content.matchAll(/^(\S+) (\S+) m (\S+) (\S+) l$/gm)].map(
    ([, ...places]): Rule => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = places.map(Number);
      return { x1, y1, x2, y2 };
    },
  );
  const runs: Run[] = [];
  let [x, y, size] = [0, 0, 0];
  let isBold = false;
  for (const [, begin, dx, dy, font, ownSize, shown] of content.matchAll(
    /^(BT)$|^(\S+) (\S+) Td$|^\/(F\d+) (\S+) Tf$|(T[jJ])/gm,
  )) {
    if (begin !== undefined) [x, y] = [0, 0];
    else if (dx !== undefined) {
      x += Number(dx);
      y += Number(dy);
    } else if (font !== undefined) {
      isBold = bold.has(font);
      size = Number(ownSize);
    } else if (shown !== undefined) runs.push({ x, y, isBold, size });
  }
  return { rules, runs };
}
