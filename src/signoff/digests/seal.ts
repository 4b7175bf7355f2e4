import type { Unit } from '../../model/project.ts';
import type { Review } from '../../model/kinds/year/review.ts';
import type { ReviewDraft } from '../steps/plan-act.ts';
import { inChainOrder, recordDigest } from './record-chain.ts';

/** Gives drafts their ids and links them to the end of the unit's chain, one after the other. */
export function seal(drafts: readonly ReviewDraft[], unit: Unit): Review[] {
  let previous = inChainOrder(unit.reviews).at(-1)?.digest;
  let number = lastNumber(unit);
  return drafts.map((draft) => {
    number += 1;
    const id = `rv-${String(number).padStart(4, '0')}`;
    const record: Review = { id, ...draft, ...(previous !== undefined && { previous }) };
    const digest = recordDigest(record, unit);
    previous = digest;
    return { ...record, digest };
  });
}

/** The highest number that a record ever had: ids are never used twice. */
function lastNumber({ reviews }: Unit): number {
  const numbers = reviews
    .flatMap(({ id, formerly }) => [id, ...formerly])
    .map((id) => Number(/^rv-(\d+)$/.exec(id)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}
