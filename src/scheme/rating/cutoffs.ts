import type { Cutoff } from '../../model/rating.ts';

/** The band that a number falls into: gravest first, the first that takes it. */
export function bandOf(value: number, cutoffs: readonly Cutoff[]): Cutoff | undefined {
  return cutoffs.find(
    (band) =>
      (band.atLeast === undefined || value >= band.atLeast) &&
      (band.above === undefined || value > band.above) &&
      (band.atMost === undefined || value <= band.atMost) &&
      (band.below === undefined || value < band.below),
  );
}

/** The bands that a number somewhere from `low` to `high` may fall into, once each. */
export function bandsWithin(
  low: number,
  high: number,
  cutoffs: readonly Cutoff[],
): readonly (Cutoff | undefined)[] {
  if (low === high) return [bandOf(low, cutoffs)];
  const bounds = cutoffs
    .flatMap((band) => [band.atLeast, band.above, band.atMost, band.below])
    .filter((bound) => bound !== undefined && bound > low && bound < high) as number[];
  const inner = [...new Set(bounds)].toSorted((a, b) => a - b);
  // An open end is as good as a number beyond the outermost bound.
  const first = Number.isFinite(low) ? low : Math.min(...inner, high, 0) - 1;
  const last = Number.isFinite(high) ? high : Math.max(...inner, first, 0) + 1;
  const points = [first, ...inner, last];
  // Between two neighbouring bounds nothing changes, so one number stands for all there.
  const between = points.slice(1).map((point, index) => (point + points[index]!) / 2);
  return [...new Set([...points, ...between].map((point) => bandOf(point, cutoffs)))];
}

/** 「达到 10 分以上」: how a number stands to its band. `unit` is 分, 项 or 种. */
export function bandText(band: Cutoff, cutoffs: readonly Cutoff[], unit: string): string {
  if (band.atLeast !== undefined) return `达到 ${band.atLeast} ${unit}以上`;
  if (band.above !== undefined) return `超过 ${band.above} ${unit}`;
  if (band.below !== undefined) return `不足 ${band.below} ${unit}`;
  if (band.atMost !== undefined) return `在 ${band.atMost} ${unit}以下`;
  const before = cutoffs[cutoffs.indexOf(band) - 1];
  if (before?.atLeast !== undefined) return `不足 ${before.atLeast} ${unit}`;
  if (before?.above !== undefined) return `没有超过 ${before.above} ${unit}`;
  return '属于最后一档';
}

/** Sums of decimal fractions such as 0.1 + 0.2 must meet the boundary that was written. */
export function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
