import { expect, test } from 'vitest';
import type { Document } from '../../src/papers/document.ts';
import { DEFAULT_FONTS, loadRenderer } from '../../src/renderers/renderer-registry.ts';
import { readTables } from '../support/read-tables.ts';
import { factsOf } from './facts.ts';
import { bureauList, items, paper, personSheet, row, table, text } from './samples.ts';

async function htmlOf(...documents: readonly Document[]): Promise<string> {
  const { render } = await loadRenderer('html');
  const files = await render(documents, { name: '清单', fonts: DEFAULT_FONTS, author: '某县某局' });
  expect(files.map(({ name }) => name)).toEqual(['清单.html']);
  return new TextDecoder().decode(files[0]?.bytes);
}

const NASTY = '<script>alert(1)</script> & "引号" {{单位}} | = 😀\n第二行';

test('says what the papers say', async () => {
  const documents = [
    bureauList(20, 10),
    personSheet(),
    paper([table([['列'], ['<b>']], [row([text(NASTY), items('一\n二', '', NASTY)])])]),
  ];
  const { render } = await loadRenderer('html');
  const files = await render(documents, { name: 'out', fonts: DEFAULT_FONTS, author: '' });
  expect(await readTables('html', files)).toEqual(documents.map(factsOf));
});

test('is one file that runs nothing and fetches nothing', async () => {
  const html = await htmlOf(
    paper([{ kind: 'paragraph', role: 'body', text: NASTY }], { title: NASTY, sheet: NASTY }),
    bureauList(),
  );
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
  expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|@import|url\(|https?:/i);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;引号&quot; {{单位}}');
});

test('has one h1, whether the papers are one or several', async () => {
  const count = (html: string) => html.match(/<h1/g)?.length;
  expect(count(await htmlOf(bureauList()))).toBe(1);
  expect(count(await htmlOf(bureauList(), personSheet(), personSheet()))).toBe(1);
});

test('leads from the contents to each paper', async () => {
  const contents = paper([
    { kind: 'contents', entries: [{ text: '一览表', level: 1, document: 1 }] },
  ]);
  const html = await htmlOf(contents, bureauList());
  expect(html).toContain('<li class="l1"><a href="#p2">一览表</a></li>');
  expect(html).toContain('<article id="p2"');
  expect(html).not.toContain('<nav');
});

test('says the level in words, not in colour alone', async () => {
  const html = await htmlOf(bureauList());
  expect(html).toMatch(/<td class="level grave"[^>]*>高<\/td>/);
});
