import { expect, test } from 'vitest';
import type { Edit } from './support.ts';
import { checked, edited } from './support.ts';

/** One fault planted in the clean unit, and where it must be found: nothing else may be. */
export type Case = {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** `LF301 posts.yaml 3`; empty for a near miss. */
  readonly found: readonly string[];
};

/** Runs cases: what is found is exactly what the case says, and the printed codes agree. */
export function runCases(cases: readonly Case[]): void {
  test.each(cases)('$name', ({ edits, found }) => {
    const result = checked(edited(edits));
    expect(result.found).toEqual(found.toSorted());
    const printed = new Set(result.diagnostics.map(({ code }) => code));
    // Blanks are not the rules' business.
    printed.delete('LF109');
    expect([...printed].toSorted()).toEqual(
      [...new Set(found.map((one) => one.slice(0, 5)))].toSorted(),
    );
  });
}
