import { mermaid } from '../figures/mermaid.ts';
import type {
  Block,
  Document,
  FieldsBlock,
  OpinionsBlock,
  TableBlock,
} from '../papers/document.ts';
import { escapeInline, escapeLine } from './markdown-text.ts';
import { chartLines, plain, plainCell } from './plain-text.ts';
import type { Renderer } from './renderer.ts';

/**
 * GitHub Markdown beside the office formats, so that reviewers can read and compare papers in git.
 * It cannot merge cells: merged ones repeat their value.
 */
export const markdown: Renderer = {
  format: 'md',
  extension: '.md',
  render: async (documents, { name }) => {
    const text = documents.map(documentText).join('\n\n');
    return [{ name: `${name}.md`, bytes: new TextEncoder().encode(`${text}\n`) }];
  },
};

function documentText(document: Document): string {
  const parts = document.blocks.map(blockText).filter((part) => part !== '');
  if (document.foot.draft) parts.splice(1, 0, '**草稿**');
  if (document.foot.text !== '') parts.push(escapeLine(plain(document.foot.text)));
  return parts.join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${escapeInline(plain(block.text))}`;
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escapeInline(plain(block.text))}`;
    case 'paragraph':
      return escapeLine(plain(block.text));
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.from === undefined ? '-' : `${block.from + index}.`;
          return `${mark} ${escapeLine(plain(item))}`;
        })
        .join('\n');
    case 'fields':
      return fieldLines(block);
    case 'table':
      return tableText(block);
    case 'opinions':
      return opinionLines(block);
    case 'signatures':
      return escapeLine(block.items.map(plain).join('　　　　'));
    case 'closing':
      return [...block.by, block.on].map((line) => escapeLine(plain(line))).join('<br>\n');
    case 'figure': {
      const diagram = mermaid(block.chart);
      const { above, below } = chartLines(block.chart);
      return [
        ...(above.length === 0 ? [] : [above.map((line) => escapeLine(line)).join('<br>\n')]),
        ...(diagram === undefined ? [] : [`\`\`\`mermaid\n${diagram}\`\`\``]),
        tableText(block.table),
        ...(below.length === 0 ? [] : [below.map((line) => escapeLine(line)).join('<br>\n')]),
      ].join('\n\n');
    }
    case 'contents':
      return block.entries
        .map(({ text, level }) => `${level === 1 ? '' : '  '}- ${escapeLine(plain(text))}`)
        .join('\n');
    case 'pageBreak':
      return '';
  }
}

function fieldLines(block: FieldsBlock): string {
  return block.rows
    .flat()
    .map(({ label, value }) => `- ${labelled(label, plainCell(value))}`)
    .join('\n');
}

function labelled(label: string, value: string): string {
  return `${strong(plain(label))}：${escapeInline(value)}`;
}

function strong(text: string): string {
  return text === '' ? '' : `**${escapeInline(text)}**`;
}

function tableText({ columns, rows }: TableBlock): string {
  const lines = [
    tableRow(columns.map(({ header }) => escapeInline(plain(header)))),
    tableRow(columns.map(({ align }) => ({ left: '---', center: ':-:', right: '--:' })[align])),
  ];
  for (const row of rows) {
    if (row.kind === 'group') {
      lines.push(tableRow(columns.map((_, index) => (index === 0 ? strong(plain(row.text)) : ''))));
    } else if (row.kind === 'data') {
      const texts = columns.map((_, index) => {
        const cell = row.cells[index];
        return cell === undefined ? '' : escapeInline(plainCell(cell));
      });
      lines.push(tableRow(texts));
    }
  }
  return lines.join('\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function opinionLines({ boxes }: OpinionsBlock): string {
  return boxes
    .map(({ title, text, signs, seal, on }) => {
      const after = [
        ...signs.map((sign) => `${escapeInline(plain(sign))}：`),
        ...(seal ? ['（盖章）'] : []),
        ...(on === undefined ? [] : [on === '' ? '年　　月　　日' : escapeInline(plain(on))]),
      ];
      return [labelled(title, plain(text)), ...after].join('<br>\n');
    })
    .join('\n\n');
}
