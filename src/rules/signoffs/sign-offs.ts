import type { ReplayFault } from '../../signoff/steps/replay.ts';
import type { SignOffStates } from '../../signoff/states/sign-off-states.ts';
import { knownStates } from '../../signoff/states/known-states.ts';
import type { RuleContext } from '../rule.ts';
import { isWhole } from '../todo.ts';

/** The sign-offs of a unit, worked out once for all rules; undefined while it has none. */
export function signOffsOf({
  unit,
  scheme,
  relations,
  assessment,
}: RuleContext): SignOffStates | undefined {
  const isUsed = unit.reviews.length + unit.notices.length + unit.filings.length > 0;
  if (!isUsed || !isWhole(unit, 'reviews')) return undefined;
  return knownStates(unit, scheme, relations, assessment);
}

/** Reports what is wrong with single records of reviews.yaml, by its kind. */
export function reportFaults(
  context: RuleContext,
  kinds: readonly ReplayFault['kind'][],
  hint: string,
): void {
  for (const { kind, record, message } of signOffsOf(context)?.faults ?? []) {
    if (kinds.includes(kind)) context.report(record.ref, message, { on: 'key', hint });
  }
}
