import { readRuleMetas } from '../repository/rule-texts.ts';
import { checkingRules } from '../rules/rule-registry.ts';
import type { Rule } from '../rules/rule.ts';
import { compareText } from '../util/natural-order.ts';

let known: readonly Rule[] | undefined;

/** Every rule, with or without a check of its own, by code. */
export function registeredRules(): readonly Rule[] {
  known ??= [...readRuleMetas().map((meta) => ({ meta })), ...checkingRules].toSorted((a, b) =>
    compareText(a.meta.code, b.meta.code),
  );
  return known;
}
