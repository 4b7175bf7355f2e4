import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openAssessed } from '../support/open-assessed.ts';
import { chainOf } from '../../src/signoff/steps/chain.ts';
import { subjectsOf } from '../../src/signoff/steps/subjects.ts';
import { COUNTY } from '../support/repositories.ts';

/** The chain of the unit, of a department and of a post of every rank, one line each. */
test('every preset has a chain for every rank', async () => {
  const lines = openAssessed(COUNTY).assessed.flatMap(({ unit, resolved, relations }) => {
    const { scheme } = resolved;
    const seen = new Set<string>();
    const own = subjectsOf(unit, scheme, relations).flatMap((subject) => {
      const what = subject.post?.rank ?? subject.kind;
      if (seen.has(what) || subject.kind === 'list') return [];
      seen.add(what);
      const chain = chainOf(subject, scheme, relations);
      expect([unit.id, what, chain?.steps.length ?? 0]).not.toEqual([unit.id, what, 0]);
      const steps = chain!.steps.map(({ stage, kind }) =>
        kind === 'decide' ? `${stage}*` : stage,
      );
      return [`${what}：${steps.join(' → ')}`];
    });
    return [`${scheme.id}\n${own.map((line) => `  ${line}\n`).join('')}`];
  });
  const file = fileURLToPath(new URL('../cases/review/chains.txt', import.meta.url));
  await expect(lines.toSorted().join('')).toMatchFileSnapshot(file);
});
