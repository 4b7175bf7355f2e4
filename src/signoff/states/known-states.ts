import type { Unit } from '../../model/project.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Assessment } from '../../scheme/assessment.ts';
import type { Relations } from '../../scheme/relations.ts';
import type { SignOffStates } from './sign-off-states.ts';
import { signOffStates } from './sign-off-states.ts';

const known = new WeakMap<Unit, SignOffStates>();

/** The sign-offs of a unit without a day, worked out once for all who ask: rules and fields of papers. */
export function knownStates(
  unit: Unit,
  scheme: Scheme,
  relations: Relations,
  assessment: Assessment,
): SignOffStates {
  let states = known.get(unit);
  if (states === undefined) {
    known.set(unit, (states = signOffStates({ unit, scheme, relations }, assessment)));
  }
  return states;
}
