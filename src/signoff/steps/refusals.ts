import type { Review } from '../../model/kinds/year/review.ts';
import type { Relations } from '../../scheme/relations.ts';
import type { ChainStep } from './chain.ts';
import type { ItemProgress } from '../states/progress.ts';
import { fillerOf, isOwnWork } from './replay.ts';
import type { SubjectState } from '../states/sign-off-states.ts';

/** Why nothing stands at this step: it is behind everything already, or something else comes first. */
export function whyNot(
  items: readonly ItemProgress[],
  step: ChainStep | undefined,
  index: number,
  { chain }: SubjectState,
): string {
  const ahead = items.find(({ next }) => next < index);
  if (ahead === undefined) {
    const done = items[0]?.track.done[index];
    if (step === undefined) return '审核已经全部办完，内容没有变化';
    const when = done?.on === undefined ? '' : `${done.on} `;
    return index === 0
      ? `${when}已经报送，内容没有变化，不必重复报送`
      : `「${step.stage}」${when}已经办过，内容没有变化，不能重复`;
  }
  const earlier = chain.steps[ahead.next]!;
  if (ahead.next === 0) {
    return ahead.track.done[0] === undefined
      ? '还没有报送（review submit）'
      : '内容在报送后又改过，须先重新报送（review submit）';
  }
  return ahead.track.done[ahead.next] === undefined
    ? `「${earlier.stage}」还没有办，不能先办「${step!.stage}」`
    : `「${earlier.stage}」通过后内容又改过，须先重新办「${earlier.stage}」`;
}

/** Whether the post is one of those that act at the step. */
export function wrongPost(
  post: string | undefined,
  { actors, stage, isRole, kind }: ChainStep,
  { postById }: Relations,
): string[] {
  if (post === undefined) return [];
  const known = postById.get(post);
  if (known === undefined) return [`没有岗位「${post}」`];
  // Somebody else may fill in for a post; nobody else may decide for one.
  if (!isRole || actors.length === 0 || actors.includes(post) || kind === 'collect') return [];
  const names = actors.map((id) => `「${postById.get(id)?.name ?? id}」`).join('或');
  return [`「${stage}」应由${names}办理，不是「${known.name}」`];
}

/** Nothing is done before what it follows on. */
export function tooEarly(
  on: string,
  { stage }: ChainStep,
  covered: readonly ItemProgress[],
  index: number,
): string[] {
  const before = covered
    .flatMap(({ track }) => [track.returned, ...track.done.slice(0, index)])
    .flatMap((record) => (record?.on !== undefined && record.on > on ? [record] : []))
    .toSorted((a, b) => (a.on! < b.on! ? 1 : -1))[0];
  if (before === undefined) return [];
  const what = before.act === '报送' ? '填报日期' : `「${before.stage}」的日期`;
  return [`「${stage}」的日期 ${on} 早于${what} ${before.on}`];
}

/** Nobody alone agrees to what they filled in. */
export function ownWork(
  step: ChainStep,
  post: string | undefined,
  covered: readonly ItemProgress[],
  act: Review['act'],
): string[] {
  if (act === '退回' || act === '报送') return [];
  const isOwn = covered.some(({ track }) =>
    isOwnWork(step.kind, step.collective, post, fillerOf(track)?.by?.post),
  );
  return isOwn ? [`「${step.stage}」不能由填报人自己审核`] : [];
}

/** What a return lacks, or why the step sends nothing back. */
export function whyNoReturn(
  step: ChainStep,
  opinion: string | undefined,
  returned: readonly string[],
): string[] {
  const names = step.parts.map(({ id }) => id);
  const unknown = returned.filter((part) => !names.includes(part));
  return [
    ...(step.kind !== 'decide' && step.returnTo === undefined
      ? [`「${step.stage}」不作决定，不能退回`]
      : []),
    ...(opinion === undefined ? ['退回须写明理由（--opinion）'] : []),
    ...unknown.map((part) =>
      names.length === 0
        ? `「${step.stage}」不分项审核，没有「${part}」`
        : `没有审核内容「${part}」，有：${names.join('、')}`,
    ),
  ];
}
