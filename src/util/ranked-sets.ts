/**
 * Sets of numbers made fit for joining: every member is replaced by its rank among all members of all
 * sets, rarest first, and each set lists its ranks in rising order.
 */
export type RankedSets = {
  readonly sets: readonly Int32Array[];
  /** In how many sets the member of each rank is. */
  readonly counts: Int32Array;
};

/** Runs of `size` neighbouring characters (shingles) of each text; of a shorter text, the text itself. */
export function shingleSets(texts: readonly string[], size = 3): RankedSets {
  const digits = new Int32Array(0x10000);
  let characters = 0;
  for (const text of texts) {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (digits[code] === 0) digits[code] = ++characters;
    }
  }
  // A shingle is a number written with these digits, none of them 0: no two have the same number.
  const base = characters + 1;
  return rankedSets(texts.map((text) => shinglesOf(text, size, digits, base)));
}

function shinglesOf(text: string, size: number, digits: Int32Array, base: number): Float64Array {
  const shingles = new Float64Array(text === '' ? 0 : Math.max(1, text.length - size + 1));
  for (let start = 0; start < shingles.length; start++) {
    let shingle = 0;
    const end = Math.min(start + size, text.length);
    for (let index = start; index < end; index++) {
      shingle = shingle * base + digits[text.charCodeAt(index)]!;
    }
    shingles[start] = shingle;
  }
  return shingles;
}

/** The members of each list, each once. Members are whole numbers from 0 on. */
export function rankedSets(lists: readonly ArrayLike<number>[]): RankedSets {
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  const numberOf = newNumbering(total);
  const counts = new Int32Array(total);
  // The latest set, counted from 1, in which each member was seen.
  const seenIn = new Int32Array(total);
  const members = new Int32Array(total);
  const ends: number[] = [];
  let end = 0;
  let known = 0;
  for (const [place, list] of lists.entries()) {
    for (let index = 0; index < list.length; index++) {
      const number = numberOf(list[index]!);
      known = Math.max(known, number + 1);
      if (seenIn[number] === place + 1) continue;
      seenIn[number] = place + 1;
      counts[number]!++;
      members[end++] = number;
    }
    ends.push(end);
  }
  const rankOf = ranksByCount(counts.subarray(0, known));
  const ranked = new Int32Array(known);
  for (const [number, rank] of rankOf.entries()) ranked[rank] = counts[number]!;
  return { sets: inRisingOrder(members, ends, rankOf, ranked), counts: ranked };
}

/** Each set's ranks in rising order, without sorting: rank after rank is handed to the sets that have it. */
function inRisingOrder(
  members: Int32Array,
  ends: readonly number[],
  rankOf: Int32Array,
  counts: Int32Array,
): Int32Array[] {
  const next = new Int32Array(counts.length);
  for (let rank = 1; rank < next.length; rank++) next[rank] = next[rank - 1]! + counts[rank - 1]!;
  const end = ends.at(-1) ?? 0;
  const places = new Int32Array(end);
  let index = 0;
  for (const [place, last] of ends.entries()) {
    for (; index < last; index++) places[next[rankOf[members[index]!]!]!++] = place;
  }
  const ranks = new Int32Array(end);
  const filled = Int32Array.from(ends, (_, place) => ends[place - 1] ?? 0);
  let from = 0;
  for (let rank = 0; rank < counts.length; rank++) {
    const to = from + counts[rank]!;
    for (; from < to; from++) ranks[filled[places[from]!]!++] = rank;
  }
  return ends.map((last, place) => ranks.subarray(ends[place - 1] ?? 0, last));
}

/**
 * Numbers different values 0, 1, 2… as they first come, at most `most` of them: what a Map does, at a
 * fraction of its cost for millions of numbers (open addressing).
 */
function newNumbering(most: number): (value: number) => number {
  let slots = 16;
  while (slots < most * 2) slots *= 2;
  const values = new Float64Array(slots);
  // 0 is free, else one more than the number.
  const numbers = new Int32Array(slots);
  let known = 0;
  return (value) => {
    const mixed =
      Math.imul(value | 0, 0x9e3779b1) ^ Math.imul((value / 0x100000000) | 0, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & (slots - 1);
    while (numbers[slot] !== 0 && values[slot] !== value) slot = (slot + 1) & (slots - 1);
    if (numbers[slot] === 0) {
      values[slot] = value;
      numbers[slot] = ++known;
    }
    return numbers[slot]! - 1;
  };
}

/** Places in the order of the counts, by counting; equal counts keep their order. */
function ranksByCount(counts: Int32Array): Int32Array {
  let most = 0;
  for (const count of counts) most = Math.max(most, count);
  const next = new Int32Array(most + 2);
  for (const count of counts) next[count + 1]!++;
  for (let count = 1; count < next.length; count++) next[count]! += next[count - 1]!;
  return counts.map((count) => next[count]!++);
}
