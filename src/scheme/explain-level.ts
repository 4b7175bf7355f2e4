import type { Scheme } from '../model/scheme.ts';
import type { Assessed, Reason } from './assessment.ts';

/** Why a record has its level, in plain Chinese: what went in, which rule applied, what came out. */
export type Explanation = {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
};

/** What is explained: a 风险点, 岗位 or 职权 with its own words. */
export type ExplainedRecord = { readonly kind: string; readonly id: string; readonly name: string };

/** Explains a level. Sections without a line are left out. */
export function explainLevel(
  { kind, id, name }: ExplainedRecord,
  assessed: Assessed,
  scheme: Scheme,
): Explanation {
  const said = (wanted: Reason['kind']) =>
    assessed.reasons.filter((reason) => reason.kind === wanted).map(reasonText);
  const sections = [
    { heading: '输入', lines: said('input') },
    { heading: '规则', lines: said('rule') },
    { heading: '结论', lines: [...said('outcome'), ...conclusion(assessed, scheme)] },
  ];
  return {
    title: `${kind}「${name}」（${id}）`,
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

/** A line of the path to a level with the clause that it comes from, or that it is an assumption. */
export function reasonText({ text, clause, note, assumed }: Reason): string {
  const remark = note === undefined ? [] : [`${assumed === true ? '假定' : '说明'}：${note}`];
  const silent = assumed === true && clause === undefined ? ['通知未作规定'] : [];
  const source = [...(clause === undefined ? [] : [clause]), ...silent, ...remark].join('；');
  return source === '' ? text : `${text}（${source}）`;
}

/** The explanation as lines of text, sections indented. */
export function explanationText({ title, sections }: Explanation): string {
  const lines = sections.flatMap((section) => [
    section.heading,
    ...section.lines.map((line) => `  ${line}`),
  ]);
  return [title, ...lines].join('\n');
}

function conclusion(assessed: Assessed, scheme: Scheme): readonly string[] {
  const { computed, decided, level, status } = assessed;
  const name = scheme.words.level;
  if (status === 'notRated') return [`${name}：不评级`];
  const meaning = scheme.levels.find(({ id }) => id === level)?.definition;
  const general = meaning === undefined ? [] : [`方案对该级的说明：${meaning}`];
  const counts = [`${name}：${level ?? '未评定'}`, ...general];
  if (decided === undefined) return counts;
  return [`计算的等级：${computed ?? '未评定'}`, `评定的等级：${decided}`, ...counts];
}
