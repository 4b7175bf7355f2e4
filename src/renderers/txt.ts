import type { Block, Document, OpinionsBlock, TableBlock } from '../papers/document.ts';
import { displayWidth } from '../util/display-width.ts';
import { chartLines, plain, plainCell } from './plain-text.ts';
import type { Renderer } from './renderer.ts';

/** A line of a letter by GB/T 9704-2012 holds 28 characters: 56 columns of a terminal. */
const WIDTH = 56;

/**
 * Plain text to be pasted into mails, chats and office systems that take no files. Tables come row by
 * row, a line a filled cell.
 */
export const txt: Renderer = {
  format: 'txt',
  extension: '.txt',
  render: async (documents, { name }) => {
    if (documents.length === 0) return [];
    // The byte order mark tells older Windows editors that this is UTF-8.
    const text = `\uFEFF${documents.map(documentText).join('\n\n\n')}\n`;
    return [{ name: `${name}.txt`, bytes: new TextEncoder().encode(text) }];
  },
};

function documentText({ blocks, foot }: Document): string {
  const parts = [...(foot.draft ? ['【草稿】'] : []), ...blocks.map(blockText)];
  if (foot.text !== '') parts.push(plain(foot.text));
  return parts.filter((part) => part !== '').join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return lines(block.text, centred);
    case 'heading':
      return lines(block.text, (line) => line);
    case 'paragraph':
      return lines(block.text, PARAGRAPHS[block.role]);
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.from === undefined ? '－' : `${block.from + index}. `;
          return `　　${mark}${hanging(plain(item), '　　　')}`;
        })
        .join('\n');
    case 'fields':
      return block.rows
        .flat()
        .map(({ label, value }) => `${plain(label)}：${hanging(plainCell(value), '　　')}`)
        .join('\n');
    case 'table':
      return tableText(block);
    case 'figure': {
      const { above, below } = chartLines(block.chart);
      return [...above, tableText(block.table), ...below].join('\n');
    }
    case 'opinions':
      return opinionsText(block);
    case 'signatures':
      return block.items.map(plain).join('　　　　');
    case 'closing':
      return [...block.by, block.on].map((line) => lines(line, right)).join('\n');
    case 'contents':
      return block.entries
        .map(({ text, level }) => `${'　'.repeat((level - 1) * 2)}${plain(text)}`)
        .join('\n');
    case 'pageBreak':
      return '';
  }
}

const indented = (line: string): string => (line === '' ? '' : `　　${line}`);
const centred = (line: string): string => pad(line, Math.floor((WIDTH - displayWidth(line)) / 2));
/** 右空四字. */
const right = (line: string): string => pad(line, WIDTH - 8 - displayWidth(line));

const PARAGRAPHS = {
  body: indented,
  note: (line: string) => line,
  center: centred,
  addressee: (line: string) => line,
  number: centred,
  attachment: indented,
  attachmentMark: (line: string) => line,
} as const;

function pad(line: string, columns: number): string {
  return `${' '.repeat(Math.max(0, columns))}${line}`;
}

function lines(text: string, set: (line: string) => string): string {
  return plain(text).split('\n').map(set).join('\n');
}

/** Lines after the first stand under the first. */
function hanging(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}

/** Row by row; empty cells and lines left for handwriting say nothing. */
function tableText({ columns, rows }: TableBlock): string {
  let number = 0;
  const parts = rows.flatMap((row) => {
    if (row.kind === 'spare') return [];
    if (row.kind === 'group') return [`【${plain(row.text)}】`];
    number += 1;
    const filled = columns.flatMap(({ header }, index) => {
      const cell = row.cells[index];
      const value = cell === undefined ? '' : plainCell(cell);
      const name = plain(header).replaceAll('\n', '');
      return value === '' ? [] : [`　${name}：${hanging(value, '　　')}`];
    });
    return [[`（${number}）`, ...filled].join('\n')];
  });
  return parts.join('\n');
}

function opinionsText({ boxes }: OpinionsBlock): string {
  return boxes
    .map(({ title, text, signs, seal, on }) =>
      [
        `${plain(title)}：${hanging(plain(text), '　　')}`,
        ...signs.map((sign) => `　　${plain(sign)}：`),
        ...(seal ? ['　　（盖章）'] : []),
        ...(on === undefined
          ? []
          : [on === '' ? '　　　　年　　月　　日' : `　　　　${plain(on)}`]),
      ].join('\n'),
    )
    .join('\n');
}
