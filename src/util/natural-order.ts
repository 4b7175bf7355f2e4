/** Compares by code point, runs of digits by their number: `r2` before `r10`. Same on every machine. */
export function compareNatural(left: string, right: string): number {
  const a = left.match(/\d+|\D+/g) ?? [];
  const b = right.match(/\d+|\D+/g) ?? [];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = comparePart(a[index]!, b[index]!);
    if (difference !== 0) return difference;
  }
  if (a.length !== b.length) return a.length - b.length;
  return compareText(left, right);
}

function comparePart(a: string, b: string): number {
  const bothNumbers = /^\d/.test(a) && /^\d/.test(b);
  if (bothNumbers && Number(a) !== Number(b)) return Number(a) - Number(b);
  // Leading zeros do not order; the whole strings decide at the end.
  return bothNumbers ? 0 : compareText(a, b);
}

/** Compares by UTF-16 unit, never by locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
