import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../src/model/project.ts';
import { KIND_NAMES, KINDS } from '../../src/model/kinds.ts';
import type { RowKind } from '../../src/model/profile.ts';
import { ROW_KINDS, SHEET_SUBJECTS } from '../../src/model/profile.ts';
import type { Audience, Scheme } from '../../src/model/scheme.ts';
import { project } from '../../src/papers/audience/cut-for-audience.ts';
import { buildPaper } from '../../src/papers/build-paper.ts';
import { fieldsFor } from '../../src/papers/fields/field-registry.ts';
import { SUBJECT_OF_ROWS } from '../../src/papers/rows/rows-on-sheet.ts';
import { visibilityOf } from '../../src/papers/audience/visibility.ts';
import { dumpDocument } from './dump.ts';
import type { Raw, RawUnit } from './support.ts';
import { inputOf, profileOf, readYaml, schemeOf, unitOf } from './support.ts';

const rawScheme = readYaml('scheme.yaml') as Raw;
const scheme = schemeOf(rawScheme);
const bureau = unitOf(readYaml('bureau.yaml') as RawUnit);
const SCHEMES = join(import.meta.dirname, '../../templates/schemes');

/** Keys that say which record a value belongs to: changing them would tear the unit apart. */
const TIES = new Set(
  (
    'id ref post posts department departments person holder owner leader ' +
    'ownerDepartment power powers step risk risks measures head finding warning ' +
    'executor responsible inChargeOf reportsTo parent to next end unit scheme kind ' +
    'rank tier on until since chair recorder by verifiedBy unreadable incomplete ' +
    'todos level factors'
  ).split(' '),
);

/** Plants a mark that tells where it stood into every text of a unit. */
function plant(value: unknown, path: string): unknown {
  if (typeof value === 'string') return `${value}⟦${path}⟧`;
  if (Array.isArray(value)) return value.map((one) => plant(one, path));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isTie = TIES.has(key) && (typeof inner !== 'object' || !isMap(inner));
      if (isTie || key === 'ref' || key === 'factors') return [key, inner];
      return [key, plant(inner, `${path}.${key}`)];
    }),
  );
}

function isMap(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isMap);
  return typeof value === 'object' && value !== null;
}

/** The bureau with every kind of private field filled in and marked. */
function marked(): Unit {
  const full = {
    ...bureau,
    posts: bureau.posts.map((post) => ({
      ...post,
      remark: '备注',
      scores: [{ rater: '群众', score: 3 }],
      ratings: [{ stage: '初评', level: '高', body: '会议', reason: '理由' }],
      noRisk: { by: 'director', on: '2026-01-01', reason: '查过' },
      ignore: [{ code: 'LF301', reason: '原因' }],
    })),
    risks: bureau.risks.map((risk) => ({
      ...risk,
      remark: '备注',
      scores: [{ rater: '群众', score: 3 }],
      ratings: [{ stage: '初评', level: '高', body: '会议', reason: '理由' }],
      ignore: [{ code: 'LF301', reason: '原因' }],
      supervision: { basis: ['依据'], focus: ['重点'], method: ['方法'] },
    })),
    measures: bureau.measures.map((measure) => ({
      ...measure,
      remark: '备注',
      evidence: ['佐证'],
      doneOn: '2026-02-02',
      status: '推进中' as const,
    })),
    letters: [{ ...bureau.warnings[0]!, kind: '提醒函', matters: ['谈话内容'], reply: ['答复'] }],
    reviews: [{ ...bureau.warnings[0]!, of: { unit: true }, stage: '审核', opinion: '审核意见' }],
    filings: [{ ...bureau.warnings[0]!, to: '纪委', receipt: '回执', papers: ['清单'] }],
    notices: [
      {
        ...bureau.warnings[0]!,
        title: '公示',
        papers: ['清单'],
        objections: [{ content: '举报内容', handling: '处理' }],
        measures: [],
      },
    ],
  } as unknown as Unit;
  return plant(full, '') as Unit;
}

