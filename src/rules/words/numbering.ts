/** A number before an item, with the kind of number that it is. */
type Marker = {
  readonly style: string;
  readonly value: number;
  readonly text: string;
  readonly index: number;
};

const HAN = '[一二三四五六七八九十]{1,3}';
const MARKER = new RegExp(
  `(?<=^|[\\s。；;，,：:])(?:(?<digit>\\d{1,2})[.．、]|(?<half>\\d{1,2})[)）]|[（(](?:(?<inDigit>\\d{1,2})|(?<inHan>${HAN}))[)）]|(?<han>${HAN})、|(?<is>[一二三四五六七八九十]{1,2})是|(?<circled>[①-⑳]))`,
  'gu',
);

/** What is wrong with the numbers of a text. */
export type NumberingFault = {
  readonly kind: 'gap' | 'repeat';
  readonly after: string;
  readonly found: string;
};

/**
 * Gaps and repeats in numbered lists. Lists may stand in one another (一、（一）1.); one that begins
 * again at 1 is a new list, and one that does not begin at 1 may go on from another text: neither is a
 * fault.
 */
export function numberingFaults(text: string): NumberingFault[] {
  const faults: NumberingFault[] = [];
  // The lists open at this place, the outermost first.
  let open: Marker[] = [];
  for (const marker of markersIn(text)) {
    const depth = open.findIndex(({ style }) => style === marker.style);
    const last = open[depth];
    // 4.10人以内 is item 4 after item 3; elsewhere 1.5 is an amount.
    const isAmount = /\d/u.test(text[marker.index + marker.text.length] ?? '');
    if (isAmount && marker.value !== (last?.value ?? 0) + 1) continue;
    if (last === undefined) {
      if (marker.value === 1) open.push(marker);
      continue;
    }
    const startsAnew =
      marker.value === 1 && (last.value > 1 || /[：:]\s*$/u.test(text.slice(0, marker.index)));
    if (!startsAnew && marker.value !== last.value + 1) {
      const kind = marker.value > last.value ? 'gap' : 'repeat';
      faults.push({ kind, after: last.text, found: marker.text });
    }
    open = [...open.slice(0, depth), marker];
  }
  return faults;
}

function markersIn(text: string): Marker[] {
  return [...text.matchAll(MARKER)].map(({ 0: found, index, groups = {} }) => {
    const [style, number] = Object.entries(groups).find(([, value]) => value !== undefined)!;
    return { style, value: valueOf(number), text: found, index };
  });
}

const HAN_DIGITS = '一二三四五六七八九';

function valueOf(number: string): number {
  if (/^\d/u.test(number)) return Number(number);
  if (/^[①-⑳]$/u.test(number)) return number.charCodeAt(0) - '①'.charCodeAt(0) + 1;
  const ten = number.indexOf('十');
  const digit = (han: string) => HAN_DIGITS.indexOf(han) + 1;
  if (ten < 0) return digit(number);
  const tens = ten === 0 ? 1 : digit(number.slice(0, 1));
  return tens * 10 + (ten === number.length - 1 ? 0 : digit(number.slice(-1)));
}
