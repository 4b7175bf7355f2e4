import { beforeAll, describe, expect, test } from 'vitest';
import type { Unit } from '../../src/model/project.ts';
import { buildPaper } from '../../src/papers/build-paper.ts';
import type { Document } from '../../src/papers/document.ts';
import { assessUnit } from '../../src/scheme/assess.ts';
import { relate } from '../../src/scheme/relations.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { COUNTY } from '../support/repositories.ts';
import type { RecordFile } from '../../src/model/kinds.ts';
import { KINDS } from '../../src/model/kinds.ts';
import type { Claim } from './claims.ts';
import { claimsOf, OF_THE_YEAR, TEMPLATES_READ } from './claims.ts';

const CLAIMS = TEMPLATES_READ.flatMap((template) => claimsOf(template).claims);

const HEAD = `# 文稿的断言和所依据的记录

每一行是一处只在记录存在时才印出的文字（…处是数据），由版式推出；没有依据的记录就留空，出表时列出所缺。标为 claim 的是断言，if、each 是随记录出现的文字。用 \`npx vitest run --dir test papers/claims -u\` 更新。

| 版式 | 文字 | 依据的记录 | 写法 |
| --- | --- | --- | --- |
`;
const titleOf = (kind: RecordFile) =>
  Object.values(KINDS).find(({ list }) => list === kind)?.title ?? kind;

test('the list of claims and the records that carry them', async () => {
  const rows = CLAIMS.map(({ template, tag, restsOn, kinds, text }) => {
    const on = `${tag} ${restsOn.join(' ')}`;
    return `| ${template} | ${text.replaceAll('|', '\\|')} | ${kinds.map(titleOf).join('、')} | \`${on}\` |\n`;
  });
  await expect(`${HEAD}${rows.join('')}`).toMatchFileSnapshot('../../docs/claims.md');
});

/** Words that tell of something done, wherever it is. */
const DONE =
  /已|均|完成了|开展了|进行了|听取了|没有发现|没有收到|没有需要|召开了|经.{0,12}(?:审|研究|讨论|核实|查找|评定|评议|会议|自查)|决定/;
/** What a template may say of deeds without a record, and why. */
const UNBOUND: readonly (readonly [RegExp, string])[] = [
  [/已经完成…条/, 'the state that each measure says itself'],
  [/其中已有完善的…项/, 'what each regulation says itself'],
  [/执行的前后变化/, 'a heading'],
  [/决定(?:对你|成立|对…开展)/, 'what the paper itself does'],
  [
    /^\S+ 已经审定的(?:廉洁风险点)?…个，尚未审定的…个/,
    'both counted, and the second is not nought',
  ],
  [/会议决定的事项|由领导班子集体研究决定|处室表经处室会议讨论/, 'a rule for what is to come'],
  [/有没有人一次说清楚/, 'a question'],
  [/一栏填写|抓落实；|党支部会议研究决定$/, 'how a form is filled in'],
  [/本人已阅/, 'what somebody signs by hand'],
];

test('no template tells of a deed that is bound to no record', () => {
  const free = TEMPLATES_READ.flatMap((template) =>
    claimsOf(template)
      .always.flatMap((text) => text.split(/[。\n]/))
      .filter((sentence) => DONE.test(sentence))
      .map((sentence) => `${template.name}: ${sentence.trim()}`),
  );
  expect(free.filter((sentence) => !UNBOUND.some(([allowed]) => allowed.test(sentence)))).toEqual(
    [],
  );
  const unused = UNBOUND.filter(([allowed]) => !free.some((sentence) => allowed.test(sentence)));
  expect(unused).toEqual([]);
});

/** A meeting that every unit held. */
const MEETING = {
  ...(KINDS.meeting.schema.parse({
    id: 'hy-1',
    kind: '学习培训',
    on: '2026-02-02',
    topics: ['典型案例'],
    conclusion: '全员参加',
  }) as Unit['meetings'][number]),
  ref: { file: 'meetings.yaml', path: [] },
};

