import type { Document } from '../../papers/document.ts';
import { displayWidth } from '../../util/display-width.ts';
import { plain } from '../plain-text.ts';
import type { EdgePart } from './package.ts';
import { paragraph } from './paragraph.ts';
import { field, fontNames, runs, sizes, type Pen } from './runs.ts';
import { roomOf } from './word-setting.ts';
import { LETTER_PITCH } from './word-styles.ts';
import { el, MM, twips, val, when } from './xml.ts';

/** Which pages a paper's numbers count, and where they end. */
export type PageRun = {
  /** First number; undefined: on from the paper before. */
  readonly start: number | undefined;
  /** Field code of the last number. */
  readonly total: string;
  /** By estimate, until the program counts. */
  readonly estimate: number;
  /** Papers bound together have one style of numbers, that of letters. */
  readonly bound: boolean;
};

const PAPER_TWIPS = { A4: [11906, 16838], A3: [16838, 23811] } as const;
/** As in workbooks and PDF, in millimetres. */
const FORM_MARGINS = { top: 19, right: 16, bottom: 17, left: 16, header: 9, footer: 8 };
/** GB/T 9704-2012, 5.2.1 and 7.5, in twips: the page number stands 7 mm below the type area. */
const LETTER_MARGINS = {
  top: 2098,
  right: 1474,
  bottom: 1984,
  left: 1588,
  header: 850,
  footer: 1470,
};
const DRAFT = '草稿';
const NUMBER_SIZE = 14;
const FOOT_SIZE = 9;

/** Page heads and feet of a file; equal ones are one part. */
export type SectionEdges = {
  readonly parts: readonly EdgePart[];
  readonly refer: (kind: EdgePart['kind'], page: 'default' | 'even', content: string) => string;
};

export function makeEdges(): SectionEdges {
  const parts: EdgePart[] = [];
  const known = new Map<string, EdgePart>();
  return {
    parts,
    refer: (kind, page, content) => {
      const key = `${kind}${content}`;
      const count = parts.filter((part) => part.kind === kind).length;
      const part = known.get(key) ?? { id: `${kind}${count + 1}`, kind, content };
      if (!known.has(key)) {
        known.set(key, part);
        parts.push(part);
      }
      return el(`w:${kind}Reference`, { 'w:type': page, 'r:id': part.id });
    },
  };
}

export type SectionOfRun = {
  readonly run: PageRun;
  readonly twoSided: boolean;
  readonly edges: SectionEdges;
};

/** Paper, margins, grid, heads and feet of one paper. */
export function sectionProperties(
  document: Document,
  { run, twoSided, edges }: SectionOfRun,
  pen: Pen,
): string {
  const { paper, style, foot, pageNumbers } = document;
  const isLetter = style === 'letter';
  const across = paper.orientation === 'landscape';
  const [short, long] = PAPER_TWIPS[paper.size];
  const margins = isLetter ? LETTER_MARGINS : formMargins();
  const head = paragraph('Header', when(foot.draft, runs(DRAFT, { face: 'head' }, pen)));
  const footOf = (page: 'default' | 'even'): string => {
    const isShown = pageNumbers !== 'none';
    if (!isShown) return paragraph('Footer', '');
    if (isLetter) return letterFoot(page, run, pen);
    return run.bound ? boundFoot(document, page, run, pen) : formFoot(document, run, pen);
  };
  const references = (['default', 'even'] as const)
    .filter((page) => page === 'default' || twoSided)
    .flatMap((page) => [
      edges.refer('header', page, head),
      edges.refer('footer', page, footOf(page)),
    ]);
  return el(
    'w:sectPr',
    {},
    ...references,
    val('w:type', 'nextPage'),
    el('w:pgSz', {
      'w:w': across ? long : short,
      'w:h': across ? short : long,
      'w:orient': across ? 'landscape' : undefined,
    }),
    el('w:pgMar', {
      ...Object.fromEntries(Object.entries(margins).map(([side, width]) => [`w:${side}`, width])),
      'w:gutter': 0,
    }),
    // WPS starts anew at an empty element.
    run.start === undefined ? '' : el('w:pgNumType', { 'w:start': run.start }),
    isLetter ? el('w:docGrid', { 'w:type': 'lines', 'w:linePitch': LETTER_PITCH }) : '',
  );
}

