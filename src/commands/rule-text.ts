import type { RuleMeta } from '../model/rule-meta.ts';
import type { ExampleFile, RuleExample } from '../repository/rule-texts.ts';

const MARKS: Readonly<Record<ExampleFile['lines'][number]['is'], string>> = {
  around: '　',
  was: '原',
  now: '改',
  added: '增',
  removed: '删',
};

/** What a rule is about, with its examples, for a screen. */
export function ruleText(meta: RuleMeta, examples: readonly RuleExample[]): string {
  return [
    `${meta.code} ${meta.name}  ${meta.title}\n`,
    `${meta.rationale}\n`,
    meta.basis === undefined ? '' : `依据：${meta.basis}\n`,
    ...examples.flatMap(partsOf).map(({ title, lines }) => `${title}：\n${indented(lines)}`),
  ].join('');
}

/** The same for `docs/rules.md`, without what its table says. */
export function ruleMarkdown(meta: RuleMeta, examples: readonly RuleExample[]): string {
  return [
    `## ${meta.code} ${meta.title}`,
    meta.rationale,
    ...(meta.basis === undefined ? [] : [`依据：${meta.basis}`]),
    ...examples
      .flatMap(partsOf)
      .flatMap(({ title, lines }) => [`${title}：`, ['```text', ...lines, '```'].join('\n')]),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

type ExamplePart = { readonly title: string; readonly lines: readonly string[] };

function partsOf({ asOf, earlier = false, message, fault, nearMiss }: RuleExample): ExamplePart[] {
  const when = [
    ...(asOf === undefined ? [] : [`check --as-of ${asOf}`]),
    ...(earlier ? ['check --against 往年版本，往年是没有改动的数据'] : []),
  ];
  const how = when.length === 0 ? '' : `（${when.join('，')}）`;
  const says = [`→ ${message}`];
  if (nearMiss === undefined) {
    const title = `有问题的例子，与没有问题的对照${how}`;
    return [{ title, lines: [...fault.flatMap(linesOf), ...says] }];
  }
  return [
    { title: `有问题的例子${how}`, lines: [...fault.flatMap(linesOf), ...says] },
    {
      title: nearMiss.length === 0 ? '不这样改就没有问题' : '再这样改就没有问题',
      lines: nearMiss.flatMap(linesOf),
    },
  ];
}

function linesOf({ file, lines, left }: ExampleFile): string[] {
  return [
    file,
    ...lines.map(({ is, text }) => `  ${MARKS[is]} ${text}`),
    ...(left === undefined ? [] : [`  ……另有 ${left} 行`]),
  ];
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join('');
}
