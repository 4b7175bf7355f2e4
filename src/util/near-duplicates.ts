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
  join(ranked, threshold, (one, other) => {
    const similarity = similarityOf(ranked.sets[one]!, ranked.sets[other]!, threshold);
    if (similarity < threshold) return;
    pairs.push({ first: Math.min(one, other), second: Math.max(one, other), similarity });
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
  const { sets } = ranked;
  join(ranked, threshold, (one, other) => {
    const a = rootOf(one);
    const b = rootOf(other);
    // Those that hang together already need no comparing.
    if (a === b || similarityOf(sets[one]!, sets[other]!, threshold) < threshold) return;
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

const PRUNED = -1;

/**
 * Calls `candidate` for the pairs that may be similar enough, each once. Sets that are share a member
 * among the first few, the rarest, of each (prefix filter: Chaudhuri and others, ICDE 2006; Bayardo and
 * others, WWW 2007), and at every shared one enough members still follow (positional filter: Xiao and
 * others, WWW 2008).
 */
function join(
  { sets, counts }: RankedSets,
  threshold: number,
  candidate: (one: number, other: number) => void,
): void {
  const sizes = Int32Array.from(sets, ({ length }) => length);
  const prefixes = sizes.map((size) => (size === 0 ? 0 : size - leastSize(size, threshold) + 1));
  const total = prefixes.reduce((sum, prefix) => sum + prefix, 0);
  // Entries say whose prefix holds a member and where; those of one member are a chain, the latest first.
  const placeOf = new Int32Array(total);
  const positionOf = new Int32Array(total);
  const entryBefore = new Int32Array(total);
  const latestOf = new Int32Array(counts.length).fill(-1);
  let entries = 0;
  // How many members of the prefixes the set at hand shares with each earlier one.
  const shared = new Int32Array(sets.length);
  for (const place of [...sets.keys()].toSorted((a, b) => sizes[a]! - sizes[b]! || a - b)) {
    const set = sets[place]!;
    const size = sizes[place]!;
    const least = leastSize(size, threshold);
    const met: number[] = [];
    for (let position = 0; position < prefixes[place]!; position++) {
      const rank = set[position]!;
      if (counts[rank] === 1) continue;
      for (let entry = latestOf[rank]!; entry >= 0; entry = entryBefore[entry]!) {
        const other = placeOf[entry]!;
        const otherSize = sizes[other]!;
        // Sets come in order of size, so all earlier entries are of smaller sets still.
        if (otherSize < least) break;
        const before = shared[other]!;
        if (before === PRUNED) continue;
        if (before === 0) met.push(other);
        const most = before + Math.min(size - position, otherSize - positionOf[entry]!);
        shared[other] = isEnough(most, size + otherSize, threshold) ? before + 1 : PRUNED;
      }
      placeOf[entries] = place;
      positionOf[entries] = position;
      entryBefore[entries] = latestOf[rank]!;
      latestOf[rank] = entries++;
    }
    for (const other of met) {
      const common = shared[other]!;
      shared[other] = 0;
      if (common === PRUNED) continue;
      // Whichever prefix ends in the rarer member has been compared with all of the other set.
      const otherSize = sizes[other]!;
      const last = set[prefixes[place]! - 1]!;
      const otherLast = sets[other]![prefixes[other]! - 1]!;
      const rest = last < otherLast ? size - prefixes[place]! : otherSize - prefixes[other]!;
      if (isEnough(common + rest, size + otherSize, threshold)) candidate(place, other);
    }
  }
}

/** How many members a set must have to be similar enough to one of `size`. */
function leastSize(size: number, threshold: number): number {
  return Math.ceil(size * threshold - SLACK);
}

/** Whether two sets of together `total` members that share so many may be similar enough. */
function isEnough(shared: number, total: number, threshold: number): boolean {
  return shared >= threshold * (total - shared) - SLACK;
}

/** The similarity of two sets, or 0 as soon as it cannot reach the threshold. */
function similarityOf(a: Int32Array, b: Int32Array, threshold: number): number {
  const total = a.length + b.length;
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (!isEnough(shared + Math.min(a.length - i, b.length - j), total, threshold)) return 0;
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared / (total - shared);
}