function formMargins(): Record<keyof typeof FORM_MARGINS, number> {
  const { top, right, bottom, left, header, footer } = FORM_MARGINS;
  const at = (mm: number): number => twips(mm * MM);
  return {
    top: at(top),
    right: at(right),
    bottom: at(bottom),
    left: at(left),
    header: at(header),
    footer: at(footer),
  };
}

/** —1— in 四号, on the outer side: right on odd pages, left on even ones, a character from the edge. */
function letterFoot(page: 'default' | 'even', run: PageRun, pen: Pen): string {
  const side = twips(NUMBER_SIZE);
  return paragraph('Footer', letterNumber(run, pen), {
    line: twips(NUMBER_SIZE * 1.2),
    lineRule: 'exact',
    ...(page === 'default' ? { align: 'right', right: side } : { align: 'left', left: side }),
  });
}

/** The same number on a form that is bound with letters; the edition stands on the inner side. */
function boundFoot(document: Document, page: 'default' | 'even', run: PageRun, pen: Pen): string {
  const text = plain(document.foot.text).replaceAll('\n', ' ');
  if (text === '') return letterFoot(page, run, pen);
  const { width } = roomOf(document);
  const said = runs(text, { face: 'body' }, pen);
  const isLong = (displayWidth(text) * FOOT_SIZE) / 2 > width / 2;
  if (isLong) return `${paragraph('Footer', said)}${letterFoot(page, run, pen)}`;
  const side = twips(NUMBER_SIZE);
  const number = letterNumber(run, pen);
  const tab = '<w:r><w:tab/></w:r>';
  return page === 'default'
    ? paragraph('Footer', `${said}${tab}${number}`, {
        tabs: [{ at: twips(width) - side, kind: 'right' }],
      })
    : paragraph('Footer', `${number}${tab}${said}`, {
        tabs: [{ at: twips(width), kind: 'right' }],
        left: side,
      });
}

function letterNumber(run: PageRun, { faces }: Pen): string {
  const size = sizes(NUMBER_SIZE);
  // Digits too are 宋体, half as wide as a Han character.
  const own = fontNames(faces.body, { ...faces, latin: faces.body });
  const look = `${el('w:rFonts', { 'w:hint': 'eastAsia', ...own })}${size}`;
  const dash = el('w:r', {}, el('w:rPr', {}, look), '<w:t>—</w:t>');
  const number = field('PAGE', String(run.start ?? 1), look);
  return `${dash}${number}${dash}`;
}

/** The edition at the left, the page number in the middle. */
function formFoot(document: Document, run: PageRun, pen: Pen): string {
  const { width } = roomOf(document);
  const text = plain(document.foot.text).replaceAll('\n', ' ');
  const said = runs(text, { face: 'body' }, pen);
  const plainRun = (own: string): string => runs(own, { face: 'body' }, pen);
  const number = [
    plainRun('第 '),
    field('PAGE', String(run.start ?? 1)),
    plainRun(' 页 共 '),
    field(run.total, String(run.estimate)),
    plainRun(' 页'),
  ].join('');
  const tabs = [{ at: twips(width / 2), kind: 'center' as const }];
  const isLong = (displayWidth(text) * FOOT_SIZE) / 2 > width / 2 - 50;
  const middle = isLong
    ? paragraph('Footer', number, { align: 'center' })
    : paragraph('Footer', `${said}<w:r><w:tab/></w:r>${number}`, { tabs });
  return isLong ? `${paragraph('Footer', said)}${middle}` : middle;
}
