import { expect, test } from 'vitest';
import { openProject } from '../../src/repository/open-project.ts';
import { shortDigest, unitDigest } from '../../src/signoff/digests/unit-digest.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CONFIG = 'classification: 内部\n';
const POSTS = '- {id: a, name: 会计, headcount: 2}\n- {id: b, name: 出纳}\n';

function digestOf(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder({
    'lianfang.yaml': CONFIG,
    'units/u/unit.yaml': 'name: 某局\n',
    ...files,
  });
  return unitDigest(openProject(folder).project.units[0]!);
}

const base = () => digestOf({ 'units/u/posts.yaml': POSTS });

test('is a versioned SHA-256', () => {
  expect(base()).toMatch(/^v1:[0-9a-f]{64}$/);
  expect(shortDigest(base())).toBe(base().slice(3, 11));
});

test.each([
  [
    'in another order',
    { 'units/u/posts.yaml': '- {id: b, name: 出纳}\n- {id: a, name: 会计, headcount: 2}\n' },
  ],
  [
    'in block style with comments',
    {
      'units/u/posts.yaml':
        '# 岗位\n- id: a\n  headcount: 2 # 人\n  name: 会计\n- id: b\n  name: "出纳"\n',
    },
  ],
  [
    'over two files',
    {
      'units/u/posts/2.yaml': '- {id: a, name: 会计, headcount: 2}\n',
      'units/u/posts/1.yaml': '- {id: b, name: 出纳}\n',
    },
  ],
])('is the same for the same data %s', (_, files) => {
  expect(digestOf(files as Record<string, string>)).toBe(base());
});

test.each([
  ['a text', POSTS.replace('会计', '总会计')],
  ['a number', POSTS.replace('2}', '3}')],
  ['one record less', POSTS.split('\n')[0]!],
])('differs by %s', (_, posts) => {
  expect(digestOf({ 'units/u/posts.yaml': posts })).not.toBe(base());
});
