import type { Facts, FactTable } from './read-tables.ts';

type Element = { readonly name: string; readonly attributes: string; readonly inner: string };

/** What an HTML page of ours says: it is written without omitted tags, so that nesting can be counted. */
export function readHtml(html: string): Facts[] {
  const body = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  return elements(body, 'article').map(({ inner }) => {
    const shown = inner.replace(/<details>[\s\S]*?<\/details>/g, '');
    const tables = elements(shown, 'table');
    return {
      title: text(/<h[12][^>]*>([\s\S]*?)<\/h[12]>/.exec(shown)?.[1] ?? ''),
      fields: tables
        .filter(({ attributes }) => attributes.includes('class="fields'))
        .flatMap(({ inner: own }) => pairs(own)),
      tables: tables.filter(({ attributes }) => !attributes.includes('class=')).map(readTable),
    };
  });
}

function pairs(table: string): [string, string][] {
  const labels = elements(table, 'th').map(({ inner }) => text(inner));
  const values = elements(table, 'td').map(({ inner }) => cell(inner));
  return labels.map((label, index) => [label, values[index] ?? '']);
}

function readTable({ inner }: Element): FactTable {
  const head = elements(inner, 'thead')[0]?.inner ?? '';
  const rows = elements(elements(inner, 'tbody')[0]?.inner ?? '', 'tr');
  const columns = elements(inner, 'col').length;
  const headers = expand(elements(head, 'tr'), 'th', columns, numbered());
  // The last storey of the head under the outer ones; a cell over several storeys is said once.
  const names = Array.from({ length: columns }, (_, column) => {
    const parts = headers.map((row) => row[column] ?? '');
    return parts
      .filter((part, index) => part !== parts[index - 1])
      .map((part) => part.slice(part.indexOf(MARK) + 1))
      .join('/');
  });
  const body = expand(rows, 'td', columns);
  return {
    headers: names.map((name) => name.replaceAll('\n', '')),
    rows: rows
      .map(({ attributes }, index) => {
        const cells = body[index] ?? [];
        return attributes.includes('group')
          ? cells.map((value, at) => (at === 0 ? value : ''))
          : cells;
      })
      .filter((row) => row.some((value) => value !== '')),
  };
}

/** Rows of cells with merged ones repeated where they reach. */
function expand(
  rows: readonly Element[],
  name: string,
  columns: number,
  read: (inner: string) => string = cell,
): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, index) => {
    let column = 0;
    for (const one of elements(row.inner, name)) {
      while (grid[index]![column] !== undefined) column += 1;
      const wide = Number(/colspan="(\d+)"/.exec(one.attributes)?.[1] ?? 1);
      const value = read(one.inner);
      const high = Number(/rowspan="(\d+)"/.exec(one.attributes)?.[1] ?? 1);
      for (let down = 0; down < high; down += 1) {
        for (let right = 0; right < wide; right += 1) {
          const target = grid[index + down];
          if (target !== undefined && column + right < columns) target[column + right] = value;
        }
      }
    }
  });
  return grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ''));
}

/** Stands behind the number of a head cell, by which one over two storeys is told from two alike. */
const MARK = '\u0000';

function numbered(): (inner: string) => string {
  let count = 0;
  return (inner) => `${(count += 1)}${MARK}${cell(inner)}`;
}

/** A cell as text: numbered items with their numbers. */
function cell(inner: string): string {
  const list = /^<(ol|ul)(?: start="(-?\d+)")?>([\s\S]*)<\/\1>$/.exec(inner);
  if (list === null) return text(inner);
  const from = list[2] === undefined ? undefined : Number(list[2]);
  return elements(list[3]!, 'li')
    .map((item, index) => (from === undefined ? '' : `${from + index}. `) + text(item.inner))
    .join('\n');
}

function text(inner: string): string {
  return inner
    .replaceAll('<br>', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Elements of a name, none inside another of the same name. */
function elements(html: string, name: string): Element[] {
  if (name === 'col') {
    return [...html.matchAll(/<col ([^>]*)>/g)].map((found) => ({
      name,
      attributes: found[1]!,
      inner: '',
    }));
  }
  const pattern = new RegExp(`<${name}((?: [^>]*)?)>([\\s\\S]*?)</${name}>`, 'g');
  return [...html.matchAll(pattern)].map((found) => ({
    name,
    attributes: found[1]!,
    inner: found[2]!,
  }));
}
