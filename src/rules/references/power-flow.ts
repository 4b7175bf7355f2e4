import type { Power } from '../../model/kinds/power.ts';
import type { Step } from '../../model/kinds/step.ts';

/** The 后续环节 of each step; steps without `next` go on to the one that stands after them. */
export type Flow = {
  readonly nextOf: ReadonlyMap<string, readonly string[]>;
  readonly isEnd: (step: Step) => boolean;
};

/** The flow of a power; undefined without steps, or where two share an id, which is a fault of its own. */
export function flowOf(power: Power): Flow | undefined {
  const ids = new Set(power.steps.map(({ id }) => id));
  if (ids.size === 0 || ids.size < power.steps.length) return undefined;
  const nextOf = new Map<string, readonly string[]>();
  const ends = new Set<Step>();
  power.steps.forEach((step, index) => {
    const following = power.steps[index + 1];
    const next =
      step.next?.map(({ to }) => to) ?? (step.end || following === undefined ? [] : [following.id]);
    nextOf.set(step.id, next);
    if (step.end || next.length === 0) ends.add(step);
  });
  return { nextOf, isEnd: (step) => ends.has(step) };
}

/** Everything that can be reached from these ids, themselves included. */
export function reachable(
  from: readonly string[],
  nextOf: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set(from);
  // A set also yields what is added while it is walked.
  for (const id of reached) for (const next of nextOf.get(id) ?? []) reached.add(next);
  return reached;
}
