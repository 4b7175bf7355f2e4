import type { Entity } from '../../model/common.ts';
import type { Unit } from '../../model/project.ts';
import { reviewSchema } from '../../model/kinds/year/review.ts';
import type { Review } from '../../model/kinds/year/review.ts';
import type { BirthIds } from './births.ts';
import { birthId, birthIdsOf } from './births.ts';
import type { Plain } from './encode.ts';
import { wholeContent } from './signed-content.ts';
import { makeDigest, matches, versionOf } from './versions.ts';

/** What is wrong with a record or with its place in the chain (审核记录链). */
export type BrokenLink = {
  readonly kind:
    'unsealed' | 'unknownVersion' | 'edited' | 'copied' | 'unlinked' | 'secondStart' | 'head';
  /** undefined: the end of the chain, where the record that is missing would stand. */
  readonly record: Entity<Review> | undefined;
  readonly message: string;
};

/** The digest of a whole record of a unit; ids of both as the ones they were born with. */
export function recordDigest(record: Review, unit: Unit): string {
  return makeDigest('record', recordContent(record, unit, birthIdsOf(unit)));
}

function recordContent(record: Review, { id, info }: Unit, births: BirthIds): () => Plain {
  return () => ({
    unit: birthId({ id, formerly: info.formerly }),
    id: birthId(record),
    record: wholeContent(reviewSchema, record, ['id', 'formerly', 'digest'], births),
  });
}

/** The records as they were written, one linked to the next; what is linked to nothing comes last. */
export function inChainOrder(reviews: readonly Entity<Review>[]): readonly Entity<Review>[] {
  const next = new Map<string, Entity<Review>>();
  for (const record of reviews) {
    const { previous = '' } = record;
    if (!next.has(previous)) next.set(previous, record);
  }
  const ordered = new Set<Entity<Review>>();
  for (let record = next.get(''); record !== undefined && !ordered.has(record);) {
    ordered.add(record);
    record = record.digest === undefined ? undefined : next.get(record.digest);
  }
  for (const record of reviews) ordered.add(record);
  return [...ordered];
}

/** Everything that shows that records were not left as the command wrote them, the first place first. */
export function brokenLinks(unit: Unit): BrokenLink[] {
  const births = birthIdsOf(unit);
  const ordered = inChainOrder(unit.reviews);
  const digests = new Map(ordered.map((record) => [record.digest, record]));
  const followers = new Map<string, Entity<Review>>();
  const found: BrokenLink[] = [];
  for (const [index, record] of ordered.entries()) {
    const add = (kind: BrokenLink['kind'], message: string) =>
      void found.push({ kind, record, message });
    const { digest, previous = '' } = record;
    const name = `审核记录「${record.id}」`;
    if (digest === undefined) add('unsealed', `${name}没有摘要，不是由 review 命令写成的`);
    else if (versionOf(digest) === undefined) {
      add('unknownVersion', `${name}的摘要不是本程序认得的写法`);
    } else if (!matches(digest, 'record', recordContent(record, unit, births))) {
      add('edited', `${name}写成后被改过，内容与摘要不符`);
    }
    const other = followers.get(previous);
    if (other !== undefined) {
      if (previous === '')
        add('secondStart', `${name}与「${other.id}」都没有上一条，链条有两个开头`);
      else add('copied', `${name}与「${other.id}」接在同一条后面，其中一条是抄来或插入的`);
    } else if (previous !== '' && !digests.has(previous)) {
      add('unlinked', `${name}的上一条找不到：那一条被抽走，或摘要被改过`);
    } else if (previous === '' && index > 0) {
      add('secondStart', `${name}没有上一条，它之前的记录被抽走，或它是后加的`);
    }
    if (other === undefined) followers.set(previous, record);
  }
  return [...found, ...brokenHead(unit, ordered)];
}

/** The end of the chain is kept apart (`reviews.head`): without it the last record could be taken out unseen. */
function brokenHead(unit: Unit, ordered: readonly Entity<Review>[]): BrokenLink[] {
  const { reviewsHead } = unit;
  const last = ordered.at(-1);
  const head = (message: string): BrokenLink[] => [{ kind: 'head', record: undefined, message }];
  if (reviewsHead === undefined) {
    return last === undefined ? [] : head('没有 reviews.head，无从知道末尾的记录是否齐全');
  }
  if (reviewsHead === last?.digest) return [];
  return ordered.some(({ digest }) => digest === reviewsHead)
    ? head('reviews.head 之后还有记录，不是由 review 命令写成的，或写入中断')
    : head('末尾的记录被抽走或改过，与 reviews.head 不符');
}
