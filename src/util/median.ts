/** The middle one of these numbers in order, or the mean of the two in the middle; of none, 0. */
export function median(numbers: readonly number[]): number {
  const ordered = numbers.toSorted((a, b) => a - b);
  const middle = ordered.length >> 1;
  if (ordered.length === 0) return 0;
  return ordered.length % 2 === 1
    ? ordered[middle]!
    : (ordered[middle - 1]! + ordered[middle]!) / 2;
}
