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
  return rankedSets(
    texts.map((text) => {
      const shingles: number[] = [];
      const last = text === '' ? -1 : Math.max(0, text.length - size);
      for (let start = 0; start <= last; start++) {
        let shingle = 0;
        const end = Math.min(start + size, text.length);
        for (let index = start; index < end; index++) {
          shingle = shingle * base + digits[text.charCodeAt(index)]!;
        }
        shingles.push(shingle);
      }
      return shingles;
    }),
  );
}

/** The members of each list, each once. */
export function rankedSets(lists: readonly (readonly number[])[]): RankedSets {
  const idOf = new Map<number, number>();
  const counts: number[] = [];
  const lastList: number[] = [];
  const ids = lists.map((list, place) => {
    const members: number[] = [];
    for (const member of list) {
      let id = idOf.get(member);
      if (id === undefined) {
        id = idOf.size;
        idOf.set(member, id);
        counts.push(0);
        lastList.push(-1);
      }
      if (lastList[id] === place) continue;
      lastList[id] = place;
      counts[id]!++;
      members.push(id);
    }
    return members;
  });
  const rankOf = ranksByCount(counts);
  const ranked = new Int32Array(counts.length);
  for (const [id, count] of counts.entries()) ranked[rankOf[id]!] = count;
  return {
    sets: ids.map((members) => Int32Array.from(members, (id) => rankOf[id]!).sort()),
    counts: ranked,
  };
}

/** Places in the order of the counts, by counting; equal counts keep their order. */
function ranksByCount(counts: readonly number[]): Int32Array {
  let most = 0;
  for (const count of counts) most = Math.max(most, count);
  const next = new Int32Array(most + 2);
  for (const count of counts) next[count + 1]!++;
  for (let count = 1; count < next.length; count++) next[count]! += next[count - 1]!;
  return Int32Array.from(counts, (count) => next[count]!++);
}
