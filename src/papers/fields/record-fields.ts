import { commitmentSchema } from '../../model/kinds/commitment.ts';
import { evaluationSchema } from '../../model/kinds/evaluation.ts';
import { filingSchema } from '../../model/kinds/filing.ts';
import { findingSchema } from '../../model/kinds/finding.ts';
import { inspectionSchema } from '../../model/kinds/inspection.ts';
import { letterSchema } from '../../model/kinds/letter.ts';
import { noticeSchema } from '../../model/kinds/notice.ts';
import { rectificationSchema } from '../../model/kinds/rectification.ts';
import { reviewSchema } from '../../model/kinds/review.ts';
import { warningSchema } from '../../model/kinds/warning.ts';
import { distinct } from './field-values.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The year's records, field by field from their schemas. Warnings, talks, inspections, rectification
 * and votes are process records: none of it is for anybody outside unless a scheme lists the field.
 */
export const warningFields: Vocabulary<'warning'> = {
  subject: 'warning',
  schema: warningSchema,
  widths: {
    id: 10,
    source: 12,
    receivedOn: 12,
    grade: 10,
    number: 14,
    by: 14,
    notifiedOn: 12,
    department: 12,
    due: 12,
    conclusion: 8,
    closedOn: 12,
  },
};

export const inspectionFields: Vocabulary<'inspection'> = {
  subject: 'inspection',
  schema: inspectionSchema,
  widths: {
    id: 10,
    method: 12,
    by: 14,
    on: 12,
    until: 12,
    place: 14,
    answeredOn: 12,
    feedbackOn: 12,
  },
  special: {
    team: { header: '检查组成员岗位', inline: true, value: ({ team }) => team },
    assists: { header: '协办单位', inline: true, value: ({ assists }) => assists },
    // A leader inspects in the unit's name; another body signs for itself.
    issuer: {
      header: '发文机关',
      inline: true,
      value: ({ by }, { unit }) => by?.body ?? unit.info.name,
    },
    findings: {
      header: '发现的问题',
      gathers: 'finding',
      value: ({ findings }, _context, { filter }) =>
        distinct(findings.filter((one) => filter?.(one) ?? true).map(({ problem }) => problem)),
    },
  },
};

export const findingFields: Vocabulary<'finding'> = {
  subject: 'finding',
  schema: findingSchema,
  widths: { id: 10, typical: 8, departments: 12, posts: 14 },
};

export const rectificationFields: Vocabulary<'rectification'> = {
  subject: 'rectification',
  schema: rectificationSchema,
  widths: {
    id: 10,
    testedOn: 12,
    samples: 8,
    defects: 8,
    department: 12,
    owner: 12,
    due: 12,
    doneOn: 12,
    verifiedBy: 12,
    verifiedOn: 12,
    conclusion: 10,
  },
};

export const evaluationFields: Vocabulary<'evaluation'> = {
  subject: 'evaluation',
  schema: evaluationSchema,
  widths: { id: 10, kind: 12, period: 12, on: 12, place: 14, chair: 12, recorder: 12 },
  special: {
    participants: {
      header: '参加人员',
      inline: true,
      value: ({ participants }) => participants.map(({ who, count }) => `${who}${count}人`),
    },
    attendance: {
      header: '参加人数',
      value: ({ participants }) => participants.reduce((total, { count }) => total + count, 0),
    },
    score: {
      header: '合计得分',
      value: ({ items }) => {
        const scores = items.flatMap(({ score }) => (score === undefined ? [] : [score]));
        return scores.length === 0 ? undefined : scores.reduce((total, score) => total + score);
      },
    },
    items: {
      header: '评议事项',
      value: ({ items }) =>
        items.map(({ item, opinion, result }) => {
          const outcome = distinct([opinion, result]).join('，');
          return outcome === '' ? item : `${item}：${outcome}`;
        }),
    },
  },
};

