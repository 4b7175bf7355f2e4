import type { RankedSets } from './ranked-sets.ts';

/** Two sets, by their places, the earlier first, and their similarity. */
type SimilarPair = {
  readonly first: number;
  readonly second: number;
  readonly similarity: number;
};

/**
 * Every pair of sets whose similarity (Jaccard: shared members divided by all members) is at least the
 * threshold, which is above 0: just what comparing all with all gives, in the order of places.
 */
export function similarPairs(ranked: RankedSets, threshold: number): SimilarPair[] {
  const pairs: SimilarPair[] = [];
  join(ranked, threshold, (one, other, similarity) => {
    const found = similarity();
    if (found < threshold) return;
    pairs.push({ first: Math.min(one, other), second: Math.max(one, other), similarity: found });
  });
  return pairs.toSorted((a, b) => a.first - b.first || a.second - b.second);
}

/**
 * Places of the sets that hang together through such pairs, two or more in a cluster; clusters and
 * their members in the order of places.
 */
export function similarClusters(ranked: RankedSets, threshold: number): number[][] {
  const parents = Int32Array.from(ranked.sets, (_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!;
      root = parents[root]!;
    }
    return root;
  };
  join(ranked, threshold, (one, other, similarity) => {
    const a = rootOf(one);
    const b = rootOf(other);
    // Those that hang together already need no comparing.
    if (a === b || similarity() < threshold) return;
    parents[Math.max(a, b)] = Math.min(a, b);
  });
  const clusters = new Map<number, number[]>();
  for (const place of parents.keys()) {
    const root = rootOf(place);
    const cluster = clusters.get(root);
    if (cluster === undefined) clusters.set(root, [place]);
    else cluster.push(place);
  }
  return [...clusters.values()].filter(({ length }) => length > 1);
}

/** Undoes binary fractions where a bound is rounded up: 0.7 × 10 is a little more than 7. */
const SLACK = 1e-9;

/**
 * Calls `candidate` for the pairs that may be similar enough, each once. Sets that are share a member
 * among the first few, the rarest, of each (prefix filter: Chaudhuri and others, ICDE 2006; Bayardo and
 * others, WWW 2007), and enough members can follow that first shared one (positional filter: Xiao and
 * others, WWW 2008).
 */
function join(
  { sets, counts }: RankedSets,
  threshold: number,
  candidate: (one: number, other: number, similarity: () => number) => void,
): void {
  // Whose prefix holds a member, the latest first: a chain of entries for every rank.
  const latest = new Int32Array(counts.length).fill(-1);
  const entries: { readonly place: number; readonly position: number; readonly before: number }[] =
    [];
  const seenBy = new Int32Array(sets.length).fill(-1);
  const bySize = [...sets.keys()].toSorted((a, b) => sets[a]!.length - sets[b]!.length || a - b);
  for (const place of bySize) {
    const set = sets[place]!;
    const least = Math.ceil(set.length * threshold - SLACK);
    const prefix = set.length === 0 ? 0 : set.length - least + 1;
    for (let position = 0; position < prefix; position++) {
      const rank = set[position]!;
      if (counts[rank] === 1) continue;
      for (let index = latest[rank]!; index >= 0; index = entries[index]!.before) {
        const entry = entries[index]!;
        const other = sets[entry.place]!;
        // Sets come in order of size, so all earlier entries are of smaller sets still.
        if (other.length < least) break;
        if (seenBy[entry.place] === place) continue;
        seenBy[entry.place] = place;
        const needed = sharedNeeded(set.length + other.length, threshold);
        const most = Math.min(set.length - position, other.length - entry.position);
        if (most < needed) continue;
        candidate(place, entry.place, () => similarityOf(set, other, needed));
      }
      entries.push({ place, position, before: latest[rank]! });
      latest[rank] = entries.length - 1;
    }
  }
}

/** How many members two sets of together `size` members must share at least. */
function sharedNeeded(size: number, threshold: number): number {
  return Math.ceil((size * threshold) / (1 + threshold) - SLACK);
}

/** The similarity of two sets, or 0 as soon as they cannot share as many members as needed. */
function similarityOf(a: Int32Array, b: Int32Array, needed: number): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (shared + Math.min(a.length - i, b.length - j) < needed) return 0;
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared / (a.length + b.length - shared);
}
