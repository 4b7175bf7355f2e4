import type { Block, Cell, Document, TableBlock } from '../../src/papers/document.ts';
import { cellText } from '../../src/papers/document.ts';

/** A document as text that a person can read and compare: one line a row, spans as they are. */
export function dumpDocument(document: Document): string {
  const { size, orientation, fontSize } = document.paper;
  return [
    `=== ${document.id}｜${document.title}｜${document.sheet}｜${size} ${orientation} ${fontSize}`,
    `grid ${document.grid.join(' ')}`,
    ...(document.style === 'form' ? [] : [`style ${document.style}`]),
    ...(document.pageNumbers === 'own' ? [] : [`pages ${document.pageNumbers}`]),
    ...document.blocks.flatMap(dumpBlock),
    `foot ${document.foot.text}${document.foot.draft ? '（草稿）' : ''}`,
    ...(document.missing.length === 0 ? [] : [`missing ${document.missing.join('、')}`]),
  ].join('\n');
}

function dumpBlock(block: Block): string[] {
  switch (block.kind) {
    case 'title':
      return [`${block.cover === true ? 'cover' : 'title'} ${block.text}`];
    case 'heading':
      return [`heading${block.level === 1 ? '' : block.level} ${block.text}`];
    case 'paragraph':
      return [`${block.role === 'body' ? 'text' : block.role} ${block.text}`];
    case 'list':
      return block.items.map((item, index) =>
        block.from === undefined ? `item ${item}` : `item ${block.from + index}. ${item}`,
      );
    case 'closing':
      return [`closing ${block.by.join('、')}｜${block.on}${block.seal ? '｜盖章' : ''}`];
    case 'contents':
      return block.entries.map(
        ({ text, level, document }) => `contents ${'　'.repeat(level - 1)}${text}→${document}`,
      );
    case 'figure':
      return [
        `figure ${block.chart.kind} ${block.chart.title}`,
        ...JSON.stringify(block.chart, null, 1).split('\n'),
        ...dumpTable(block.table),
      ];
    case 'pageBreak':
      return ['page break'];
    case 'signatures':
      return [`signatures ${block.items.join('　')}`];
    case 'opinions':
      return block.boxes.map(
        ({ title, text, signs, seal, on }) =>
          `opinion ${title}｜${text}｜${signs.join('、')}${seal ? '｜盖章' : ''}${on === undefined ? '' : `｜${on || '日期'}`}`,
      );
    case 'fields':
      return block.rows.map((row) => {
        const pairs = row.map(
          ({ label, value, labelSpan, valueSpan }) =>
            `${label}[${labelSpan}]：${dumpCell(value)}[${valueSpan}]`,
        );
        return `${block.bordered ? 'fields' : 'line'} ${pairs.join('｜')}`;
      });
    case 'table':
      return dumpTable(block);
  }
}

function dumpTable({ columns, head, rows }: TableBlock): string[] {
  return [
    `table ${columns.map(({ key, span, align }) => `${key}[${span}${align[0]}]`).join(' ')}`,
    ...head.map(
      (row) =>
        `head ${row.map(({ text, column, colSpan, rowSpan }) => `${text}(${column},${colSpan}x${rowSpan})`).join(' ')}`,
    ),
    ...rows.map((row) => {
      if (row.kind === 'group') return `group ${row.text}`;
      if (row.kind === 'spare') return 'spare';
      const cells = row.cells.map((cell, index) => {
        const span = row.rowSpans[index] ?? 1;
        return span === 0 ? '^' : `${dumpCell(cell)}${span === 1 ? '' : `↓${span}`}`;
      });
      return `| ${cells.join(' | ')} |`;
    }),
  ];
}

function dumpCell(cell: Cell): string {
  const text = cellText(cell).replaceAll('\n', ' / ');
  return cell.kind === 'level' ? `<${text}:${cell.tone}>` : text;
}
