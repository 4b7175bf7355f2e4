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

test('papers printed by version 0.1.0 are matched with their data still', () => {
  const written = {
    'units/u/posts.yaml': POSTS,
    'units/u/people.yaml': '- {id: p01, name: 张某}\n',
    'units/u/powers.yaml': '- {id: w1, name: 资金拨付, posts: [a]}\n',
    'units/u/risks.yaml': '- {id: r1, name: 白条抵库, post: a}\n',
    'units/u/measures.yaml': '- {id: m1, content: 每月核对一次, risks: [r1]}\n',
    'units/u/regulations.yaml': '- {id: z1, name: 财务制度}\n',
    'units/u/commitments.yaml': '- {id: c1, post: a, on: 2026-03-01, content: 按制度办事}\n',
    'units/u/notices.yaml':
      '- {id: n1, title: 公示, risks: [r1], from: 2026-03-02, to: 2026-03-08}\n',
    'units/u/filings.yaml': '- {id: f1, to: 某县纪委, on: 2026-03-10}\n',
    'units/u/inspections.yaml':
      '- {id: i1, title: 查账, on: 2026-05-01, findings: [{id: x1, problem: 未盘库}]}\n',
    'units/u/warnings.yaml': '- {id: y1, summary: 群众来信}\n',
    'units/u/rectifications.yaml': '- {id: g1, problem: 未盘库}\n',
    'units/u/letters.yaml': '- {id: l1, kind: 提醒函}\n',
    'units/u/evaluations.yaml': '- {id: e1, kind: 评议, on: 2026-06-01}\n',
  };
  // Computed by 0.1.0: a key that came later must not stand in what never wrote it.
  expect(digestOf(written)).toBe(
    'v1:08eb4cc3a58c24d840395bcdf44be215c29c1504b729fc992af2c97cec9d8ee5',
  );
});
