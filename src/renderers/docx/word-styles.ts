import type { StyleId } from './paragraph.ts';
import type { FaceName, Faces } from './faces.ts';
import { fontNames, sizes } from './runs.ts';
import { el, val, when, XML_HEAD } from './xml.ts';

/** 三号, the type of letters; 五号, the type of forms. */
export const LETTER_SIZE = 16;
const FORM_SIZE = 10.5;
/** Line pitch of letters in twips: 22 lines on 225 mm. */
export const LETTER_PITCH = 579;
/**
 * What 28 characters of 16 points are closer than that, in twips: 156 mm / 28 is 15.79 points. A grid of
 * characters would say the same, but LibreOffice gives each character two of its cells.
 */
const LETTER_TRACKING = -5;
/** From character to character in points. */
export const LETTER_EM = LETTER_SIZE + LETTER_TRACKING / 20;
/** Two characters of 三号. */
const LETTER_INDENT = 640;

type WordStyle = {
  /** As Word and WPS know it: they find built-in styles by name. */
  readonly name: string;
  readonly face: FaceName;
  readonly size: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Twips. */
  readonly line?: readonly [number, 'exact' | 'atLeast' | 'auto'];
  readonly before?: number;
  readonly after?: number;
  readonly firstLine?: number;
  readonly outline?: number;
  readonly keepNext?: boolean;
  /** On the grid of lines of letters, 28 characters a line. */
  readonly onGrid?: boolean;
};

const EXACT = [LETTER_PITCH, 'exact'] as const;
const CLOSE = [240, 'auto'] as const;

/** All styles of a file. Letters decide what headings and plain paragraphs look like where there are any. */
function stylesOf(hasLetters: boolean): Readonly<Record<StyleId, WordStyle>> {
  const letter = { face: 'letter', size: LETTER_SIZE, line: EXACT, onGrid: true } as const;
  const form = { face: 'body', size: FORM_SIZE, line: CLOSE } as const;
  const normal = hasLetters ? letter : form;
  const cell = { face: 'body', size: FORM_SIZE, line: [FORM_SIZE * 20, 'atLeast'] } as const;
  const heading = (level: 1 | 2 | 3, name: string): WordStyle => ({
    ...letter,
    name,
    face: ({ 1: 'head', 2: 'kai', 3: 'letter' } as const)[level],
    firstLine: LETTER_INDENT,
    outline: level - 1,
    keepNext: true,
  });
  const contents = hasLetters
    ? ({ ...letter, align: 'left' } as const)
    : ({ face: 'body', size: 12, line: [480, 'atLeast'], align: 'left' } as const);
  const foot = { face: 'body', size: 9, line: CLOSE } as const;
  return {
    Normal: { ...normal, name: 'Normal', align: 'both' },
    Title: {
      name: 'Title',
      face: 'title',
      size: 22,
      align: 'center',
      line: hasLetters ? EXACT : [480, 'atLeast'],
      keepNext: true,
    },
    Heading1: heading(1, 'heading 1'),
    Heading2: heading(2, 'heading 2'),
    Heading3: heading(3, 'heading 3'),
    TOC1: { ...contents, name: 'toc 1' },
    TOC2: { ...contents, name: 'toc 2' },
    Header: { ...foot, name: 'header', face: 'head', size: 14, align: 'center' },
    Footer: { ...foot, name: 'footer', align: 'left' },
    BodyText: { ...letter, name: 'Body Text', firstLine: LETTER_INDENT, align: 'both' },
    FormText: { ...form, name: '表格正文', line: [400, 'atLeast'], align: 'both' },
    Note: { ...form, name: '表注', size: 9, align: 'left', before: 40 },
    Centered: { ...normal, name: '居中', face: hasLetters ? 'kai' : 'body', align: 'center' },
    Addressee: { ...letter, name: '主送机关', align: 'left' },
    DocumentNumber: { ...letter, name: '发文字号', align: 'center', keepNext: true },
    Attachment: { ...letter, name: '附件说明', align: 'left' },
    AttachmentMark: { ...letter, name: '附件标记', face: 'head', align: 'left', keepNext: true },
    SignedBy: { ...letter, name: '署名和日期', align: 'right' },
    Signatures: { ...form, name: '签名行', line: [560, 'atLeast'], align: 'left' },
    Figure: { ...form, name: '图', align: 'center' },
    Gap: { ...form, name: '表间', size: 1, line: [20, 'exact'] },
    TableHead: { ...cell, name: '表头', face: 'head', align: 'center' },
    TableGroup: { ...cell, name: '表内分组', face: 'head', align: 'left' },
    TableText: { ...cell, name: '表文', align: 'left' },
    FieldLabel: { ...cell, name: '栏目', face: 'head', align: 'center' },
    FieldText: { ...cell, name: '栏目内容', align: 'left' },
    FieldLine: { ...cell, name: '表上项', align: 'left' },
    OpinionLabel: { ...cell, name: '意见栏', face: 'head', align: 'center' },
    OpinionText: { ...cell, name: '意见', align: 'left' },
  };
}

