import type { SchemeDue, SchemeDuty } from '../../model/scheme-duty.ts';
import type { Scheme } from '../../model/scheme.ts';
import { distinct } from './field-values.ts';
import type { Specials } from './vocabulary.ts';

/** Rows `cadences`: what is done how often, and by whom. */
export const cadenceFields: Specials<'cadence'> = {
  what: { audience: 'public', header: '事项', inline: true, value: ({ title }) => title },
  frequency: { audience: 'public', width: 16, header: '频次', inline: true, value: frequencyOf },
  by: {
    audience: 'public',
    width: 14,
    header: '责任主体',
    inline: true,
    value: ({ by }, { scheme }) => roleIn(by, scheme),
  },
  due: {
    audience: 'public',
    width: 14,
    header: '时限',
    inline: true,
    value: ({ due }) => dueInWords(due),
  },
};

const EVERY: Readonly<Record<NonNullable<SchemeDuty['every']>, string>> = {
  quarter: '每季度',
  halfYear: '每半年',
  year: '每年',
  firstQuarter: '每年第一季度',
  threeYears: '每三年',
  onChange: '情况变化时',
};

function frequencyOf({ every, times }: SchemeDuty): string | undefined {
  if (every === undefined || times === undefined) return every && EVERY[every];
  return `${EVERY[every]}不少于${times}次`;
}

/** The day of a duty as its scheme writes it. */
function dueInWords(due: SchemeDue | undefined): string | undefined {
  if (due === undefined || typeof due === 'string') return due;
  if ('words' in due) return due.words;
  if ('firstYear' in due) return due.later;
  return `${due.after}后${due.days}${due.dayKind === 'workday' ? '个工作日' : '日'}内`;
}

/** Rows `channels`: where points and leads come from. */
export const channelFields: Specials<'channel'> = {
  name: { audience: 'public', header: '渠道', inline: true, value: ({ name }) => name },
};

/** Rows `grades`: 预警级别, as the scheme names them. */
export const gradeFields: Specials<'grade'> = {
  name: { audience: 'public', header: '预警级别', inline: true, value: ({ name }) => name },
  count: {
    audience: 'public',
    header: '预警次数',
    value: ({ name }, { unit }) =>
      unit.warnings.filter(({ grade, closed }) => closed === undefined && grade === name).length,
  },
};

/** Rows `responsibilities`: who answers for points of a level. */
export const responsibilityFields: Specials<'responsibility'> = {
  level: {
    audience: 'public',
    width: 10,
    header: (words) => words.level,
    value: ({ level }, { scheme }) => {
      const found = scheme.levels.find(({ id }) => id === level);
      return found === undefined ? level : { level, tone: found.tone };
    },
  },
  owner: {
    audience: 'public',
    width: 20,
    header: '直接责任人',
    inline: true,
    value: ({ owner }) => distinct(owner),
  },
  leader: {
    audience: 'public',
    width: 20,
    header: '责任领导',
    inline: true,
    value: ({ leader }) => distinct(leader),
  },
};

const ACTS = { decide: '审定', consult: '征求意见', collect: '汇总' } as const;

/** Rows `reviewSteps`: the chains of review, step by step, each with whose papers go through it. */
export const reviewStepFields: Specials<'reviewStep'> = {
  number: { audience: 'public', width: 6, header: '环节序号', value: ({ number }) => number },
  stage: {
    audience: 'public',
    width: 16,
    header: '审核环节',
    inline: true,
    value: ({ stage }) => stage,
  },
  by: {
    audience: 'public',
    width: 16,
    header: '审核主体',
    inline: true,
    value: ({ by }, { scheme }) => roleIn(by, scheme),
  },
  act: {
    audience: 'public',
    width: 10,
    header: '方式',
    inline: true,
    value: ({ act }) => ACTS[act],
  },
  collective: {
    audience: 'public',
    width: 8,
    header: '集体研究',
    inline: true,
    value: ({ collective }) => (collective ? '是' : '否'),
  },
  returnTo: {
    audience: 'public',
    width: 14,
    header: '退回至',
    inline: true,
    value: ({ returnTo }) => returnTo,
  },
  who: {
    audience: 'public',
    width: 20,
    header: '适用范围',
    inline: true,
    value: ({ chain }, { scheme }) => {
      const { ranks, tiers, subjects } = chain.for;
      const named = scheme.subjects.filter(({ id }) => subjects.includes(id));
      return distinct([...ranks, ...tiers, ...named.map(({ name }) => name)]);
    },
  },
};

/** A role word of the scheme language in the scheme's own words; a body as it is named. */
function roleIn(by: string | undefined, { words }: Scheme): string | undefined {
  const roles: Readonly<Record<string, string>> = {
    departmentHead: words.departmentHead,
    leaderInCharge: words.leaderInCharge,
    head: '主要负责人',
  };
  return by === undefined ? undefined : (roles[by] ?? by);
}