/** The property of the model that a mark was planted in, as a key of the vocabulary. */
function fieldOfMark(mark: string): string {
  const [, list = '', ...rest] = mark.split('.');
  const kindOf = (name: string) => KIND_NAMES.find((kind) => KINDS[kind].list === name);
  const kind = kindOf(list) ?? 'unit';
  const inside = kindOf(rest[0] ?? '');
  const isInside = inside !== undefined && KINDS[inside].within === kind;
  return isInside ? `${inside}.${rest.slice(1).join('.')}` : `${kind}.${rest.join('.')}`;
}

const CHARTS = ['flow', 'levels', 'departmentLevels', 'tierCategories'];

/** A text that goes through the rows of a kind and says all fields of theirs. */
function eachRow(kind: RowKind, all: readonly string[]): string {
  const own = all.filter((key) => key.startsWith(`${SUBJECT_OF_ROWS[kind]}.`));
  return `{{#each ${kind}}}${own.map((key) => `{{${key}}}`).join('')}{{/each}}`;
}

/** Every field of the vocabulary in every kind of row and on every kind of sheet. */
function everything(unit: Unit, given: Scheme, audience: Audience): string {
  const all = fieldsFor(given).all.map(({ key }) => key);
  const texts: string[] = [];
  // All points of the earlier edition are gone, so that all of them are told of.
  const before = { ...unit, risks: unit.risks.map((risk) => ({ ...risk, id: `old-${risk.id}` })) };
  const { assessment } = inputOf(before, given);
  const earlier = { unit: before, assessment, edition: '2025' };
  for (const sheetPer of SHEET_SUBJECTS) {
    const profile = profileOf({
      title: '{{holder.name}}{{post.name}}{{unit.name}}',
      sheetPer,
      paper: 'A3 landscape',
      sections: [
        { fields: { of: all } },
        { text: all.map((key) => `{{${key}}}`).join('') },
        ...ROW_KINDS.map((from) => ({
          table: {
            rows: { from, order: ['risk.remark'], groupBy: 'holder.name' },
            columns: all.map((field) => ({ field })),
          },
        })),
        {
          table: { rows: { from: 'evaluations', per: 'item' }, columns: [{ field: 'item.text' }] },
        },
        { markdown: ROW_KINDS.map((kind) => eachRow(kind, all)).join('\n') },
        ...CHARTS.map((kind) => ({ chart: { kind } })),
        { closing: { by: ['{{letter.to}}'], on: '{{letter.on}}' } },
        { cover: { title: '{{holder.name}}', lines: ['{{holder.name}}'] } },
      ],
    });
    const documents = buildPaper({ ...inputOf(unit, given), earlier }, profile, {
      paper: { id: 'all', title: profile.title },
      audience,
    });
    texts.push(...documents.map(dumpDocument));
  }
  return texts.join('\n');
}

const marksIn = (text: string) =>
  new Set([...text.matchAll(/⟦([^⟦⟧]*)⟧/g)].map(([, mark = '']) => fieldOfMark(mark)));

// The whole vocabulary on every kind of sheet takes its time on a busy machine.
describe.each(['public', 'unit'] as const)('for %s', (audience) => {
  test('no document holds a text of a field that this audience may not see', () => {
    const unit = marked();
    const { sees } = visibilityOf(scheme, audience);
    const found = marksIn(everything(unit, scheme, audience));
    expect(found.size).toBeGreaterThan(20);
    const leaked = [...found].filter((key) => {
      const field = fieldsFor(scheme).find(key) ?? whole(key);
      return field === undefined || !sees(field);
    });
    expect(leaked).toEqual([]);
  });

  test('the unit itself holds none, so that nothing else can print it', () => {
    const { sees } = visibilityOf(scheme, audience);
    const found = marksIn(JSON.stringify(project(marked(), scheme, audience)));
    const leaked = [...found].filter((key) => {
      const field = fieldsFor(scheme).find(key) ?? whole(key);
      return field === undefined || !sees(field);
    });
    expect(leaked).toEqual([]);
  });

  test('every preset keeps names, scores, reasons and the year of records in', () => {
    for (const id of readdirSync(SCHEMES)) {
      const preset = schemeOf(readYaml('../../templates/schemes', id, 'scheme.yaml'));
      const cut = project(marked(), preset, audience);
      const listed = preset.audiences[audience]?.show ?? [];
      if (listed.length > 0) continue;
      expect(cut.people).toEqual([]);
      expect(JSON.stringify(cut.posts)).not.toMatch(/理由|群众|备注|查过/);
      expect([...cut.warnings, ...cut.inspections, ...cut.letters, ...cut.evaluations]).toEqual([]);
    }
  });
});

