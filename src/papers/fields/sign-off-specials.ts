import type { ItemProgress, SignState } from '../../signoff/states/progress.ts';
import { SIGN_STATES } from '../../signoff/states/progress.ts';
import { knownStates } from '../../signoff/states/known-states.ts';
import type { FieldContext, Records, FieldSubject } from './field.ts';
import type { Special } from './vocabulary.ts';

type Signed = Extract<FieldSubject, 'risk' | 'post' | 'department'>;

/**
 * Where a record stands in its review chain (审核): its state, the step that comes next, when it was last
 * decided. For internal use; blank under a scheme without a chain.
 */
export function signOffSpecials<Name extends Signed>(
  kind: Name,
): Readonly<Record<string, Special<Name>>> {
  return {
    signState: {
      header: '审核状态',
      inline: true,
      value: (record, context) => {
        const state = placeOf(kind, record, context)?.state;
        return state && SIGN_STATES[state];
      },
    },
    nextStage: {
      header: '下一审核环节',
      inline: true,
      value: (record, context) => placeOf(kind, record, context)?.next,
    },
    signedOn: {
      header: '最近审核日期',
      inline: true,
      value: (record, context) => placeOf(kind, record, context)?.on,
    },
  };
}

type SignOffPlace = {
  readonly state: SignState;
  readonly next: string | undefined;
  readonly on: string | undefined;
};

function placeOf(
  kind: Signed,
  { id }: Records[Signed],
  { unit, scheme, relations, assessment }: FieldContext,
): SignOffPlace | undefined {
  if (scheme.reviews.length === 0) return undefined;
  const { bySubject, byRisk } = knownStates(unit, scheme, relations, assessment);
  if (kind !== 'risk') {
    const state = bySubject.get(`${kind}/${id}`);
    return state && { state: state.state, next: state.next?.stage, on: lastDay(state.items) };
  }
  const point = byRisk.get(id);
  return (
    point && {
      state: point.progress.state,
      next: point.owner.chain.steps[point.progress.next]?.stage,
      on: lastDay([point.progress]),
    }
  );
}

function lastDay(items: readonly ItemProgress[]): string | undefined {
  return items
    .flatMap(({ track }) => [...track.round.values()].flatMap(({ on }) => on ?? []))
    .toSorted()
    .at(-1);
}
