import type {
  Block,
  Document,
  FigureBlock,
  OpinionsBlock,
  ParagraphBlock,
} from '../../papers/document.ts';
import { drawSvg } from '../../figures/draw-svg.ts';
import type { Drawings } from '../page-layout/draw-charts.ts';
import { escapeText } from './escape.ts';
import { fieldsHtml, tableHtml } from './table-html.ts';

/** What a block needs to know of the page that it stands on. */
export type HtmlPage = {
  readonly document: Document;
  /** 1 where the paper is alone in its file, 2 below a common heading: a page has one `h1`. */
  readonly topLevel: 1 | 2;
  /** The id that links to a document of the file lead to. */
  readonly anchor: (document: number) => string;
  readonly drawings: Drawings;
};

export function blockHtml(block: Block, page: HtmlPage): string {
  switch (block.kind) {
    case 'title':
      return page.topLevel === 1
        ? `<h1>${escapeText(block.text)}</h1>`
        : `<h2 class="title">${escapeText(block.text)}</h2>`;
    case 'heading': {
      const level = page.topLevel + block.level;
      return `<h${level} class="heading l${block.level}">${escapeText(block.text)}</h${level}>`;
    }
    case 'paragraph':
      return paragraphHtml(block);
    case 'list': {
      const items = block.items.map((item) => `<li>${escapeText(item)}</li>`).join('');
      return block.from === undefined
        ? `<ul class="list">${items}</ul>`
        : `<ol class="list" start="${block.from}">${items}</ol>`;
    }
    case 'fields':
      return fieldsHtml(block);
    case 'table':
      return tableHtml(block, page.document.grid);
    case 'opinions':
      return opinionsHtml(block);
    case 'signatures':
      return `<div class="signatures">${block.items.map((item) => `<span>${escapeText(item)}</span>`).join('')}</div>`;
    case 'closing': {
      const lines = [...block.by, block.on].map((line) => `<p>${escapeText(line)}</p>`);
      return `<div class="closing${block.seal ? ' seal' : ''}">${lines.join('')}</div>`;
    }
    case 'figure':
      return figureHtml(block, page);
    case 'contents': {
      const items = block.entries.map(
        ({ text, level, document }) =>
          `<li class="l${level}"><a href="#${page.anchor(document)}">${escapeText(text)}</a></li>`,
      );
      return `<div class="contents"><ol>${items.join('')}</ol></div>`;
    }
    case 'pageBreak':
      return '<div class="page-break"></div>';
  }
}

function paragraphHtml({ role, text }: ParagraphBlock): string {
  // Each line of running text is a paragraph of its own, with its own indent.
  return text
    .split(/\r\n?|\n/)
    .map((line) => `<p class="${role}">${escapeText(line)}</p>`)
    .join('\n');
}

function opinionsHtml({ boxes }: OpinionsBlock): string {
  const rows = boxes.map(({ title, text, signs, seal, on }) => {
    const below = [
      ...signs.map((sign) => `${escapeText(sign)}：＿＿＿＿＿＿`),
      ...(seal ? ['（盖章）'] : []),
      ...(on === undefined ? [] : [on === '' ? '年　　月　　日' : escapeText(on)]),
    ];
    return `<tr><th scope="row">${escapeText(title)}</th><td class="opinion" colspan="3"><p>${escapeText(text)}</p><p class="sign">${below.join('　　')}</p></td></tr>`;
  });
  return `<table class="opinions">\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** The picture, and its facts as a table for readers that have no pictures. */
function figureHtml(block: FigureBlock, page: HtmlPage): string {
  const drawings = (page.drawings.get(block) ?? []).map(drawSvg);
  const table = tableHtml(block.table, page.document.grid);
  return `<figure>${drawings.join('\n')}</figure>\n<details><summary>图中内容（文字）</summary>\n${table}\n</details>`;
}
