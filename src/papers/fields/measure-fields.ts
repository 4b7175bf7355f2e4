import { measureSchema } from '../../model/kinds/measure.ts';
import { regulationSchema } from '../../model/kinds/regulation.ts';
import { namesOf, postOf } from './field-values.ts';
import type { Vocabulary } from './vocabulary.ts';

export const measureFields: Vocabulary<'measure'> = {
  subject: 'measure',
  schema: measureSchema,
  public: ['content', 'line', 'aspect', 'kind', 'basis', 'risks', 'powers', 'posts', 'departments'],
  unit: ['id', 'executor', 'executorName', 'due', 'status'],
  headers: {
    content: (words) => words.measure,
    risks: (words) => `针对的${words.riskPoint}`,
  },
  widths: {
    id: 10,
    line: 12,
    aspect: 10,
    kind: 10,
    executor: 12,
    executorName: 10,
    due: 12,
    status: 10,
    doneOn: 12,
  },
  special: {
    line: {
      header: '防线',
      inline: true,
      value: ({ line }) => line,
      rank: ({ line }, { scheme }) => scheme.measures.lines.indexOf(line ?? ''),
    },
    aspect: {
      header: '方面',
      inline: true,
      value: ({ aspect }) => aspect,
      rank: ({ aspect }, { scheme }) => scheme.measures.aspects.indexOf(aspect ?? ''),
    },
    kind: {
      header: '措施类型',
      inline: true,
      value: ({ kind }) => kind,
      rank: ({ kind }, { scheme }) => scheme.measures.kinds.indexOf(kind ?? ''),
    },
    executorName: {
      header: '执行人',
      personal: true,
      inline: true,
      value: ({ executor }, context) =>
        namesOf(postOf(executor, context), 'measure.executorName', context),
    },
  },
};

export const regulationFields: Vocabulary<'regulation'> = {
  subject: 'regulation',
  schema: regulationSchema,
  public: ['name', 'number', 'issuedOn', 'part', 'summary', 'department', 'powers'],
  unit: ['id', 'status', 'action', 'due', 'abolishedOn', 'risks'],
  headers: { risks: (words) => `涉及${words.riskPoint}`, powers: (words) => `涉及${words.power}` },
  widths: {
    id: 10,
    number: 14,
    status: 10,
    action: 10,
    part: 12,
    department: 12,
    issuedOn: 12,
    abolishedOn: 12,
    due: 12,
  },
};
