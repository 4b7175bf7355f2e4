import { isOpen } from '../../scheme/relations.ts';
import { childRows } from './kind-rows.ts';
import { holdersOfPosts } from '../rows/holders.ts';
import type { FieldContext } from './field.ts';
import type { Special } from './vocabulary.ts';

type Count = Special<'unit'>;

/** What a unit's summary counts (工作总结), beside the counts that everybody may see. */
export const unitCounts: Readonly<Record<string, Count>> = {
  keyPostCount: {
    audience: 'public',
    header: '重点岗位数',
    value: (_unit, { relations }) => relations.posts.filter(({ keyPost }) => keyPost).length,
  },
  /** As far as the scheme has them examined. */
  examinedPostCount: {
    header: (words) => `参加排查的${words.post}数`,
    value: (_unit, { relations, scheme: { scope } }) =>
      relations.posts.filter(
        ({ keyPost, rank }) =>
          scope.posts === 'all' ||
          (scope.posts === 'key' && keyPost) ||
          scope.ranks.includes(rank ?? ''),
      ).length,
  },
  holderCount: {
    header: '参与排查人数',
    value: (_unit, context) => holdersOfPosts(context.relations.posts, context).length,
  },
  gravestCount: {
    header: '最高等级风险点数',
    value: (_unit, { relations, assessment, scheme }) =>
      relations.risks.filter(({ id }) => assessment.risks.get(id)?.level === scheme.levels[0]?.id)
        .length,
  },
  regulationCount: {
    audience: 'public',
    header: '制度数',
    value: (_unit, { unit }) => unit.regulations.filter(isOpen).length,
  },
  doneMeasureCount: {
    header: '已落实的防控措施数',
    value: (_unit, context) => doneMeasures(context).length,
  },
  doneMeasureShare: {
    header: '防控措施落实率',
    inline: true,
    value: (_unit, context) =>
      share(doneMeasures(context).length, context.relations.measures.length),
  },
  commitmentCount: {
    header: '签订承诺数',
    value: (_unit, context) => inYear(context.unit.commitments, ({ on }) => on, context).length,
  },
  inspectionCount: {
    header: '监督检查次数',
    value: (_unit, context) => inspections(context).length,
  },
  findingCount: {
    header: '检查发现的问题数',
    value: (_unit, context) =>
      inspections(context).flatMap((one) => childRows('finding', one)).length,
  },
  warningCount: {
    header: '预警次数',
    value: (_unit, context) =>
      inYear(context.unit.warnings, ({ receivedOn }) => receivedOn, context).length,
  },
  letterCount: {
    header: '发出函件数',
    value: (_unit, context) => inYear(context.unit.letters, ({ on }) => on, context).length,
  },
  rectificationCount: {
    header: '整改事项数',
    value: (_unit, { unit }) => unit.rectifications.filter(isOpen).length,
  },
  rectifiedCount: {
    header: '完成整改数',
    value: (_unit, context) => rectified(context).length,
  },
  rectifiedShare: {
    header: '整改完成率',
    inline: true,
    value: (_unit, context) =>
      share(rectified(context).length, context.unit.rectifications.filter(isOpen).length),
  },
  earlierEdition: {
    header: '对比年度',
    inline: true,
    value: (_unit, { earlier }) => earlier?.edition,
  },
  earlierPowerCount: earlierCount((words) => words.power, 'powers'),
  earlierPostCount: earlierCount((words) => words.post, 'posts'),
  earlierRiskCount: earlierCount((words) => words.riskPoint, 'risks'),
  earlierMeasureCount: earlierCount((words) => words.measure, 'measures'),
  earlierRegulationCount: earlierCount(() => '制度', 'regulations'),
};

type Listed = 'powers' | 'posts' | 'risks' | 'measures' | 'regulations';

function earlierCount(
  word: (words: FieldContext['scheme']['words']) => string,
  list: Listed,
): Count {
  return {
    header: (words) => `对比年度${word(words)}数`,
    value: (_unit, { earlier }) => earlier?.unit[list].filter(isOpen).length,
  };
}

/** 长期坚持 is carried out, not open. */
function doneMeasures({ relations }: FieldContext) {
  return relations.measures.filter(
    ({ status, doneOn }) => doneOn !== undefined || status === '已完成' || status === '长期坚持',
  );
}

function rectified({ unit }: FieldContext) {
  return unit.rectifications.filter((one) => isOpen(one) && one.doneOn !== undefined);
}

function inspections(context: FieldContext) {
  return inYear(context.unit.inspections, ({ on }) => on, context);
}

/** Open records of the year of work; all where no year is named. */
function inYear<T extends { readonly closed?: unknown }>(
  records: readonly T[],
  dayOf: (record: T) => string | undefined,
  { edition }: FieldContext,
): T[] {
  return records.filter(
    (record) =>
      isOpen(record) && (edition === '' || dayOf(record)?.startsWith(`${edition}-`) === true),
  );
}

function share(part: number, whole: number): string | undefined {
  return whole === 0 ? undefined : `${((part / whole) * 100).toFixed(1)}%`;
}