/** Lists of maps belong to one special field: `discretion.factor` to `power.discretion`. */
function whole(key: string) {
  return fieldsFor(scheme).find(key.split('.').slice(0, 2).join('.'));
}

test('what a person is like never goes to society where one person holds the post', () => {
  const personal = schemeOf({
    ...rawScheme,
    categories: [{ id: '岗位职责' }, { id: '思想道德', personal: true }],
  });
  const about = (id: string, post: object): Unit['risks'][number] => ({
    ...bureau.risks[0]!,
    holder: undefined,
    id,
    category: '思想道德',
    ...post,
  });
  const held = { ...bureau.risks[0]!, id: 'duty', post: 'finance-head' };
  const unit = {
    ...bureau,
    risks: [
      about('single', { post: 'finance-head' }),
      about('shared', { post: 'cashier' }),
      about('nobody', { post: 'clerk' }),
      about('whole', { post: undefined, department: 'finance' }),
      held,
    ],
    measures: [
      { ...bureau.measures[0]!, id: 'm1', risks: ['single'] },
      { ...bureau.measures[0]!, id: 'm2', risks: ['single', 'duty'] },
    ],
  };
  const idsFor = (audience: Audience) => {
    const { risks, measures } = project(unit, personal, audience);
    return [...risks, ...measures].map(({ id }) => id).join(' ');
  };
  expect(idsFor('public')).toBe('shared whole duty m2');
  expect(idsFor('unit')).toBe('single shared nobody whole duty m1 m2');
});

describe('what a scheme lists', () => {
  test('a name goes out in the field that is listed and in no other', () => {
    const listing = schemeOf({
      ...rawScheme,
      audiences: { public: { show: ['risk.leaderName'] } },
    });
    const cut = project(bureau, listing, 'public');
    expect(cut.people.map(({ name }) => name)).toEqual(['张某', '李某']);
    const text = everything(bureau, listing, 'public');
    expect(text).toMatch('李某');
    expect(text).not.toMatch(/王某|赵某/);
  });

  test('a listed group of fields does not bring names with it', () => {
    const listing = schemeOf({
      ...rawScheme,
      audiences: { public: { show: ['risk', 'holder', 'warning'] } },
    });
    const text = everything(bureau, listing, 'public');
    expect(text).not.toMatch(/张某|李某|王某|赵某/);
    expect(text).toMatch('现金长短款');
  });

  test('a field that is taken away is empty', () => {
    const hiding = schemeOf({
      ...rawScheme,
      audiences: { public: { hide: ['measure', 'risk.measures'] } },
    });
    const cut = project(bureau, hiding, 'public');
    expect(cut.measures.every(({ content }) => content === '')).toBe(true);
  });

  test('who acted stays as a post or body, without the person', () => {
    const [pledge] = project(
      {
        ...bureau,
        commitments: bureau.commitments.map((one) => ({
          ...one,
          to: { post: 'director', person: 'p01', body: '局党组' },
        })),
      },
      scheme,
      'unit',
    ).commitments;
    expect(pledge?.to).toEqual({ post: 'director', body: '局党组' });
    expect(pledge?.person).toBeUndefined();
  });

  test('levels stay although what they were computed from goes', () => {
    const profile = profileOf({
      title: '等级',
      sections: [{ table: { rows: { from: 'risks' }, columns: [{ field: 'risk.level' }] } }],
    });
    const paper = { id: 'x' };
    const levels = (audience: Audience) =>
      buildPaper(inputOf(bureau, scheme), profile, { paper, audience }).map(dumpDocument).join();
    expect(levels('public').match(/<高:grave>/g)).toHaveLength(1);
    expect(
      project(bureau, scheme, 'public').risks.every(
        ({ factors }) => Object.keys(factors).length === 0,
      ),
    ).toBe(true);
  });
});
