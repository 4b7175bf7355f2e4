import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { checkData } from '../../pipeline/check-all.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import { openRepository } from '../../pipeline/open-and-assess.ts';
import type { OutputFile } from '../write-files.ts';

/** A repository as it would be, with what would be wrong in it that is not wrong now. */
export type Tried = {
  readonly opened: Opened;
  readonly assessed: AssessedUnit;
  readonly faults: readonly Diagnostic[];
};

/** Reads and checks a unit with files as they are to be written; nothing is written. */
export async function tryFiles(
  files: readonly OutputFile[],
  { unit }: AssessedUnit,
  before: Opened,
): Promise<Tried> {
  const laid = new Map(files.map(({ path, bytes }) => [path, Buffer.from(bytes)]));
  const opened = await openRepository({ ...before.root, laid });
  const assessed = opened.assessed.find((one) => one.unit.id === unit.id)!;
  const known = new Set(faultsIn(before, unit.id).map(keyOf));
  const faults = faultsIn(opened, unit.id).filter(
    (fault) => laid.has(fault.file) && !known.has(keyOf(fault)),
  );
  return { opened, assessed, faults };
}

function faultsIn(opened: Opened, unit: string): readonly Diagnostic[] {
  const assessed = opened.assessed.filter((one) => one.unit.id === unit);
  return checkData({ ...opened, assessed }).filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
}

function keyOf({ code, file, message }: Diagnostic): string {
  return `${code} ${file} ${message}`;
}
