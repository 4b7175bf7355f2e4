import { levelWord, NOT_RATED } from './field-values.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Rows `changes`: points that are new, graver, lighter or gone since an earlier edition. */
export const changeFields: Vocabulary<'change'> = {
  subject: 'change',
  unit: ['kind', 'name', 'subject', 'before', 'after'],
  widths: { kind: 8, name: 24, subject: 16, before: 10, after: 10 },
  special: {
    kind: {
      header: '变动',
      inline: true,
      value: ({ kind }) => kind,
      rank: ({ kind }) => ['新增', '升级', '降级', '定级', '销号'].indexOf(kind),
    },
    name: { header: (words) => words.riskPoint, inline: true, value: ({ risk }) => risk.name },
    subject: {
      header: (words) => `${words.department}/${words.post}`,
      inline: true,
      value: ({ risk }, { relations, unit }) =>
        relations.postById.get(risk.post ?? '')?.name ??
        relations.departmentById.get(risk.department ?? '')?.name ??
        (risk.unit === undefined ? undefined : (unit.info.shortName ?? unit.info.name)),
    },
    before: {
      header: (words) => `原${words.level}`,
      value: ({ before }, { scheme }) =>
        before === undefined ? NOT_RATED : levelWord(before, scheme),
    },
    after: {
      header: (words) => `现${words.level}`,
      value: ({ after }, { scheme }) =>
        after === undefined ? NOT_RATED : levelWord(after, scheme),
    },
    reason: {
      header: '变动原因',
      value: ({ kind, risk }, { assessment }) =>
        kind === '销号'
          ? risk.closed?.reason
          : assessment.risks.get(risk.id)?.reasons.map(({ text }) => text),
    },
  },
};
