import { asCommon, namesOf, postOf } from './field-values.ts';
import type { Specials } from './vocabulary.ts';

export const measureFields: Specials<'measure'> = {
  content: {
    header: (words) => words.measure,
    value: ({ content }, _context, { origin }) => (origin === '共性' ? asCommon(content) : content),
  },
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
    audience: 'unit',
    width: 10,
    header: '执行人',
    personal: true,
    inline: true,
    value: ({ executor }, context) =>
      namesOf(postOf(executor, context), 'measure.executorName', context),
  },
};
