import type { FieldContext, Records } from './field.ts';
import type { Specials } from './vocabulary.ts';

/** Rows `stages`: 工作阶段, with the unit's own dates where it keeps some. */
export const stageFields: Specials<'stage'> = {
  name: { audience: 'public', width: 16, header: '工作阶段', inline: true, value: ({ id }) => id },
  start: {
    audience: 'public',
    width: 12,
    header: '开始',
    inline: true,
    value: (stage, context) => dayOf(stage, 'start', context),
  },
  end: {
    audience: 'public',
    width: 12,
    header: '结束',
    inline: true,
    value: (stage, context) => dayOf(stage, 'end', context),
  },
  period: {
    audience: 'public',
    width: 20,
    header: '时间',
    inline: true,
    value: (stage, context) => {
      const [start, end] = [dayOf(stage, 'start', context), dayOf(stage, 'end', context)];
      if (start === undefined) return end === undefined ? undefined : `${inWords(end)}前`;
      return end === undefined ? `${inWords(start)}起` : `${inWords(start)}至${inWords(end)}`;
    },
  },
  tasks: { audience: 'public', header: '主要任务', value: ({ tasks }) => tasks },
};

/** Rows `categories`: what each kind of point means in this scheme. */
export const categoryFields: Specials<'category'> = {
  name: {
    audience: 'public',
    width: 12,
    header: (words) => words.category,
    inline: true,
    value: ({ id }) => id,
  },
  definition: {
    audience: 'public',
    header: '含义',
    inline: true,
    value: ({ definition }) => definition,
  },
  prompts: { audience: 'public', header: '查找提示', value: ({ prompts }) => prompts },
  count: {
    audience: 'public',
    width: 10,
    header: (words) => `${words.riskPoint}数`,
    value: ({ id }, { relations }) =>
      relations.risks.filter(({ category }) => category === id).length,
  },
};

/** Rows `methods`: 查找方式, and how many points each has found. */
export const methodFields: Specials<'method'> = {
  name: { audience: 'public', width: 12, header: '查找方式', inline: true, value: ({ id }) => id },
  count: {
    audience: 'public',
    width: 10,
    header: (words) => `${words.riskPoint}数`,
    value: ({ id }, { relations }) =>
      relations.risks.filter(({ foundBy }) => foundBy.includes(id)).length,
  },
};

/** Rows `standards`: 定级因素, each with its grades from the mildest to the gravest and what they mean. */
export const standardFields: Specials<'standard'> = {
  name: {
    audience: 'public',
    width: 16,
    header: '定级因素',
    inline: true,
    value: ({ label }) => label,
  },
  words: {
    audience: 'public',
    width: 16,
    header: '分档',
    inline: true,
    value: ({ scale }) => scale,
  },
  grades: {
    audience: 'public',
    header: '分档和含义',
    value: ({ scale, meaning }) =>
      scale.map((word) => (meaning[word] === undefined ? word : `${word}：${meaning[word]}`)),
  },
};

/** The unit's date of a stage, else the scheme's month and day in the year of work. */
function dayOf(
  { id, ...stage }: Records['stage'],
  end: 'start' | 'end',
  { unit, edition }: FieldContext,
): string | undefined {
  const own = unit.info.stages.find((one) => one.id === id)?.[end];
  if (own !== undefined) return own;
  const day = stage[end];
  if (day === undefined) return undefined;
  return /^\d{4}$/.test(edition) ? `${edition}-${day}` : day;
}

/** 2026-08-01 as 8月1日: the year stands in the title. */
function inWords(day: string): string {
  const [month, date] = day.split('-').slice(-2);
  return `${Number(month)}月${Number(date)}日`;
}
