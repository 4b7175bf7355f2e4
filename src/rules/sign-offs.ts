import type { Assessment } from '../scheme/assessment.ts';
import type { ReplayFault } from '../signoff/replay.ts';
import type { SignOffStates } from '../signoff/states.ts';
import { signOffStates } from '../signoff/states.ts';
import type { RuleContext } from './rule.ts';
import { isWhole } from './todo.ts';

const known = new WeakMap<Assessment, SignOffStates>();

/** The sign-offs of a unit, worked out once for all rules; undefined while it has none. */
export function signOffsOf({
  unit,
  scheme,
  relations,
  assessment,
}: RuleContext): SignOffStates | undefined {
  const isUsed = unit.reviews.length + unit.notices.length + unit.filings.length > 0;
  if (!isUsed || !isWhole(unit, 'reviews')) return undefined;
  let states = known.get(assessment);
  if (states === undefined) {
    known.set(assessment, (states = signOffStates(unit, scheme, relations, assessment)));
  }
  return states;
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
