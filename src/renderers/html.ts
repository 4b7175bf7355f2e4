import type { Document } from '../papers/document.ts';
import { blockHtml } from './html/block-html.ts';
import { escapeAttribute, escapeText } from './html/escape.ts';
import { STYLE } from './html/page-style.ts';
import { drawCharts, type Drawings } from './page-layout/draw-charts.ts';
import type { Renderer } from './renderer.ts';

/** Room for a chart on the screen and on A4 between the margins, in points. */
const FIGURE_ROOM = { width: 480, height: 700 };

/** One page for the notice board or the intranet: a single file, no script, prints well. */
export const html: Renderer = {
  format: 'html',
  extension: '.html',
  render: async (documents, { name, author }) => {
    if (documents.length === 0) return [];
    const drawings = await drawCharts(documents, () => FIGURE_ROOM);
    const bytes = new TextEncoder().encode(pageHtml(documents, drawings, author));
    return [{ name: `${name}.html`, bytes }];
  },
};

function pageHtml(documents: readonly Document[], drawings: Drawings, author: string): string {
  const title = documents[0]?.title ?? '';
  const isOne = documents.length === 1;
  const articles = documents.map((document, index) =>
    articleHtml(document, index, isOne, drawings),
  );
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escapeAttribute(author)}">
<title>${escapeText(title).replaceAll('<br>', ' ')}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<main id="main">
${isOne ? '' : `${headHtml(title, documents)}\n`}${articles.join('\n')}
</main>
</body>
</html>
`;
}

/** The common heading and, where no contents page has them, links to all sheets. */
function headHtml(title: string, documents: readonly Document[]): string {
  const heading = `<header><h1>${escapeText(title)}</h1></header>`;
  if (documents.some(({ blocks }) => blocks.some(({ kind }) => kind === 'contents')))
    return heading;
  const links = documents.map(
    ({ sheet, title: own }, index) =>
      `<li><a href="#${anchor(index)}">${escapeText(sheet.trim() === '' ? own : sheet)}</a></li>`,
  );
  return `${heading}\n<nav aria-label="目录"><ol>${links.join('')}</ol></nav>`;
}

function articleHtml(
  document: Document,
  index: number,
  isOne: boolean,
  drawings: Drawings,
): string {
  const { style, paper, foot, blocks } = document;
  const page = { document, topLevel: isOne ? 1 : 2, anchor, drawings } as const;
  const size = `${paper.size}-${paper.orientation}`.toLowerCase();
  const classes = [
    style,
    ...(style === 'letter' ? [] : [size]),
    ...(foot.draft ? ['draft'] : []),
    ...(blocks.some((block) => block.kind === 'title' && block.cover === true) ? ['cover'] : []),
  ];
  const content = blocks.map((block) => blockHtml(block, page)).join('\n');
  const below = foot.text === '' ? '' : `\n<p class="foot">${escapeText(foot.text)}</p>`;
  return `<article id="${anchor(index)}" class="${classes.join(' ')}" aria-label="${escapeAttribute(document.title)}">\n${content}${below}\n</article>`;
}

function anchor(index: number): string {
  return `p${index + 1}`;
}
