import type { Entity } from '../../model/common.ts';
import type { Review } from '../../model/kinds/year/review.ts';
import type { Chain } from '../steps/chain.ts';
import type { Freshness, Stale } from './freshness.ts';
import type { SignedItem } from '../digests/signed-item.ts';
import { keysOf } from '../../util/keys-of.ts';
import type { Replayed, Track } from '../steps/replay.ts';

/** Where an item or a subject stands. */
export type SignState = keyof typeof SIGN_STATES;

/** In words. What is worse comes first: a subject stands where its worst item does. */
export const SIGN_STATES = {
  overdue: '逾期',
  returned: '被退回',
  contentChanged: '内容已变',
  basisChanged: '依据已变',
  waiting: '待审',
  notSubmitted: '未报送',
  valid: '有效',
} as const;

/** Where one item of a subject stands. */
export type ItemProgress = {
  readonly item: SignedItem;
  readonly track: Track;
  /** Index of the step that comes next; the length of the chain when it is through. */
  readonly next: number;
  readonly state: SignState;
  readonly stale: Stale | undefined;
  /** The last record that no longer fits, where one does not. */
  readonly staleIn: Entity<Review> | undefined;
};

/** Where a subject with these items stands. */
export function worstOf(items: readonly ItemProgress[]): SignState {
  return keysOf(SIGN_STATES).find((state) => items.some((item) => item.state === state)) ?? 'valid';
}

export type FreshChain = { readonly chain: Chain; readonly fresh: Freshness };

/**
 * The next step of an item. Within a round an opinion once given stays given, since the text may change
 * because of it; what was collected or decided must be what stands there now. Once the chain is
 * through, a change opens a new round from the start.
 */
export function progressOf(
  item: SignedItem,
  { trackOf }: Replayed,
  { chain, fresh }: FreshChain,
  { due, asOf }: { readonly due: string | undefined; readonly asOf: string | undefined },
): ItemProgress {
  const track = trackOf(item.key);
  const open = track.done.findIndex((record) => record === undefined);
  const isThrough = track.isThrough || open < 0;
  const behind = isThrough ? chain.steps.length : open;
  const records = isThrough ? [...track.round.values()] : track.done.slice(0, behind);
  const signed = records.flatMap((record, index) => {
    if (record === undefined) return [];
    const isOpinion = record.kind === 'consult';
    return [
      { index, record, stale: isOpinion ? undefined : fresh.staleItem(record, item.key, chain) },
    ];
  });
  const first = signed.find((one) => one.stale !== undefined);
  const last = signed.findLast((one) => one.stale !== undefined);
  const next = first === undefined ? behind : isThrough ? 0 : first.index;
  const stale = first?.stale;
  return {
    item,
    track,
    next,
    stale,
    staleIn: last?.record,
    state: overdue(stateOf(track, next, chain, stale), due, asOf),
  };
}

function stateOf(track: Track, next: number, chain: Chain, stale: Stale | undefined): SignState {
  if (track.returned !== undefined) return 'returned';
  if (stale !== undefined) return stale.what === 'content' ? 'contentChanged' : 'basisChanged';
  if (next === chain.steps.length) return 'valid';
  return track.round.size > 0 ? 'waiting' : 'notSubmitted';
}

function overdue(state: SignState, due: string | undefined, asOf: string | undefined): SignState {
  const isOpen = state === 'waiting' || state === 'notSubmitted' || state === 'returned';
  return isOpen && due !== undefined && asOf !== undefined && asOf > due ? 'overdue' : state;
}