/** The size that a style gives, so that runs name theirs only where it differs. */
export function sizeOf(style: StyleId, hasLetters: boolean): number {
  return (hasLetters ? WITH_LETTERS : WITHOUT)[style].size;
}
const WITH_LETTERS = stylesOf(true);
const WITHOUT = stylesOf(false);

/** The part `styles.xml`: these styles and no others. */
export function stylesPart(faces: Faces, hasLetters: boolean): string {
  const all = hasLetters ? WITH_LETTERS : WITHOUT;
  const { Normal, ...others } = all;
  const defaults = el(
    'w:docDefaults',
    {},
    el(
      'w:rPrDefault',
      {},
      el(
        'w:rPr',
        {},
        el('w:rFonts', fontNames(faces[Normal.face], faces)),
        sizes(Normal.size),
        el('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
      ),
    ),
    el('w:pPrDefault', {}, el('w:pPr', {}, val('w:widowControl', 0))),
  );
  const paragraphs = Object.entries(others).map(([id, style]) => styleElement(id, style, faces));
  return `${XML_HEAD}${el(
    'w:styles',
    { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
    defaults,
    styleElement('Normal', Normal, faces),
    DEFAULT_CHARACTER,
    DEFAULT_TABLE,
    ...paragraphs,
  )}`;
}

function styleElement(id: string, style: WordStyle, faces: Faces): string {
  const { name, face, size, bold, align, line, before, after, firstLine, outline } = style;
  const isNormal = id === 'Normal';
  const isBuiltIn = /^[\u0020-\u007e]+$/.test(name);
  const paragraphProperties = [
    when(style.keepNext === true, '<w:keepNext/>'),
    val('w:widowControl', 0),
    // Signs may hang over the edge, as Word has it unasked. Said all the same: LibreOffice understands
    // the opposite, and a sign that hangs over the end of a page is lost there.
    val('w:overflowPunct', 1),
    // No blank between Han characters and digits: it would break the lines of 28 characters.
    val('w:autoSpaceDE', 0),
    val('w:autoSpaceDN', 0),
    when(style.onGrid !== true, val('w:snapToGrid', 0)),
    el('w:spacing', {
      'w:before': before ?? 0,
      'w:after': after ?? 0,
      'w:line': line?.[0] ?? 240,
      'w:lineRule': line?.[1] ?? 'auto',
    }),
    // Said everywhere: what a style leaves open is taken from others.
    el('w:ind', { 'w:firstLine': firstLine ?? 0, 'w:firstLineChars': firstLine ? 200 : 0 }),
    val('w:jc', align ?? 'left'),
    outline === undefined ? '' : val('w:outlineLvl', outline),
  ];
  const runProperties = [
    el('w:rFonts', fontNames(faces[face], faces)),
    val('w:b', bold === true ? 1 : 0),
    val('w:color', '000000'),
    val('w:spacing', style.onGrid === true ? LETTER_TRACKING : 0),
    sizes(size),
  ];
  return el(
    'w:style',
    {
      'w:type': 'paragraph',
      'w:default': isNormal ? 1 : undefined,
      'w:customStyle': isBuiltIn ? undefined : 1,
      'w:styleId': id,
    },
    val('w:name', name),
    when(!isNormal, val('w:basedOn', 'Normal')),
    '<w:qFormat/>',
    el('w:pPr', {}, ...paragraphProperties),
    el('w:rPr', {}, ...runProperties),
  );
}

const DEFAULT_CHARACTER =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>';
const DEFAULT_TABLE =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="50" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
