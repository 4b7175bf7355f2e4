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
    const term = termFor(id, { path: place, on: 'value' }, vocabulary, report);
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
    checkCells({ cells, axes, said: [], path: [...path, 'cells'] }, vocabulary, report);
}

type CellsAt = {
  readonly cells: MatrixCells;
  readonly axes: readonly AxisWords[];
  readonly said: readonly string[];
  readonly path: SchemePath;
};

function checkCells(
  { cells, axes, said, path }: CellsAt,
  vocabulary: RatingVocabulary,
  report: ReportFault,
): void {
  const [axis, ...deeper] = axes;
  if (axis === undefined) return;
  const [inner] = deeper;
  for (const key of Object.keys(cells)) {
    isKnown(
      report,
      'LF607',
      { path: [...path, key], on: 'key' },
      { word: key, known: axis.words, what: `「${axis.label}」的取值` },
    );
  }
  for (const word of axis.words) {
    const combination = [...said, withWord(axis.label, word)];
    const cell = Object.hasOwn(cells, word) ? cells[word] : undefined;
    const place = [...path, word];
    if (cell === undefined) {
      report('LF606', path, say`矩阵缺少「${{ combination }}」的等级`);
    } else if (typeof cell !== 'string') {
      if (inner === undefined) {
        report('LF607', place, say`「${{ combination }}」之下多了一层`);
      } else {
        const below = { cells: cell, axes: deeper, said: combination, path: place };
        checkCells(below, vocabulary, report);
      }
    } else if (inner !== undefined) {
      report(
        'LF606',
        place,
        say`「${{ combination }}」之下还要按「${{ inner: inner.label }}」分列`,
      );
    } else {
      const level = { word: cell, known: vocabulary.levels, what: '等级' };
      isKnown(report, 'LF603', { path: place }, level);
    }
  }
}
