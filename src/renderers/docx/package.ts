import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Faces } from './faces.ts';
import { el, val, XML_HEAD } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** The clock must not be seen in a file, and the papers carry their own dates. */
const FIXED_TIME = '1980-01-01T12:00:00Z';

const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': `${OFFICE}/relationships`,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:wpg': 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  'xmlns:wps': 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
};

/** A page head or foot: its relationship, `header1` or `footer3`, and its paragraphs. */
export type EdgePart = {
  readonly id: string;
  readonly kind: 'header' | 'footer';
  readonly content: string;
};

export type WordFile = {
  /** Of the body, in parts: a file of many tables is longer than one string can be. */
  readonly body: readonly string[];
  readonly edges: readonly EdgePart[];
  readonly styles: string;
  readonly faces: Faces;
  /** Even pages have feet of their own and mirrored margins. */
  readonly twoSided: boolean;
  readonly title: string;
  readonly author: string;
  readonly description: string;
};

/** Packs the parts so that the same content is the same bytes: entries in order, fixed times. */
export function packWordFile(file: WordFile): Uint8Array {
  const { edges, faces, twoSided } = file;
  const parts: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(edges)),
    '_rels/.rels': strToU8(
      relationships([
        [`${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
        [`${RELATIONSHIPS}/metadata/core-properties`, 'docProps/core.xml'],
        [`${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'],
      ]),
    ),
    'docProps/app.xml': strToU8(
      `${XML_HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>廉防</Application></Properties>`,
    ),
    'docProps/core.xml': strToU8(coreProperties(file)),
    'word/document.xml': documentPart(file.body),
    'word/fontTable.xml': strToU8(fontTable(faces)),
    'word/settings.xml': strToU8(settings(twoSided)),
    'word/styles.xml': strToU8(file.styles),
    'word/theme/theme1.xml': strToU8(theme(faces)),
    'word/_rels/document.xml.rels': strToU8(
      relationships([
        [`${OFFICE}/relationships/styles`, 'styles.xml'],
        [`${OFFICE}/relationships/settings`, 'settings.xml'],
        [`${OFFICE}/relationships/fontTable`, 'fontTable.xml'],
        [`${OFFICE}/relationships/theme`, 'theme/theme1.xml'],
        ...edges.map(
          ({ id, kind }) => [`${OFFICE}/relationships/${kind}`, `${id}.xml`, id] as const,
        ),
      ]),
    ),
  };
  for (const { id, kind, content } of edges) {
    const root = kind === 'header' ? 'w:hdr' : 'w:ftr';
    parts[`word/${id}.xml`] = strToU8(`${XML_HEAD}${el(root, NAMESPACES, content)}`);
  }
  // Local noon: times in a zip have no zone, and noon exists in every one of them.
  return zipSync(parts, { mtime: new Date(1980, 0, 1, 12), level: 6 });
}

function documentPart(body: readonly string[]): Uint8Array {
  const [start, end] = el('w:document', NAMESPACES, el('w:body', {}, '\0')).split('\0');
  const pieces = [`${XML_HEAD}${start}`, ...body, end ?? ''].map((piece) => strToU8(piece));
  const bytes = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function contentTypes(edges: readonly EdgePart[]): string {
  const overrides: readonly (readonly [part: string, type: string])[] = [
    ['/word/document.xml', `${WORD_TYPE}.document.main+xml`],
    ['/word/styles.xml', `${WORD_TYPE}.styles+xml`],
    ['/word/settings.xml', `${WORD_TYPE}.settings+xml`],
    ['/word/fontTable.xml', `${WORD_TYPE}.fontTable+xml`],
    ['/word/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ...edges.map(({ id, kind }) => [`/word/${id}.xml`, `${WORD_TYPE}.${kind}+xml`] as const),
  ];
  return `${XML_HEAD}${el(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    el('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...overrides.map(([PartName, ContentType]) => el('Override', { PartName, ContentType })),
  )}`;
}

function relationships(
  targets: readonly (readonly [type: string, target: string, id?: string])[],
): string {
  return `${XML_HEAD}${el(
    'Relationships',
    { xmlns: RELATIONSHIPS },
    ...targets.map(([Type, Target, id], index) =>
      el('Relationship', { Id: id ?? `rId${index + 1}`, Type, Target }),
    ),
  )}`;
}

function coreProperties({ title, author, description }: WordFile): string {
  const time = { 'xsi:type': 'dcterms:W3CDTF' };
  return `${XML_HEAD}${el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    textElement('dc:title', title),
    textElement('dc:creator', author),
    textElement('dc:description', description),
    textElement('cp:lastModifiedBy', author),
    el('dcterms:created', time, FIXED_TIME),
    el('dcterms:modified', time, FIXED_TIME),
  )}`;
}

function textElement(name: string, text: string): string {
  return text === '' ? '' : el(name, {}, text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

/** What Word and WPS need to know of Chinese type; without the compatibility mode they set lines as in 2003. */
function settings(twoSided: boolean): string {
  return `${XML_HEAD}${el(
    'w:settings',
    { 'xmlns:w': NAMESPACES['xmlns:w'] },
    twoSided ? '<w:mirrorMargins/>' : '',
    val('w:defaultTabStop', 420),
    twoSided ? '<w:evenAndOddHeaders/>' : '',
    val('w:characterSpacingControl', 'doNotCompress'),
    el(
      'w:compat',
      {},
      '<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:adjustLineHeightInTable/><w:useFELayout/>',
      el('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': '15',
      }),
    ),
    el('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
  )}`;
}

function fontTable(faces: Faces): string {
  const names = [...new Set(Object.values(faces))];
  return `${XML_HEAD}${el(
    'w:fonts',
    { 'xmlns:w': NAMESPACES['xmlns:w'] },
    ...names.map((name) =>
      el('w:font', { 'w:name': name }, val('w:charset', name === faces.latin ? '00' : '86')),
    ),
  )}`;
}

/** Programs take a file without a theme for damaged; nothing in the text refers to it. */
function theme(faces: Faces): string {
  const color = (name: string, rgb: string): string =>
    el(`a:${name}`, {}, el('a:srgbClr', { val: rgb }));
  const fonts = (name: string, east: string): string =>
    el(
      `a:${name}`,
      {},
      el('a:latin', { typeface: faces.latin }),
      el('a:ea', { typeface: east }),
      el('a:cs', { typeface: '' }),
    );
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350">${fill}<a:prstDash val="solid"/></a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `${XML_HEAD}${el(
    'a:theme',
    { 'xmlns:a': NAMESPACES['xmlns:a'], name: '公文' },
    el(
      'a:themeElements',
      {},
      el(
        'a:clrScheme',
        { name: '黑白' },
        color('dk1', '000000'),
        color('lt1', 'FFFFFF'),
        color('dk2', '404040'),
        color('lt2', 'EEEEEE'),
        ...['333333', '595959', '7F7F7F', 'A6A6A6', 'BFBFBF', 'D9D9D9'].map((rgb, index) =>
          color(`accent${index + 1}`, rgb),
        ),
        color('hlink', '000000'),
        color('folHlink', '000000'),
      ),
      el(
        'a:fontScheme',
        { name: '公文' },
        fonts('majorFont', faces.head),
        fonts('minorFont', faces.body),
      ),
      el(
        'a:fmtScheme',
        { name: '公文' },
        el('a:fillStyleLst', {}, fill.repeat(3)),
        el('a:lnStyleLst', {}, line.repeat(3)),
        el('a:effectStyleLst', {}, effect.repeat(3)),
        el('a:bgFillStyleLst', {}, fill.repeat(3)),
      ),
    ),
  )}`;
}
