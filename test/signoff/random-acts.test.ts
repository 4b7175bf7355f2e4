import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../support/fast-check.ts';
import { bureau, edit, ok, run, UNIT } from './support.ts';

const SUBJECTS = ['cashier', 'chief', 'director', 'finance', 'unit', 'r4', '--all'];
const STAGES = ['科室审核', '分管领导审核', '征求意见', '局长审核', '党组会审定'];

const act = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('submit'), subject: fc.constantFrom(...SUBJECTS) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('approve'), subject: fc.constantFrom(...SUBJECTS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('jump'),
      subject: fc.constantFrom(...SUBJECTS),
      stage: fc.constantFrom(...STAGES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('return'), subject: fc.constantFrom(...SUBJECTS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('edit'), subject: fc.constantFrom('r1', 'r4', 'r5') }),
  },
);

test('whatever is done in whatever order, what the command writes is never at fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 30 }), async (acts) => {
      const folder = bureau();
      for (const [index, one] of acts.entries()) {
        const on = `2026-03-${String(index + 1).padStart(2, '0')}`;
        if (one.kind === 'edit') {
          const pattern = new RegExp(`(- id: ${one.subject}\\n {2}name: )(.*)`, 'u');
          edit(folder, `${UNIT}/risks.yaml`, (text) => text.replace(pattern, `$1另一说法${index}`));
          continue;
        }
        const action = one.kind === 'jump' ? 'approve' : one.kind;
        const more = [
          action === 'submit' ? '--by cashier' : '',
          action === 'return' ? '--opinion 不具体' : '',
          action === 'approve' ? '--attendance 6/6' : '',
          'stage' in one ? `--stage ${one.stage}` : '',
        ].filter((word) => word !== '');
        const words = ['review', action, one.subject, '--on', on, '--quiet', ...more].join(' ');
        const { code, err } = await run(folder, words);
        expect([words, err, code]).not.toEqual([words, err, 3]);
      }
      await ok(folder, 'verify');
      const { out } = await run(folder, 'check --format json');
      const codes = (JSON.parse(out) as { diagnostics: { code: string }[] }).diagnostics.map(
        ({ code }) => code,
      );
      expect(
        codes.filter((code) => code.startsWith('LF4') && code !== 'LF407' && code !== 'LF408'),
      ).toEqual([]);
    }),
    { numRuns: runs(8) },
  );
});
