import { say } from '../../diagnostics/message.ts';
import type { Cutoff } from '../../model/rating.ts';
import type { ReportFault, SchemePath } from './report-fault.ts';

/** The numbers that can be met: all of them, or only how far they reach, or nothing is known. */
export type Reach = {
  readonly values?: readonly number[];
  readonly low?: number | undefined;
  readonly high?: number | undefined;
};

type Bound = { readonly value: number; readonly isIncluded: boolean; readonly key: keyof Cutoff };

/**
 * Checks that every number that can be met falls into exactly one band: LF604 for a gap, LF605 for
 * an overlap or a wrong order.
 */
export function checkCutoffs(
  cutoffs: readonly Cutoff[],
  path: SchemePath,
  reach: Reach,
  report: ReportFault,
): void {
  const isSound = cutoffs.map((band, index) => checkBand(band, [...path, index], report));
  for (let index = 0; index + 1 < cutoffs.length; index++) {
    // What is wrong with a band by itself would only be said again.
    if (isSound[index] && isSound[index + 1])
      checkNeighbours({ cutoffs, index }, path, reach, report);
  }
  checkEnds(cutoffs, path, reach, report);
}

function lowerOf(band: Cutoff): Bound | undefined {
  if (band.atLeast !== undefined) return { value: band.atLeast, isIncluded: true, key: 'atLeast' };
  if (band.above !== undefined) return { value: band.above, isIncluded: false, key: 'above' };
  return undefined;
}

function upperOf(band: Cutoff): Bound | undefined {
  if (band.atMost !== undefined) return { value: band.atMost, isIncluded: true, key: 'atMost' };
  if (band.below !== undefined) return { value: band.below, isIncluded: false, key: 'below' };
  return undefined;
}

function checkBand(band: Cutoff, path: SchemePath, report: ReportFault): boolean {
  let isSound = true;
  if (band.atLeast !== undefined && band.above !== undefined) {
    report('LF605', [...path, 'above'], '这一档写了两个下限', {
      hint: 'atLeast 和 above 只留一个',
    });
  }
  if (band.atMost !== undefined && band.below !== undefined) {
    report('LF605', [...path, 'below'], '这一档写了两个上限', { hint: 'atMost 和 below 只留一个' });
    isSound = false;
  }
  const lower = lowerOf(band);
  const upper = upperOf(band);
  if (lower === undefined || upper === undefined) return isSound;
  const isEmpty =
    lower.value > upper.value ||
    (lower.value === upper.value && !(lower.isIncluded && upper.isIncluded));
  if (isEmpty) {
    report(
      'LF605',
      [...path, upper.key],
      say`「${{ level: band.level }}」这一档的上限低于下限，没有分数能落入`,
    );
  }
  return isSound && !isEmpty;
}

type CutoffAt = { readonly cutoffs: readonly Cutoff[]; readonly index: number };

function checkNeighbours(
  { cutoffs, index }: CutoffAt,
  path: SchemePath,
  reach: Reach,
  report: ReportFault,
): void {
  const [graver, milder] = [cutoffs[index]!, cutoffs[index + 1]!];
  const names = `「${graver.level}」与「${milder.level}」`;
  const lower = lowerOf(graver);
  if (lower === undefined) {
    report(
      'LF605',
      [...path, index],
      say`「${{ level: graver.level }}」没有写下限，后面各档都落不到`,
      {
        hint: '只有最后一档可以不写下限',
      },
    );
    return;
  }
  const next = lowerOf(milder);
  if (next !== undefined && !isBelow(next, lower)) {
    report('LF605', [...path, index + 1, next.key], '分界没有从高到低排列', {
      hint: '分数高的一档写在前面',
    });
    return;
  }
  const upper = upperOf(milder);
  if (upper === undefined) return;
  const place = [...path, index + 1, upper.key];
  if (upper.value > lower.value) {
    report(
      'LF605',
      place,
      say`${{ names }}两档有重叠：${{ from: lower.value }} 到 ${{ to: upper.value }} 两档都算`,
    );
  } else if (upper.value < lower.value) {
    if (isMet(reach, upper, lower)) {
      report(
        'LF604',
        place,
        say`${{ names }}之间有空档：${{ to: upper.value }} 到 ${{ from: lower.value }} 不属于任何一档`,
      );
    }
  } else if (upper.isIncluded && lower.isIncluded) {
    report('LF605', place, say`${{ to: upper.value }} 同时属于${{ names }}两档`, {
      hint: '把 atMost 改为 below',
    });
  } else if (!upper.isIncluded && !lower.isIncluded) {
    report('LF604', place, say`${{ to: upper.value }} 不属于${{ names }}中的任何一档`, {
      hint: '把 below 改为 atMost',
    });
  }
}

/** Whether a band that begins at `next` lies below one that begins at `lower`. */
function isBelow(next: Bound, lower: Bound): boolean {
  if (next.value !== lower.value) return next.value < lower.value;
  return next.isIncluded && !lower.isIncluded;
}

/** Whether a number that can be met lies between two bands. */
function isMet(reach: Reach, upper: Bound, lower: Bound): boolean {
  if (reach.values === undefined) return true;
  return reach.values.some(
    (value) =>
      (value > upper.value || (value === upper.value && !upper.isIncluded)) &&
      (value < lower.value || (value === lower.value && !lower.isIncluded)),
  );
}

function checkEnds(
  cutoffs: readonly Cutoff[],
  path: SchemePath,
  reach: Reach,
  report: ReportFault,
): void {
  const first = cutoffs[0]!;
  const upper = upperOf(first);
  const high = reach.values?.at(-1) ?? reach.high;
  if (upper !== undefined && high !== undefined && isBeyond(high, upper, 1)) {
    report(
      'LF604',
      [...path, 0, upper.key],
      say`最高可到 ${{ high }}，超出「${{ level: first.level }}」的上限，不属于任何一档`,
    );
  }
  const last = cutoffs.at(-1)!;
  const lower = lowerOf(last);
  const low = reach.values?.[0] ?? reach.low;
  if (lower !== undefined && low !== undefined && isBeyond(low, lower, -1)) {
    report(
      'LF604',
      [...path, cutoffs.length - 1, lower.key],
      say`最低可到 ${{ low }}，低于「${{ level: last.level }}」的下限，不属于任何一档`,
      { hint: '最后一档可以不写下限' },
    );
  }
}

function isBeyond(value: number, bound: Bound, direction: 1 | -1): boolean {
  const difference = (value - bound.value) * direction;
  return difference > 0 || (difference === 0 && !bound.isIncluded);
}
