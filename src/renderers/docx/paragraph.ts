import { el, val, when } from './xml.ts';

/** Looks of a paragraph that differ from its style. Measures are twips. */
export type ParagraphLook = {
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly tabs?: readonly TabStop[];
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly lineRule?: 'auto' | 'exact' | 'atLeast';
  readonly left?: number;
  readonly right?: number;
  readonly firstLine?: number;
  readonly hanging?: number;
  readonly align?: 'left' | 'center' | 'right';
};

type TabStop = {
  readonly at: number;
  readonly kind: 'left' | 'center' | 'right';
  /** A line of dots up to the tab. */
  readonly dotted?: boolean;
};

/** A paragraph of a style, with its runs. */
export function paragraph(style: StyleId, content: string, look: ParagraphLook = {}): string {
  const { keepNext, pageBreakBefore, tabs, align } = look;
  const { before, after, line, lineRule, left, right, firstLine, hanging } = look;
  const spacing = {
    'w:before': before,
    'w:after': after,
    'w:line': line,
    'w:lineRule': line === undefined ? undefined : (lineRule ?? 'auto'),
  };
  const indent = {
    'w:left': left,
    'w:leftChars': left === undefined ? undefined : 0,
    'w:right': right,
    'w:rightChars': right === undefined ? undefined : 0,
    'w:firstLine': firstLine,
    'w:firstLineChars': firstLine === undefined && hanging === undefined ? undefined : 0,
    'w:hanging': hanging,
  };
  const properties = [
    val('w:pStyle', style),
    when(keepNext === true, '<w:keepNext/>'),
    when(pageBreakBefore === true, '<w:pageBreakBefore/>'),
    tabs === undefined
      ? ''
      : el(
          'w:tabs',
          {},
          ...tabs.map(({ at, kind, dotted }) =>
            el('w:tab', {
              'w:val': kind,
              'w:leader': dotted === true ? 'dot' : undefined,
              'w:pos': at,
            }),
          ),
        ),
    when(isGiven(spacing), el('w:spacing', spacing)),
    when(isGiven(indent), el('w:ind', indent)),
    align === undefined ? '' : val('w:jc', align),
  ];
  return el('w:p', {}, el('w:pPr', {}, ...properties), content);
}

/** Whether an element of the body is a paragraph, and no table. */
export function isParagraph(item: string): boolean {
  return item.startsWith('<w:p>');
}

/**
 * The paragraph on one page with the next one.
 * @param lines where a page ends inside it, at least two of its lines go along
 */
export function keptWithNext(item: string, lines = false): string {
  const [start = '', head = '', , widow = ''] =
    /^(<w:p><w:pPr><w:pStyle [^>]*\/>)(<w:keepNext\/>)?(<w:widowControl\/>)?/.exec(item) ?? [];
  if (start === '') return item;
  const own = when(lines || widow !== '', '<w:widowControl/>');
  return `${head}<w:keepNext/>${own}${item.slice(start.length)}`;
}

/** What a paragraph says. */
export function textOf(item: string): string {
  return item.replace(/<[^>]*>/g, '');
}

/** The paragraph at the top of a page. */
export function onNewPage(item: string): string {
  const start = /^<w:p><w:pPr><w:pStyle [^>]*\/>(?:<w:keepNext\/>)?/.exec(item)?.[0] ?? '';
  return `${start}<w:pageBreakBefore/>${item.slice(start.length)}`;
}

/** The paragraph as the last one of a section. */
export function endingSection(item: string, sectPr: string): string {
  return item.replace('</w:pPr>', () => `${sectPr}</w:pPr>`);
}

/** The paragraph with a mark at its start that fields refer to. */
export function withBookmark(item: string, name: string, id: number): string {
  const mark = `${el('w:bookmarkStart', { 'w:id': id, 'w:name': name })}${el('w:bookmarkEnd', { 'w:id': id })}`;
  return item.replace('</w:pPr>', () => `</w:pPr>${mark}`);
}

function isGiven(values: Readonly<Record<string, unknown>>): boolean {
  return Object.values(values).some((value) => value !== undefined);
}

/** Styles by id; `styles.ts` says what each looks like. */
export type StyleId =
  | 'Normal'
  | 'Title'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'TOC1'
  | 'TOC2'
  | 'Header'
  | 'Footer'
  | 'BodyText'
  | 'FormText'
  | 'Note'
  | 'Centered'
  | 'Addressee'
  | 'DocumentNumber'
  | 'Attachment'
  | 'AttachmentMark'
  | 'SignedBy'
  | 'Signatures'
  | 'Figure'
  | 'Gap'
  | 'TableHead'
  | 'TableGroup'
  | 'TableText'
  | 'FieldLabel'
  | 'FieldText'
  | 'FieldLine'
  | 'OpinionLabel'
  | 'OpinionText';
