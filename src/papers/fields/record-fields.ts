import { scopeOf } from '../rows/row-scope.ts';
import type { FieldContext } from './field.ts';
import { distinct } from './field-values.ts';
import { reviewedSubject, reviewOfPoints } from './sign-off-specials.ts';
import type { Specials } from './vocabulary.ts';

export const inspectionFields: Specials<'inspection'> = {
  team: { header: '检查组成员岗位', inline: true, value: ({ team }) => team },
  assists: { header: '协办单位', inline: true, value: ({ assists }) => assists },
  matter: { header: '检查事项', inline: true, value: ({ title }) => withoutAbout(title) },
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

const sumOf = (participants: readonly { readonly count: number }[]): number =>
  participants.reduce((total, { count }) => total + count, 0);

export const meetingFields: Specials<'meeting'> = {
  participants: {
    header: '参加人员',
    inline: true,
    value: ({ participants }) => participants.map(({ who, count }) => `${who}${count}人`),
  },
  /** The greater of the numbers given and the posts named, as the check of meetings has it. */
  attendance: {
    width: 8,
    header: '到会人数',
    value: ({ participants, present }) =>
      Math.max(sumOf(participants), present.length) || undefined,
  },
};

export const evaluationFields: Specials<'evaluation'> = {
  participants: {
    header: '参加人员',
    inline: true,
    value: ({ participants }) => participants.map(({ who, count }) => `${who}${count}人`),
  },
  attendance: { header: '参加人数', value: ({ participants }) => sumOf(participants) },
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
  ...reviewOfPoints<'notice'>({
    sheetOf: (notice) => scopeOf('notice', notice),
    dayOf: ({ from }) => from,
    audience: 'public',
  }),
  papers: { header: '公示材料', value: ({ papers }, context) => titlesOf(papers, context) },
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

export const filingFields: Specials<'filing'> = {
  ...reviewOfPoints<'filing'>({
    sheetOf: (filing) => scopeOf('filing', filing),
    dayOf: ({ on }) => on,
  }),
  papers: { header: '备案材料', value: ({ papers }, context) => titlesOf(papers, context) },
  // A post files in the unit's name; another body for itself.
  issuer: {
    header: '备案机关署名',
    inline: true,
    value: ({ by }, { unit }) => by?.body ?? unit.info.name,
  },
};

export const reviewFields: Specials<'review'> = { subject: reviewedSubject };

export const letterFields: Specials<'letter'> = {
  /** The subject without the 关于 that a title puts before it, and without the letter's own kind. */
  matter: {
    header: '事由',
    inline: true,
    value: ({ subject = '', kind }) => withoutKind(withoutAbout(subject), kind),
  },
  /** Its own, else those of the problem that it answers. */
  risks: {
    header: '涉及风险点',
    inline: true,
    value: ({ risks, finding }, { relations, unit }) => {
      const found = unit.inspections.flatMap(({ findings }) =>
        findings.filter(({ id }) => id === finding),
      );
      const ids = risks.length > 0 ? risks : found.flatMap((answered) => answered.risks);
      return distinct(ids.map((id) => relations.riskById.get(id)?.name));
    },
  },
  copies: { header: '抄送', inline: true, value: ({ copies }) => copies },
  basis: { header: '依据', inline: true, value: ({ basis }) => basis },
};

/** Papers of the scheme may be named by their ids; a reader knows them by their titles. */
function titlesOf(papers: readonly string[], { paperEntries }: FieldContext): string[] {
  return papers.map((named) => paperEntries.find(({ id }) => id === named)?.title ?? named);
}

function withoutAbout(title: string): string {
  return title.replace(/^关于/, '');
}

/** 录像保存的提醒 in a 提醒函 is 录像保存: the title says the kind itself. */
function withoutKind(matter: string, kind: string): string {
  const ends = [kind, kind.replace(/[函书]$/, '')].map((word) => `的${word}`);
  const end = ends.find((tail) => tail !== '的' && matter.endsWith(tail));
  return end === undefined ? matter : matter.slice(0, -end.length);
}
