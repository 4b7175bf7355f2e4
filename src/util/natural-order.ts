/** Compares by code unit, runs of digits by their number: `r2` before `r10`. Same on every machine. */
export function compareNatural(left: string, right: string): number {
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if (isDigit(left, i) && isDigit(right, j)) {
      const a = endOfDigits(left, i);
      const b = endOfDigits(right, j);
      const difference = compareNumbers(left.slice(i, a), right.slice(j, b));
      if (difference !== 0) return difference;
      i = a;
      j = b;
    } else {
      const difference = left.charCodeAt(i) - right.charCodeAt(j);
      if (difference !== 0) return difference;
      i += 1;
      j += 1;
    }
  }
  const unequal = left.length - i - (right.length - j);
  // Numbers that differ only in leading zeros are told apart at the very end.
  return unequal === 0 ? compareText(left, right) : unequal;
}

/** Compares by UTF-16 unit, never by locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareNumbers(a: string, b: string): number {
  const x = a.replace(/^0+/, '');
  const y = b.replace(/^0+/, '');
  // Of two numbers without leading zeros the longer is the larger, however long they are.
  return x.length - y.length || compareText(x, y);
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text, end)) end += 1;
  return end;
}
