import fc from 'fast-check';
import { relative } from 'node:path';
import { expect } from 'vitest';

/**
 * Random cases are the same in every run, on every machine; another `LIANFANG_SEED` makes others.
 * What fails says which seed it had and how to see it again.
 */
const SEED = Number(process.env['LIANFANG_SEED'] ?? 20_261_122);
const FACTOR = Number(process.env['LIANFANG_RUNS'] ?? 1);

/** Executions of a property: as many as usual, or `LIANFANG_RUNS` times as many. */
export function runs(usual: number): number {
  return Math.ceil(usual * FACTOR);
}

fc.configureGlobal({
  seed: SEED,
  numRuns: runs(100),
  reporter: (details) => {
    if (!details.failed) return;
    const { testPath = '', currentTestName = '' } = expect.getState();
    const factor = FACTOR === 1 ? '' : `LIANFANG_RUNS=${FACTOR} `;
    const command = `${factor}LIANFANG_SEED=${details.seed} npx vitest run ${relative('.', testPath)}`;
    throw new Error(`${currentTestName}\n${command}\n\n${fc.defaultReportMessage(details) ?? ''}`, {
      cause: details.errorInstance,
    });
  },
});
