import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { push } from '../../util/group-by.ts';
import { flowOf, reachable } from './power-flow.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const endlessStep = defineRule({
  meta: {
    code: 'LF206',
    name: 'endless-step',
    title: '流程到不了办结',
    severity: 'error',
    rationale: '从这个环节出发只会在流程里打转，事项永远办不结。',
  },
  check({ relations, report }) {
    for (const power of relations.powers) {
      const flow = flowOf(power);
      if (flow === undefined) continue;
      const { nextOf, isEnd } = flow;
      const before = new Map<string, string[]>();
      for (const [id, nexts] of nextOf) for (const next of nexts) push(before, next, id);
      const ends = power.steps.filter(isEnd).map(({ id }) => id);
      const ending = reachable(ends, before);
      // A way to a step that does not exist is reported as such (LF207).
      const lost = power.steps.filter(({ id }) => !ending.has(id) && !leadsAstray(id, nextOf));
      const [first] = lost;
      if (first === undefined) continue;
      const names = lost.map(({ id, name }) => `「${name || id}」`).join('');
      report(
        at(power.ref, 'steps', power.steps.indexOf(first), 'id'),
        say`${{ power: named('power', power) }}的环节${{ names }}到不了办结`,
        { hint: '给其中一个环节接上通往办结的 next，或写上 end: true' },
      );
    }
  },
});

function leadsAstray(id: string, nextOf: ReadonlyMap<string, readonly string[]>): boolean {
  return [...reachable([id], nextOf)].some((step) => !nextOf.has(step));
}
