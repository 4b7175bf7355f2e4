import { simplified } from './simplified.ts';

/**
 * The word that was probably meant: the same word but for traditional or variant characters,
 * full-width signs, spaces or capitals; else the nearest by letters put in, left out, changed or
 * swapped; else the only one that contains it or is contained in it. Undefined when none is near, or
 * two are equally near and neither comes first for a better reason.
 */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  const meant = fold(word);
  if (meant === '') return undefined;
  const same = candidates.find((candidate) => fold(candidate) === meant);
  if (same !== undefined) return same;

  let best: string | undefined;
  let bestDistance = Infinity;
  let tied = false;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const allowed = allowance(Math.min(meant.length, folded.length));
    if (Math.abs(folded.length - meant.length) > allowed) continue;
    const distance = editDistance(meant, folded);
    if (distance > allowed || distance > bestDistance) continue;
    tied = distance === bestDistance;
    best = candidate;
    bestDistance = distance;
  }
  if (best !== undefined) return tied ? undefined : best;

  const kin = candidates.filter((candidate) => contains(fold(candidate), meant));
  return kin.length === 1 ? kin[0] : undefined;
}

function fold(word: string): string {
  return simplified(word).toLowerCase();
}

/** Short words differ by a character and mean another thing: 一级 is not a mistyped 二级. */
function allowance(length: number): number {
  if (length <= 2) return 0;
  return length <= 5 ? 1 : 2;
}

function contains(candidate: string, word: string): boolean {
  if (candidate === '') return false;
  return candidate.includes(word) || word.includes(candidate);
}

/** Optimal string alignment distance: a swap of neighbours counts once. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = last[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, change);
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
