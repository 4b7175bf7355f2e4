import { bare } from './read-pdf.ts';

/** What a paper says as JSON has it. */
type JsonPaper = {
  readonly title: string;
  readonly fields: readonly { readonly label: string; readonly value: unknown }[];
  readonly tables: readonly JsonTable[];
  readonly figures: readonly JsonTable[];
  readonly texts: readonly string[];
  readonly opinions: readonly {
    readonly title: string;
    readonly text: string;
    readonly signs: readonly string[];
  }[];
  readonly signatures: readonly string[];
};
type JsonTable = {
  readonly columns: readonly { readonly header: string }[];
  readonly rows: readonly {
    readonly group?: string;
    readonly cells?: Readonly<Record<string, unknown>>;
  }[];
};

/** What was looked for on paper, and what was not found. */
export type Print = {
  readonly values: number;
  /** Found, but parted: by the end of a page, or by the lines of a box in a chart. */
  readonly parted: number;
  readonly lost: readonly string[];
  /** Characters that the paper has less often than its distinct values together. */
  readonly fewer: readonly string[];
};

/**
 * Compares what a program printed with the JSON of the same papers, without blanks.
 * @param text of the pages in the order in which it was printed
 * @param charts whether charts were drawn: then not every value of their tables stands in them
 */
export function comparePrint(text: string, json: string, charts: boolean): Print {
  const { documents } = JSON.parse(json) as { readonly documents: readonly JsonPaper[] };
  const said = bare(text);
  const values = [...new Set(documents.flatMap((paper) => valuesOf(paper, charts)))];
  const lost = new Set<string>();
  let parted = 0;
  for (const value of values) {
    if (said.includes(value)) continue;
    if (isParted(value, said)) parted += 1;
    else lost.add(value);
  }
  return {
    values: values.length,
    parted,
    lost: [...lost],
    fewer: fewerOf(documents, said, charts),
  };
}

function valuesOf(paper: JsonPaper, charts: boolean): string[] {
  const { title, fields, tables, figures, texts, opinions, signatures } = paper;
  const shown = charts ? tables : [...tables, ...figures];
  return [
    title,
    ...fields.flatMap(({ label, value }) => [label, ...textsOf(value)]),
    ...shown.flatMap(tableTexts),
    ...texts,
    ...opinions.flatMap((box) => [box.title, box.text, ...box.signs]),
    ...signatures,
  ]
    .flatMap((value) => value.split('\n'))
    .map(bare)
    .filter((value) => value !== '');
}

function tableTexts({ columns, rows }: JsonTable): string[] {
  return [
    ...columns.map(({ header }) => header.split('/').at(-1) ?? ''),
    ...rows.flatMap(({ group, cells }) => [
      group ?? '',
      ...Object.values(cells ?? {}).flatMap(textsOf),
    ]),
  ];
}

/** A value as its texts: the items of a list one by one. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'object' && value !== null && 'items' in value) return textsOf(value.items);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** Pages end inside long values: their parts all stand on paper, none of them short. */
const SHORTEST_PART = 4;

function isParted(value: string, said: string): boolean {
  let rest = value;
  while (rest !== '') {
    let length = rest.length;
    while (length > 0 && !said.includes(rest.slice(0, length))) length -= 1;
    if (length < Math.min(SHORTEST_PART, rest.length)) return false;
    rest = rest.slice(length);
  }
  return true;
}

/** Characters as multisets: each distinct value of a paper stands there at least once. */
function fewerOf(documents: readonly JsonPaper[], said: string, charts: boolean): string[] {
  const wanted = new Map<string, number>();
  for (const paper of documents) {
    // The longest first: a value that another one holds needs no place of its own.
    const values = [...new Set(valuesOf(paper, charts))].toSorted((a, b) => b.length - a.length);
    const kept: string[] = [];
    for (const value of values) {
      if (!kept.some((longer) => longer.includes(value))) kept.push(value);
    }
    for (const character of kept.join('')) {
      wanted.set(character, (wanted.get(character) ?? 0) + 1);
    }
  }
  const found = new Map<string, number>();
  for (const character of said) found.set(character, (found.get(character) ?? 0) + 1);
  return [...wanted]
    .filter(([character, count]) => (found.get(character) ?? 0) < count)
    .map(([character]) => character);
}
