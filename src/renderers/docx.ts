import type { Document } from '../papers/document.ts';
import { bodyOf, GAP, type Body } from './docx/body.ts';
import { chartRoom } from './docx/chart-room.ts';
import { facesOf, substitutionWarnings } from './docx/faces.ts';
import { packWordFile } from './docx/package.ts';
import { endingSection, isParagraph, withBookmark } from './docx/paragraph.ts';
import { makeEdges, sectionProperties, type PageRun } from './docx/word-section.ts';
import type { WordFileSetting } from './docx/word-setting.ts';
import { stylesPart } from './docx/word-styles.ts';
import { drawCharts } from './page-layout/draw-charts.ts';
import { isBound, pageRuns } from './page-layout/page-runs.ts';
import { plain } from './plain-text.ts';
import type { Renderer } from './renderer.ts';

/** More rows make a file that Word opens only slowly. */
const MOST_ROWS = 5000;

/** File for Word and WPS: papers one after the other, each a section with its own page. */
export const docx: Renderer = {
  format: 'docx',
  extension: '.docx',
  render: async (documents, { name, fonts, author }) => {
    // A file without a paragraph is damaged.
    if (documents.length === 0) return [];
    const faces = facesOf(fonts);
    const pen = { faces, substitutions: new Map<string, Set<string>>() };
    const hasLetters = documents.some(({ style }) => style === 'letter');
    const bare: WordFileSetting = {
      pen,
      hasLetters,
      numbering: { next: 0 },
      drawings: new Map(),
      pageOf: () => undefined,
    };
    const file = {
      ...bare,
      drawings: await drawCharts(documents, (document, figure) =>
        chartRoom(document, figure, bare),
      ),
    };
    const bodies = documents.map((document) => bodyOf(document, file));
    const runs = numberRuns(documents, bodies);
    const twoSided = hasLetters || runs.some(({ bound }) => bound);
    const edges = makeEdges();
    const pieces = documents.flatMap((document, index) => {
      const body = hasContents(document)
        ? bodyOf(document, { ...file, pageOf: pageFinder(documents, bodies, runs) })
        : bodies[index]!;
      const section = sectionProperties(document, { run: runs[index]!, twoSided, edges }, pen);
      return sectionItems(body, index, section, index === documents.length - 1);
    });
    const bytes = packWordFile({
      body: pieces,
      edges: edges.parts,
      styles: stylesPart(faces, hasLetters),
      faces,
      twoSided,
      title: plain(documents[0]?.title ?? name),
      author: plain(author === '' ? '廉防' : author),
      description: plain(documents[0]?.foot.text ?? ''),
    });
    const warnings = [...substitutionWarnings(pen.substitutions), ...rowWarnings(documents)];
    return [{ name: `${name}.docx`, bytes, warnings }];
  },
};

/** Marks at the first and the last paragraph of a paper, for the fields that show pages. */
const startMark = (index: number): string => `_start${index + 1}`;
const endMark = (index: number): string => `_end${index + 1}`;

function sectionItems(
  { items }: Body,
  index: number,
  section: string,
  isLast: boolean,
): readonly string[] {
  const marked = [...items];
  if (!isParagraph(marked[0] ?? '')) marked.unshift(GAP);
  if (!isParagraph(marked.at(-1) ?? '')) marked.push(GAP);
  marked[0] = withBookmark(marked[0] ?? GAP, startMark(index), 2 * index + 1);
  const last = withBookmark(marked.at(-1) ?? GAP, endMark(index), 2 * index + 2);
  marked[marked.length - 1] = isLast ? last : endingSection(last, section);
  return isLast ? [...marked, section] : marked;
}

/** Papers that are numbered on from each other count their pages together; a cover counts nowhere. */
function numberRuns(documents: readonly Document[], bodies: readonly Body[]): PageRun[] {
  const runs = pageRuns(documents);
  const countOf = (members: readonly number[]): number =>
    members.reduce((total, member) => total + (bodies[member]?.pages ?? 1), 0);
  const isWhole = runs.length === 1 && runs[0]?.length === documents.length;
  return documents.map((_, index) => {
    const run = runs.find((members) => members.includes(index)) ?? [];
    const before = run.slice(0, run.indexOf(index));
    const goesOn = before.length > 0 && before.at(-1) === index - 1;
    return {
      start: goesOn ? undefined : countOf(before) + 1,
      total: isWhole ? 'NUMPAGES' : `PAGEREF ${endMark(run.at(-1) ?? index)}`,
      estimate: countOf(run),
      bound: isBound(runs, index),
    };
  });
}

function hasContents({ blocks }: Document): boolean {
  return blocks.some(({ kind }) => kind === 'contents');
}

/** Where each paper begins: what a field shows until the program computes it. */
function pageFinder(
  documents: readonly Document[],
  bodies: readonly Body[],
  runs: readonly PageRun[],
): WordFileSetting['pageOf'] {
  let page = 1;
  const pages = documents.map((_, index) => {
    page = runs[index]?.start ?? page;
    const own = page;
    page += bodies[index]?.pages ?? 1;
    return own;
  });
  return (index) =>
    documents[index] === undefined || documents[index].pageNumbers === 'none'
      ? undefined
      : { code: `PAGEREF ${startMark(index)} \\h`, shown: String(pages[index] ?? 1) };
}

function rowWarnings(documents: readonly Document[]): string[] {
  const rows = documents
    .flatMap(({ blocks }) => blocks)
    .reduce((total, block) => total + (block.kind === 'table' ? block.rows.length : 0), 0);
  return rows <= MOST_ROWS
    ? []
    : [`共 ${rows} 行，Word 打开会很慢，建议改用 Excel 格式，或按科室、岗位分开出表`];
}
