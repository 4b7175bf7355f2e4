import { distinct } from './field-values.ts';
import type { Specials } from './vocabulary.ts';

export const inspectionFields: Specials<'inspection'> = {
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
};

export const evaluationFields: Specials<'evaluation'> = {
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
};

/** Rows of one matter each, with `per: item`. */
export const itemFields: Specials<'item'> = {
  text: { header: '评议内容', value: ({ item }) => item },
  risk: {
    header: (words) => words.riskPoint,
    inline: true,
    value: ({ risk }, { relations }) => relations.riskById.get(risk ?? '')?.name,
  },
  opinion: { header: '意见', value: ({ opinion }) => opinion },
  score: { width: 8, header: '得分', value: ({ score }) => score },
  number: { width: 6, header: '题号', value: ({ number }) => number },
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
    width: 16,
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
    width: 8,
    header: '有效票数',
    value: ({ votes }) => (votes === undefined ? undefined : totalOf(votes)),
  },
  shares: {
    width: 20,
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
  result: { width: 14, header: '结论', value: ({ result }) => result },
};

function totalOf(votes: Readonly<Record<string, number>>): number {
  return Object.values(votes).reduce((total, count) => total + count, 0);
}

export const noticeFields: Specials<'notice'> = {
  days: { audience: 'public', header: '公示天数', value: ({ from, to }) => daysFrom(from, to) },
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
};

/** Calendar days from the first to the last, both counted. */
function daysFrom(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
  return days > 0 ? days : undefined;
}

export const letterFields: Specials<'letter'> = {
  copies: { header: '抄送', inline: true, value: ({ copies }) => copies },
  basis: { header: '依据', inline: true, value: ({ basis }) => basis },
};
