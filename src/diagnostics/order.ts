import { compareText } from '../util/natural-order.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Sorts by file, line, column, code and message, and drops what stands there twice. */
export function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const ordered = diagnostics.toSorted(compareDiagnostics);
  return ordered.filter((one, index) => {
    const before = ordered[index - 1];
    return before === undefined || compareDiagnostics(before, one) !== 0;
  });
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}
