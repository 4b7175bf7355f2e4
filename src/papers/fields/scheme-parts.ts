import type { FieldContext, Records } from './field.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Rows `stages`: 工作阶段, with the unit's own dates where it keeps some. */
export const stageFields: Vocabulary<'stage'> = {
  subject: 'stage',
  public: ['name', 'start', 'end', 'period', 'tasks'],
  widths: { name: 16, start: 12, end: 12, period: 20 },
  special: {
    name: { header: '工作阶段', inline: true, value: ({ id }) => id },
    start: {
      header: '开始',
      inline: true,
      value: (stage, context) => dayOf(stage, 'start', context),
    },
    end: { header: '结束', inline: true, value: (stage, context) => dayOf(stage, 'end', context) },
    period: {
      header: '时间',
      inline: true,
      value: (stage, context) => {
        const [start, end] = [dayOf(stage, 'start', context), dayOf(stage, 'end', context)];
        if (start === undefined) return end === undefined ? undefined : `${inWords(end)}前`;
        return end === undefined ? `${inWords(start)}起` : `${inWords(start)}至${inWords(end)}`;
      },
    },
    tasks: { header: '主要任务', value: ({ tasks }) => tasks },
  },
};

/** Rows `categories`: what each kind of point means in this scheme. */
export const categoryFields: Vocabulary<'category'> = {
  subject: 'category',
  public: ['name', 'definition', 'prompts', 'count'],
  widths: { name: 12, count: 10 },
  special: {
    name: { header: (words) => words.category, inline: true, value: ({ id }) => id },
    definition: { header: '含义', inline: true, value: ({ definition }) => definition },
    prompts: { header: '查找提示', value: ({ prompts }) => prompts },
    count: {
      header: (words) => `${words.riskPoint}数`,
      value: ({ id }, { relations }) =>
        relations.risks.filter(({ category }) => category === id).length,
    },
  },
};

/** Rows `methods`: 查找方式, and how many points each has found. */
export const methodFields: Vocabulary<'method'> = {
  subject: 'method',
  public: ['name', 'count'],
  widths: { name: 12, count: 10 },
  special: {
    name: { header: '查找方式', inline: true, value: ({ id }) => id },
    count: {
      header: (words) => `${words.riskPoint}数`,
      value: ({ id }, { relations }) =>
        relations.risks.filter(({ foundBy }) => foundBy.includes(id)).length,
    },
  },
};

/** Rows `standards`: 定级因素, each with its grades from the mildest to the gravest and what they mean. */
export const standardFields: Vocabulary<'standard'> = {
  subject: 'standard',
  public: ['name', 'grades', 'words'],
  widths: { name: 16, words: 16 },
  special: {
    name: { header: '定级因素', inline: true, value: ({ label }) => label },
    words: { header: '分档', inline: true, value: ({ scale }) => scale },
    grades: {
      header: '分档和含义',
      value: ({ scale, meaning }) =>
        scale.map((word) => (meaning[word] === undefined ? word : `${word}：${meaning[word]}`)),
    },
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