/** Units that have, between them, records of every kind. */
const UNITS = ['womens-federation', 'finance-bureau', 'special-school', 'construction-company'];
const assessed = openAssessed(COUNTY)
  .assessed.filter(({ unit }) => UNITS.includes(unit.id))
  .map((each) => ({ ...each, unit: { ...each.unit, meetings: [MEETING] } }));

test('they have records of every kind that some paper rests on', () => {
  const kept = OF_THE_YEAR.filter((kind) => assessed.some(({ unit }) => unit[kind].length > 0));
  const claimedKinds = OF_THE_YEAR.filter((kind) =>
    CLAIMS.some(({ kinds }) => kinds.includes(kind)),
  );
  expect(kept).toEqual(claimedKinds);
  expect(claimedKinds.length).toBeGreaterThan(9);
});

const TEXTS = TEMPLATES_READ.filter(({ profile }) =>
  profile.sections.every(
    ({ cover, contents, parts }) => (cover ?? contents ?? parts) === undefined,
  ),
);

/** All that the packaged layouts print of a unit, by layout. */
function printedOf(unit: Unit, { resolved: { scheme } }: (typeof assessed)[number]) {
  const assessment = assessUnit(unit, scheme, relate(unit, scheme));
  const ours = TEXTS.filter(
    (template) => template.scheme === undefined || template.scheme === scheme.id,
  );
  return new Map(
    ours.map(({ name, profile }) => {
      const layout =
        name
          .split('/')
          .at(-1)
          ?.replace(/\.\w+$/, '') ?? '';
      const paper = scheme.papers.find(({ document, table }) => layout === (document ?? table));
      const documents = buildPaper({ unit, scheme, assessment }, profile, {
        paper: paper ?? { id: layout },
        audience: 'internal',
        edition: 2026,
      });
      return [name, documents] as const;
    }),
  );
}

type Printed = ReturnType<typeof printedOf>;

/** Claims whose every piece of words stands in what was printed. */
function claimed(printed: Printed, claims: readonly Claim[]): string[] {
  return claims.flatMap(({ template, fragments, text }) => {
    const documents = printed.get(template);
    if (documents === undefined || fragments.length === 0) return [];
    const said = JSON.stringify(documents);
    return fragments.every((fragment) => said.includes(fragment)) ? [`${template}: ${text}`] : [];
  });
}

function filledBoxes(printed: Printed): string[] {
  const all = [...printed.values()].flat();
  return all.flatMap(({ id, blocks }: Document) =>
    blocks.flatMap((block) =>
      block.kind === 'opinions'
        ? block.boxes.flatMap(({ title, on }) => ((on ?? '') === '' ? [] : [`${id} ${title}`]))
        : [],
    ),
  );
}

describe.each(assessed.map((each) => ({ each, id: each.unit.id })))('$id', ({ each }) => {
  const { unit } = each;
  let whole: Printed;
  beforeAll(() => {
    whole = printedOf(unit, each);
  });
  const kinds = OF_THE_YEAR.filter((kind) => unit[kind].length > 0);

  test.each(kinds)('without its %s no paper claims what rests on them', (kind: RecordFile) => {
    const claims = CLAIMS.filter((claim) => claim.kinds.includes(kind));
    const without = printedOf({ ...unit, [kind]: [] }, each);
    expect(claimed(without, claims)).toEqual([]);
    if (kind === 'reviews') expect(filledBoxes(without)).toEqual([]);
  });

  test('with them, some do', () => {
    const claims = CLAIMS.filter((claim) => kinds.some((kind) => claim.kinds.includes(kind)));
    expect(claimed(whole, claims).length).toBeGreaterThan(3);
  });
});

test('in a unit that is signed through, boxes are filled and papers say so', () => {
  const each = assessed.find(({ unit }) => unit.id === 'womens-federation')!;
  const printed = printedOf(each.unit, each);
  const letters = CLAIMS.filter(({ kinds }) => kinds.includes('reviews'));
  expect(claimed(printed, letters).map((claim) => claim.replace(/:.*/, ''))).toContain(
    'documents/work-summary.md',
  );
  expect(new Set(filledBoxes(printed).map((box) => box.replace(/^\S+ /, '')))).toContain(
    '领导小组审定意见',
  );
});
