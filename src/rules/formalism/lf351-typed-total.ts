import { say } from '../../diagnostics/message.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { subjectOf } from '../../scheme/relations.ts';
import { itemsOf } from '../words/pieces.ts';
import type { RuleContext } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { isWhole } from '../todo.ts';
import type { TypedTotal } from '../words/typed-totals.ts';
import { typedTotals } from '../words/typed-totals.ts';

export const typedTotal = defineRule({
  meta: {
    code: 'LF351',
    name: 'typed-total',
    title: '写的总数与实有数不符',
    severity: 'warning',
    rationale:
      '总结里写“共查找风险点 35 个”，清单上却是 28 个，说明总结不是从清单来的，或清单后来改过；数字由软件统计，文字里写的要对得上。',
  },
  check(context) {
    const { unit, scheme, relations, words, report } = context;
    if (!isWhole(unit, 'unit', 'posts', 'powers', 'risks', 'measures')) return;
    const levels = scheme.levels.map(({ id }) => id);
    const parts = [...relations.departments, ...relations.posts]
      .map(({ name }) => name)
      .filter((name) => name.length > 1);
    for (const { text, ref } of summariesOf(context)) {
      for (const total of typedTotals(text, { lists: words.lists, levels, parts })) {
        const counts = countsOf(context, total);
        const [likeliest] = counts ?? [];
        if (likeliest === undefined || counts?.includes(total.count) === true) continue;
        report(
          ref,
          say`写的是「${{ stated: total.text }}」，实有 ${{ count: likeliest }}${UNITS[total.what]}`,
          {
            hint: '按清单改正数字，或补齐清单；用 lianfang list 可看现有的各条',
          },
        );
      }
    }
  },
});

const UNITS = { risk: ' 个', power: ' 项', post: ' 个', measure: ' 条' } as const;

type StatedSummary = { readonly text: string; readonly ref: NodeRef };

/** Texts that speak of the whole unit as it is: its own remark and records of this edition about no part. */
function summariesOf({ project, unit }: RuleContext): StatedSummary[] {
  const found: StatedSummary[] = [];
  const add = (record: { readonly ref: NodeRef }, keys: Readonly<Record<string, unknown>>) => {
    for (const [key, value] of Object.entries(keys)) {
      if (typeof value === 'string') found.push({ text: value, ref: at(record.ref, key) });
      if (!Array.isArray(value)) continue;
      for (const [index, text] of value.entries()) {
        if (typeof text === 'string') found.push({ text, ref: at(record.ref, key, index) });
      }
    }
  };
  add(unit.info, { remark: unit.info.remark });
  for (const [key, value] of Object.entries(unit.info.extra)) {
    if (typeof value === 'string')
      found.push({ text: value, ref: at(unit.info.ref, 'extra', key) });
  }
  const { edition } = project.config;
  const isCurrent = (on: string | undefined) =>
    edition === undefined || on === undefined || Number(on.slice(0, 4)) >= edition;
  const isWholeUnit = (record: Subjects) =>
    [record.posts, record.departments, record.powers, record.risks, record.measures].every(
      (ids) => ids.length === 0,
    );
  for (const record of unit.reviews.filter(({ of }) => of.unit === true)) {
    if (isCurrent(record.on)) add(record, { opinion: record.opinion, remark: record.remark });
  }
  for (const record of unit.notices.filter(isWholeUnit)) {
    if (isCurrent(record.from)) add(record, { title: record.title, remark: record.remark });
  }
  for (const record of unit.filings.filter(isWholeUnit)) {
    if (isCurrent(record.on)) add(record, { remark: record.remark });
  }
  for (const record of unit.inspections.filter(isWholeUnit)) {
    const { plan, answer, conclusion, remark } = record;
    if (isCurrent(record.on)) add(record, { plan, answer, conclusion, remark });
  }
  for (const record of unit.evaluations.filter(isWholeUnit)) {
    if (isCurrent(record.on)) add(record, { conclusion: record.conclusion, remark: record.remark });
  }
  return found;
}

type Subjects = {
  readonly [Key in 'posts' | 'departments' | 'powers' | 'risks' | 'measures']: readonly string[];
};

/** What the number may rightly be, the likeliest first; undefined while it cannot be said. */
function countsOf(
  { relations, assessment }: RuleContext,
  { what, level }: TypedTotal,
): readonly number[] | undefined {
  const { risks, posts, powers, measures } = relations;
  if (level !== undefined) {
    const rated = [...assessment.risks.values()];
    if (rated.some(({ status }) => status === 'unrated')) return undefined;
    const atLevel = (all: Iterable<{ readonly level: string | undefined }>) =>
      [...all].filter((assessed) => assessed.level === level).length;
    return [
      atLevel(rated),
      ...[assessment.posts, assessment.powers].flatMap((of) =>
        of.size === 0 ? [] : [atLevel(of.values())],
      ),
    ];
  }
  switch (what) {
    case 'risk':
      // All; those of one subject only; all but those common to several posts.
      return [
        risks.length,
        ...(['post', 'department', 'unit'] as const).map(
          (subject) => risks.filter((risk) => subjectOf(risk) === subject).length,
        ),
        risks.filter(({ appliesTo }) => appliesTo === undefined).length,
      ];
    case 'power':
      return [powers.length];
    case 'post':
      return [posts.length, posts.reduce((sum, { headcount }) => sum + headcount, 0)];
    case 'measure':
      // Records, or the numbered items in them.
      return [
        measures.length,
        measures.reduce((sum, { content }) => sum + itemsOf(content).length, 0),
      ];
  }
}
