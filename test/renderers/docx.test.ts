import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Block, Document } from '../../src/papers/document.ts';
import {
  DEFAULT_FONTS,
  loadRenderer,
  type RenderOptions,
} from '../../src/renderers/renderer-registry.ts';
import { elementsIn, parseXml, textOf } from '../support/parse-xml.ts';
import { readDocx } from '../support/read-docx.ts';
import { bureauList, longTextList, paper, personSheet, row, table, text } from './samples.ts';

const OPTIONS = { name: 'out', fonts: DEFAULT_FONTS, author: '某县某局' };

/** The parts of a file by name; every one is checked to be XML. */
async function render(documents: readonly Document[], options: Partial<RenderOptions> = {}) {
  const { render: write } = await loadRenderer('docx');
  const [file] = await write(documents, { ...OPTIONS, ...options });
  const parts = Object.fromEntries(
    Object.entries(unzipSync(file!.bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  for (const part of Object.values(parts)) parseXml(part);
  return { file: file!, parts, body: parts['word/document.xml'] ?? '' };
}

const say = (value: string): Block => ({ kind: 'paragraph', role: 'body', text: value });
function letter(blocks: readonly Block[], changes: Partial<Document> = {}): Document {
  return paper(blocks, { style: 'letter', title: '关于排查廉政风险的通知', ...changes });
}

test('the package has what Word and WPS look for, and nothing of the clock', async () => {
  const { parts } = await render([personSheet()]);
  expect(Object.keys(parts).toSorted()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/app.xml',
    'docProps/core.xml',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/fontTable.xml',
    'word/footer1.xml',
    'word/header1.xml',
    'word/settings.xml',
    'word/styles.xml',
    'word/theme/theme1.xml',
  ]);
  expect(parts['docProps/core.xml']).toContain('<dc:creator>某县某局</dc:creator>');
  expect(parts['docProps/core.xml']).toContain('<dc:title>个人廉政风险自查表</dc:title>');
  expect(parts['docProps/core.xml']?.match(/\d{4}-\d\d-\d\dT/g)).toEqual([
    '1980-01-01T',
    '1980-01-01T',
  ]);
});

test('styles have the names by which Word and WPS know them', async () => {
  const { parts } = await render([letter([say('正文')])]);
  const styles = elementsIn(parseXml(parts['word/styles.xml'] ?? ''), 'w:style');
  const names = styles.map((style) => elementsIn(style, 'w:name')[0]?.attributes['w:val']);
  for (const name of ['Normal', 'Title', 'heading 1', 'heading 2', 'heading 3', 'toc 1']) {
    expect(names).toContain(name);
  }
  expect(new Set(names).size).toBe(names.length);
  // What a style leaves open would leak into table cells.
  for (const style of styles.filter(({ attributes }) => attributes['w:type'] === 'paragraph')) {
    expect(elementsIn(style, 'w:ind')[0]?.attributes).toHaveProperty('w:firstLine');
    expect(elementsIn(style, 'w:rFonts')[0]?.attributes).toMatchObject({
      'w:ascii': 'Times New Roman',
      'w:hAnsi': 'Times New Roman',
    });
  }
});

test('an office names typefaces of its own', async () => {
  const fonts = { ...DEFAULT_FONTS, letter: '方正仿宋_GBK', kai: '方正楷体_GBK', latin: '宋体' };
  const { parts, file } = await render([letter([say('张䶮')])], { fonts });
  expect(parts['word/styles.xml']).toContain('w:eastAsia="方正仿宋_GBK"');
  expect(parts['word/styles.xml']).toContain('w:eastAsia="方正楷体_GBK"');
  expect(parts['word/styles.xml']).not.toContain('Times New Roman');
  expect(file.warnings).toEqual([]);
});

test('a character that GB 2312 lacks is set in another face, and told once', async () => {
  const names = '张䶮、李㛃，笑😀，“引号”——①℃';
  const { file, body } = await render([letter([say(names), say(names)])]);
  expect(file.warnings).toEqual([
    '「仿宋_GB2312」没有「䶮」「㛃」「😀」，改用「仿宋」，付印前请核对字形',
  ]);
  expect(body).toContain(
    '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/></w:rPr><w:t xml:space="preserve">䶮</w:t></w:r>',
  );
  // Tables are set in 宋体, which has them.
  const list = paper([table([['姓名']], [row([text('张䶮')])])]);
  expect((await render([list])).file.warnings).toEqual([]);
});

test('fields have their whole code, and numbering is never left open', async () => {
  const documents = [
    paper([{ kind: 'contents', entries: [{ text: '清单', level: 1, document: 1 }] }], {
      pageNumbers: 'none',
    }),
    { ...bureauList(2), pageNumbers: 'continued' as const },
    letter([say('正文')], { pageNumbers: 'continued' }),
  ];
  const { parts, body } = await render(documents);
  for (const part of Object.values(parts)) {
    const kinds = [...part.matchAll(/fldCharType="(\w+)"/g)].map(([, kind]) => kind);
    expect(kinds.length % 3).toBe(0);
    kinds.forEach((kind, index) => expect(kind).toBe(['begin', 'separate', 'end'][index % 3]));
  }
  expect(body).not.toContain('<w:pgNumType/>');
  expect(body.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2);
  expect(body).toContain('PAGEREF _start2 \\h');
  expect(body).toContain('w:name="_start2"');
  expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
  const ids = [...body.matchAll(/bookmarkStart w:id="(\d+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('tables have fixed columns that add up, and heads that repeat', async () => {
  const { body } = await render([bureauList(3), personSheet(), longTextList()]);
  for (const own of elementsIn(parseXml(body), 'w:tbl')) {
    const widths = elementsIn(own, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    expect(widths.length).toBeLessThanOrEqual(63);
    expect(elementsIn(own, 'w:tblLayout')[0]?.attributes['w:type']).toBe('fixed');
    for (const line of elementsIn(own, 'w:tr')) {
      let column = 0;
      for (const cell of elementsIn(line, 'w:tc')) {
        const span = Number(elementsIn(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1);
        const width = widths.slice(column, column + span).reduce((total, each) => total + each, 0);
        expect(Number(elementsIn(cell, 'w:tcW')[0]?.attributes['w:w'])).toBe(width);
        column += span;
      }
      expect(column).toBe(widths.length);
    }
  }
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1 + 2 + 1);
  // A row higher than a page may be parted, the others not.
  const rows = body.match(/<w:trPr>/g)?.length ?? 0;
  expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(rows - 1);
});

test('a table of 300 columns is parted, each part with the first column', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `第${index}列`);
  const own = table(
    names.map((name) => [name] as const),
    [row(names.map(text))],
  );
  const { file } = await render([paper([own], { grid: names.map(() => 8) })]);
  const [facts] = readDocx(file.bytes);
  const parts = facts?.tables ?? [];
  for (const { headers } of parts) expect(headers.length).toBeLessThanOrEqual(63);
  for (const { headers, rows } of parts) expect(rows[0]).toEqual(headers);
  const said = parts.flatMap(({ headers }, index) => headers.slice(index === 0 ? 0 : 1));
  expect(said).toEqual(names);
});

test('text that could break the file is said as it is', async () => {
  const odd = '<w:p/>&amp;"]]>\u0000\u0007\ud800{{甲}}|=1+1\n第二行\t😀';
  const { file, body } = await render([
    letter([say(odd), { kind: 'closing', by: [odd], on: '', seal: true }]),
    paper([table([['甲'], ['乙']], [])], { title: '空表' }),
    paper([], { blocks: [] }),
  ]);
  expect(textOf(parseXml(body))).toContain('<w:p/>&amp;"]]>\ufffd{{甲}}|=1+1');
  expect(readDocx(file.bytes)[1]?.tables).toEqual([{ headers: ['甲', '乙'], rows: [] }]);
});

test('many rows are told of', async () => {
  const rows = Array.from({ length: 5001 }, () => row([text('甲')]));
  const { file } = await render([paper([table([['甲']], rows)])]);
  expect(file.warnings).toEqual([
    '共 5001 行，Word 打开会很慢，建议改用 Excel 格式，或按科室、岗位分开出表',
  ]);
});