/** Rows of one matter each, with `per: item`. */
export const itemFields: Vocabulary<'item'> = {
  subject: 'item',
  widths: { number: 6, score: 8, votes: 16, ballots: 8, shares: 20, result: 14 },
  special: {
    text: { header: '评议内容', value: ({ item }) => item },
    risk: {
      header: (words) => words.riskPoint,
      inline: true,
      value: ({ risk }, { relations }) => relations.riskById.get(risk ?? '')?.name,
    },
    opinion: { header: '意见', value: ({ opinion }) => opinion },
    score: { header: '得分', value: ({ score }) => score },
    number: { header: '题号', value: ({ number }) => number },
    /** As on a sheet to be filled in: a box before each. */
    options: {
      header: '选项',
      value: ({ votes }) =>
        Object.keys(votes ?? {})
          .map((option) => `□ ${option}`)
          .join('　'),
    },
    /** With `where: { option: … }` the bare number of that one. */
    votes: {
      header: '票数',
      inline: true,
      gathers: 'vote',
      value: ({ votes }, _context, { filter }) => {
        const counted = Object.entries(votes ?? {});
        if (filter === undefined) return counted.map(([option, count]) => `${option}${count}票`);
        return counted.find(([option, count]) => filter({ option, count }))?.[1];
      },
    },
    ballots: {
      header: '有效票数',
      value: ({ votes }) => (votes === undefined ? undefined : totalOf(votes)),
    },
    shares: {
      header: '占比',
      inline: true,
      value: ({ votes = {} }) => {
        const total = totalOf(votes);
        if (total === 0) return undefined;
        return Object.entries(votes).map(
          ([option, count]) => `${option}${((count / total) * 100).toFixed(1)}%`,
        );
      },
    },
    result: { header: '结论', value: ({ result }) => result },
  },
};

function totalOf(votes: Readonly<Record<string, number>>): number {
  return Object.values(votes).reduce((total, count) => total + count, 0);
}

export const commitmentFields: Vocabulary<'commitment'> = {
  subject: 'commitment',
  schema: commitmentSchema,
  unit: [
    'unit',
    'post',
    'to',
    'on',
    'content',
    'published.place',
    'published.from',
    'published.to',
  ],
  headers: { unit: () => '单位承诺' },
  widths: {
    id: 10,
    unit: 8,
    post: 14,
    person: 10,
    to: 14,
    on: 12,
    'published.from': 12,
    'published.to': 12,
  },
};

export const noticeFields: Vocabulary<'notice'> = {
  subject: 'notice',
  schema: noticeSchema,
  public: ['title', 'papers', 'place', 'from', 'to', 'days', 'telephone', 'receiver'],
  unit: ['id', 'audience', 'signedBy'],
  widths: { id: 10, audience: 10, place: 14, from: 12, to: 12, telephone: 14, signedBy: 12 },
  special: {
    days: { header: '公示天数', value: ({ from, to }) => daysFrom(from, to) },
    audience: {
      header: '公示范围',
      inline: true,
      value: ({ audience }) =>
        audience === undefined ? undefined : { unit: '单位内', public: '社会' }[audience],
    },
    objections: {
      header: '收到的意见',
      value: ({ objections }) =>
        objections.map(({ content, handling }) =>
          handling === undefined ? content : `${content}（${handling}）`,
        ),
    },
  },
};

/** Calendar days from the first to the last, both counted. */
function daysFrom(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
  return days > 0 ? days : undefined;
}

export const filingFields: Vocabulary<'filing'> = {
  subject: 'filing',
  schema: filingSchema,
  widths: { id: 10, number: 14, to: 16, on: 12, by: 14, receipt: 14, receivedOn: 12 },
};

export const reviewFields: Vocabulary<'review'> = {
  subject: 'review',
  schema: reviewSchema,
  widths: { id: 10, stage: 14, by: 14, act: 10, returnTo: 14, on: 12, minutes: 14 },
};

export const letterFields: Vocabulary<'letter'> = {
  subject: 'letter',
  schema: letterSchema,
  special: {
    copies: { header: '抄送', inline: true, value: ({ copies }) => copies },
    basis: { header: '依据', inline: true, value: ({ basis }) => basis },
  },
  widths: { id: 10, kind: 12, number: 14, to: 14, on: 12, replyDue: 12, repliedOn: 12 },
};
