import { say } from '../../diagnostics/message.ts';
import type { MatrixCells, Method } from '../../model/rating.ts';
import { withWord } from '../rating/condition.ts';
import type { Term } from '../rating/terms.ts';
import type { RatingVocabulary } from './condition-faults.ts';
import { termFor } from './condition-faults.ts';
import type { ReportFault, SchemePath } from './report-fault.ts';
import { isKnown, isSingleWord } from './report-fault.ts';

type AxisWords = Term & { readonly words: readonly string[] };

/** LF606 for every combination without a level, LF607 for cells that no combination leads to. */
export function checkMatrix(
  { factors, cells }: NonNullable<Method['matrix']>,
  path: SchemePath,
  vocabulary: RatingVocabulary,
  report: ReportFault,
): void {
  const axes: AxisWords[] = [];
  for (const [index, id] of factors.entries()) {
    const place = [...path, 'factors', index];
    const term = termFor(id, place, vocabulary, report, 'value');
    if (term === undefined || !isSingleWord(term, place, '矩阵', report)) continue;
    if (factors.indexOf(id) < index)
      report('LF607', place, say`矩阵两次用到「${{ label: term.label }}」`);
    const { words } = term;
    if (words === undefined)
      report('LF607', place, say`「${{ label: term.label }}」的取值不固定，不能用于矩阵`);
    else axes.push({ ...term, words });
  }
  // With a faulty factor every cell would be reported once more.
  if (axes.length === factors.length)
    checkCells(cells, axes, [], [...path, 'cells'], vocabulary, report);
}

function checkCells(
  cells: MatrixCells,
  axes: readonly AxisWords[],
  said: readonly string[],
  path: SchemePath,
  vocabulary: RatingVocabulary,
  report: ReportFault,
): void {
  const [axis, ...deeper] = axes;
  if (axis === undefined) return;
  for (const key of Object.keys(cells)) {
    isKnown(report, 'LF607', [...path, key], key, axis.words, `「${axis.label}」的取值`, 'key');
  }
  for (const word of axis.words) {
    const combination = [...said, withWord(axis.label, word)];
    const cell = Object.hasOwn(cells, word) ? cells[word] : undefined;
    const place = [...path, word];
    if (cell === undefined) {
      report('LF606', path, say`矩阵缺少「${{ combination }}」的等级`);
    } else if (typeof cell !== 'string') {
      if (deeper.length > 0) checkCells(cell, deeper, combination, place, vocabulary, report);
      else report('LF607', place, say`「${{ combination }}」之下多了一层`);
    } else if (deeper.length > 0) {
      report(
        'LF606',
        place,
        say`「${{ combination }}」之下还要按「${{ inner: deeper[0]!.label }}」分列`,
      );
    } else isKnown(report, 'LF603', place, cell, vocabulary.levels, '等级');
  }
}
