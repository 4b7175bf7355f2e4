import { RULE_CODES } from '../diagnostics/rule-codes.ts';
import { UsageError } from '../errors.ts';
import type { CommonArgs, Io } from '../io.ts';
import { ExitCode } from '../io.ts';
import type { AssessedUnit } from '../pipeline/open-and-assess.ts';
import { registeredRules } from '../pipeline/registered-rules.ts';
import { readRuleExamples } from '../repository/rule-texts.ts';
import type { Explanation } from '../scheme/explain-level.ts';
import { explainLevel, explanationText } from '../scheme/explain-level.ts';
import { suggest } from '../util/suggest.ts';
import { openHere } from './open-here.ts';
import { ruleText } from './rule-text.ts';

export type ExplainArgs = CommonArgs & {
  readonly id: string;
  readonly unit?: string;
  readonly json?: boolean;
};

/** `lianfang explain`: why a record has its level, or what a rule is about. */
export async function explain(args: ExplainArgs, io: Io): Promise<ExitCode> {
  const rule = registeredRules().find(({ meta }) => meta.code === args.id || meta.name === args.id);
  if (rule !== undefined) {
    const { meta } = rule;
    const examples = readRuleExamples()[meta.code] ?? [];
    const json = () => `${JSON.stringify({ ...meta, examples }, undefined, 2)}\n`;
    io.out(args.json === true ? json() : ruleText(meta, examples));
    return ExitCode.ok;
  }
  if (/^LF\d+$/i.test(args.id)) {
    throw new UsageError(`没有规则「${args.id}」`, '用 lianfang list rules 查看全部规则');
  }
  const { assessed } = await openHere(io, args);
  const found = assessed
    .filter(({ unit }) => args.unit === undefined || unit.id === args.unit)
    .flatMap((each) => explanationsOf(each, args.id));
  if (found.length === 0) throw nothingFound(args, assessed);
  const units = new Set(found.map(({ unit }) => unit));
  if (units.size > 1) {
    throw new UsageError(
      `编号「${args.id}」在 ${units.size} 个单位中都有`,
      `用 --unit 指定：${[...units].join('、')}`,
    );
  }
  const explanations = found.map(({ explanation }) => explanation);
  if (args.json === true) io.out(`${JSON.stringify(explanations, undefined, 2)}\n`);
  else io.out(`${explanations.map(explanationText).join('\n\n')}\n`);
  return ExitCode.ok;
}

const KINDS = [
  { kind: 'risks', word: 'riskPoint' },
  { kind: 'posts', word: 'post' },
  { kind: 'powers', word: 'power' },
] as const;

/** One id may name a point, a post and a power: each that has a level is explained. */
function explanationsOf(
  { unit, resolved, relations, assessment }: AssessedUnit,
  id: string,
): { unit: string; explanation: Explanation }[] {
  return KINDS.flatMap(({ kind, word }) => {
    const record = relations[kind].find((each) => each.id === id);
    const level = assessment[kind].get(id);
    if (record === undefined || level === undefined) return [];
    const what = { kind: resolved.scheme.words[word], id, name: record.name };
    return [{ unit: unit.id, explanation: explainLevel(what, level, resolved.scheme) }];
  });
}

function nothingFound({ id, unit }: ExplainArgs, assessed: readonly AssessedUnit[]): UsageError {
  const units = assessed.map((each) => each.unit.id);
  if (unit !== undefined && !units.includes(unit)) {
    const near = suggest(unit, units);
    return new UsageError(
      `没有单位「${unit}」`,
      near === undefined ? `现有：${units.join('、')}` : `您是否要写「${near}」`,
    );
  }
  const ids = assessed
    .filter((each) => unit === undefined || each.unit.id === unit)
    .flatMap(({ assessment }) => KINDS.flatMap(({ kind }) => [...assessment[kind].keys()]));
  const meant = suggest(id, [...ids, ...RULE_CODES]);
  const hint =
    meant === undefined
      ? '用 lianfang list risks 或 lianfang list rules 查看'
      : `您是否要写「${meant}」`;
  return new UsageError(`没有编号为「${id}」的可评级记录或规则`, hint);
}
