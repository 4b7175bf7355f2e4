import type { Scheme } from '../../model/scheme.ts';
import type { Relations } from '../../scheme/relations.ts';
import type { ItemProgress } from './progress.ts';
import type { SignOffStates, SubjectState, UnitOfScheme } from './sign-off-states.ts';
import { birthId } from '../digests/births.ts';
import { matches } from '../digests/versions.ts';
import { presentHolders } from '../../scheme/relations.ts';

/** One thing whose level is to be looked at again (重评清单), and why. */
export type Rerating = {
  readonly subject: string;
  readonly key: string;
  readonly name: string;
  readonly level: string | undefined;
  /** Plain words: 评定办法已变, 职权已变, 职责已变, 人员变动, 已满三年, 建议提级. */
  readonly reasons: readonly string[];
};

const YEARS = { year: 1, threeYears: 3 } as const;

/**
 * What was signed for and is to be rated anew: the scheme, the power, the duties or the holder changed,
 * the scheme's years are over, or a raise was proposed. Nothing changes by itself.
 */
export function reratings(
  { scheme, relations }: Pick<UnitOfScheme, 'scheme' | 'relations'>,
  states: SignOffStates,
  { asOf }: { readonly asOf?: string } = {},
): Rerating[] {
  const byPost = scheme.rating.of === 'post' || scheme.rating.of === 'leadingPost';
  const found: Rerating[] = [];
  for (const state of states.subjects) {
    if (!['unit', 'department', 'post'].includes(state.subject.kind)) continue;
    for (const progress of state.items) {
      const isRated = byPost
        ? progress.item.key.startsWith('post/')
        : progress.item.risk !== undefined;
      if (!isRated || progress.item.isClosed) continue;
      const reasons = [
        ...changes(progress, state, states),
        ...years(progress, scheme, relations, asOf),
        ...proposals(progress, state, relations),
      ];
      if (reasons.length === 0) continue;
      found.push({
        subject: state.subject.key,
        key: progress.item.key,
        name: progress.item.name,
        level: progress.item.level(() => false),
        reasons,
      });
    }
  }
  return found;
}

function changes(
  { item }: ItemProgress,
  state: SubjectState,
  { freshness, items }: SignOffStates,
): string[] {
  const last = (key: string) =>
    state.signOffs.findLast(
      ({ record }) => record.act !== '建议提级' && Object.hasOwn(record.items, key),
    )?.record;
  const signed = last(item.key);
  if (signed === undefined) return [];
  const reasons: string[] = [];
  if (signed.scheme !== freshness.scheme) reasons.push('评定办法已变');
  const { power } = item;
  if (
    power !== undefined &&
    !matches(signed.basis[power.key] ?? '', 'power', power.content) &&
    Object.keys(signed.basis).length > 0
  ) {
    reasons.push('职权已变');
  }
  const { post } = state.subject;
  if (post === undefined) return reasons;
  const [own] = state.items;
  const whole = own === undefined ? undefined : last(own.item.key);
  const owner = own === undefined ? undefined : items.byKey.get(own.item.key);
  if (whole !== undefined && owner !== undefined) {
    if (!matches(whole.items[owner.key] ?? '', 'content', owner.content)) reasons.push('职责已变');
  }
  if (presentHolders(post).some(({ person }) => !signed.holders.includes(person)))
    reasons.push('人员变动');
  return reasons;
}

function years(
  { item, track }: ItemProgress,
  scheme: Scheme,
  relations: Relations,
  asOf: string | undefined,
): string[] {
  if (asOf === undefined) return [];
  const dates = [
    ...ratingsOf(item, relations).flatMap(({ on }) => on ?? []),
    ...[...track.round.values()].flatMap(({ kind, on }) => (kind === 'decide' ? (on ?? []) : [])),
  ].toSorted();
  const last = dates.at(-1);
  if (last === undefined) return [];
  return scheme.duties.flatMap(({ record, every }) => {
    const span = every === 'year' || every === 'threeYears' ? YEARS[every] : undefined;
    if (!record.includes('rating') || span === undefined) return [];
    const until = `${Number(last.slice(0, 4)) + span}${last.slice(4)}`;
    return asOf >= until ? [span === 1 ? '已满一年' : '已满三年'] : [];
  });
}

/** Proposals to raise (建议提级) after which no body has decided yet. */
function proposals({ item }: ItemProgress, state: SubjectState, relations: Relations): string[] {
  return state.signOffs.flatMap(({ record }) => {
    const level = record.proposed[item.key];
    if (record.act !== '建议提级' || level === undefined) return [];
    const isAnswered = ratingsOf(item, relations).some(
      ({ on }) => on !== undefined && on >= (record.on ?? ''),
    );
    return isAnswered ? [] : [`建议提为${level}`];
  });
}

function ratingsOf({ key, risk }: ItemProgress['item'], { posts }: Relations) {
  if (risk !== undefined) return risk.ratings;
  const post = posts.find((own) => `post/${birthId(own)}` === key);
  return post?.ratings ?? [];
}
