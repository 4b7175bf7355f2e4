import type { Block, Cell, Document, FieldPair, TableBlock, TableRow } from '../papers/document.ts';
import { chartLines, plain, textsOf } from './plain-text.ts';
import type { Renderer } from './renderer.ts';

const SCHEMA_VERSION = 1;

/** JSON: the facts of the papers for other programs, without anything of their looks. */
export const json: Renderer = {
  format: 'json',
  extension: '.json',
  render: async (documents, { name }) => {
    const content = { schemaVersion: SCHEMA_VERSION, documents: documents.map(documentFacts) };
    const bytes = new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
    return [{ name: `${name}.json`, bytes }];
  },
};

function documentFacts(document: Document): object {
  return {
    id: document.id,
    title: plain(document.title),
    sheet: plain(document.sheet),
    draft: document.foot.draft,
    foot: plain(document.foot.text),
    fields: blocksOf(document, 'fields').flatMap(({ rows }) => rows.flat().map(fieldFacts)),
    tables: blocksOf(document, 'table').map(tableFacts),
    figures: blocksOf(document, 'figure').map(({ chart, table }) => ({
      kind: chart.kind,
      title: plain(chart.title),
      ...chartLines(chart),
      ...tableFacts(table),
    })),
    texts: document.blocks.flatMap(textsOf).map(plain),
    opinions: blocksOf(document, 'opinions').flatMap(({ boxes }) =>
      boxes.map(({ title, text, signs, on = '' }) => ({
        title: plain(title),
        text: plain(text),
        signs: signs.map(plain),
        ...(on === '' ? {} : { on }),
      })),
    ),
    signatures: blocksOf(document, 'signatures').flatMap(({ items }) => items.map(plain)),
  };
}

function fieldFacts({ field, label, value }: FieldPair): object {
  return { field, label: plain(label), value: cellFacts(value) };
}

function tableFacts(table: TableBlock): object {
  return {
    columns: table.columns.map(({ key, header }) => ({ key, header: plain(header) })),
    rows: table.rows.flatMap((row) => rowFacts(row, table)),
  };
}

/** Lines left empty for handwriting say nothing: they are not facts. */
function rowFacts(row: TableRow, { columns }: TableBlock): object[] {
  if (row.kind === 'spare') return [];
  if (row.kind === 'group') return [{ group: plain(row.text) }];
  const cells = columns.map(({ key }, index) => {
    const cell = row.cells[index];
    return [key, cell === undefined ? '' : cellFacts(cell)] as const;
  });
  return [{ cells: Object.fromEntries(cells) }];
}

/** Items are an array; the first number is kept only where the paper numbers them. */
function cellFacts(cell: Cell): unknown {
  if (cell.kind === 'number') return Number.isFinite(cell.value) ? cell.value : String(cell.value);
  if (cell.kind !== 'items') return plain(cell.text);
  const items = cell.items.map(plain);
  return cell.from === undefined ? items : { from: cell.from, items };
}

function blocksOf<Kind extends Block['kind']>(
  document: Document,
  kind: Kind,
): Extract<Block, { kind: Kind }>[] {
  return document.blocks.filter(
    (block): block is Extract<Block, { kind: Kind }> => block.kind === kind,
  );
}
