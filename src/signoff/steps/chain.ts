import type { Post } from '../../model/kinds/post.ts';
import type { Scheme, Who } from '../../model/scheme.ts';
import type { Relations } from '../../scheme/relations.ts';
import type { ReviewSubject } from './subjects.ts';
import { presentHolders } from '../../scheme/relations.ts';

type SchemeStep = Scheme['reviews'][number]['steps'][number];

/** One step of a chain as it applies to one subject. */
export type ChainStep = Pick<
  SchemeStep,
  'stage' | 'by' | 'collective' | 'ofDepartment' | 'fullAttendanceBelow' | 'returnTo' | 'parts'
> & {
  readonly kind: SchemeStep['act'];
  /** Posts of which one acts here; empty: a body, or a role that no post is named for. */
  readonly actors: readonly string[];
  readonly isRole: boolean;
};

/** The review chain (审核链) of one subject, submission first. */
export type Chain = {
  readonly steps: readonly ChainStep[];
  /** Steps of the scheme that do not apply to this subject, and why. */
  readonly passedOver: readonly { readonly stage: string; readonly why: string }[];
  /** By when it is through, as the scheme says it: the id of a stage or month and day. */
  readonly due: string | undefined;
};

/** The stage of a submission where the scheme's chain begins with somebody else's step. */
const FILLING = '填报';

/** Whoever fills in. */
export const SELF = '本人';
const HEAD_OF_DEPARTMENT = 'departmentHead';
const LEADER_IN_CHARGE = 'leaderInCharge';
const HEAD_OF_UNIT = 'head';

/** Words for posts; every other word of a step names a body. */
export const ROLES: ReadonlySet<string> = new Set([
  SELF,
  HEAD_OF_DEPARTMENT,
  LEADER_IN_CHARGE,
  HEAD_OF_UNIT,
]);

/** The chain that the scheme has for a subject; undefined: it has none. */
export function chainOf(
  subject: ReviewSubject,
  scheme: Scheme,
  relations: Relations,
): Chain | undefined {
  const found = scheme.reviews.find(
    (chain) => chain.of === ofSubject(subject) && fits(chain.for, subject, relations),
  );
  if (found === undefined) return undefined;
  const resolved = found.steps.map((step) => resolveStep(step, subject, relations));
  const steps = resolved.flatMap(({ step }) => step ?? []);
  // Somebody must decide: the last step stays even where the subject heads it.
  const kept = steps.length > 0 ? steps : resolved.slice(-1).map(({ last }) => last);
  const [first] = kept;
  return {
    steps: first?.kind === 'collect' ? kept : [filling(subject), ...kept],
    passedOver: resolved.flatMap(({ step, last, why }) =>
      step === undefined && !kept.includes(last) ? [{ stage: last.stage, why }] : [],
    ),
    due: found.due,
  };
}

function ofSubject({ kind }: ReviewSubject): Scheme['reviews'][number]['of'] {
  return kind === 'notice' || kind === 'commitment' ? kind : 'points';
}

function fits(who: Who, { kind, post }: ReviewSubject, relations: Relations): boolean {
  const asked = kind === 'list' ? 'unit' : kind;
  if (asked === 'notice' || asked === 'commitment') return true;
  if (who.subjects.length > 0 && !who.subjects.includes(asked)) return false;
  if (who.ranks.length > 0 && !who.ranks.includes(post?.rank ?? '')) return false;
  const tier = post === undefined ? undefined : relations.tierOf(post);
  if (who.tiers.length > 0 && !who.tiers.includes(tier ?? '')) return false;
  return who.keyPosts === undefined || who.keyPosts === post?.keyPost;
}

type ResolvedStep = {
  /** undefined: the step does not apply. */
  readonly step: ChainStep | undefined;
  readonly last: ChainStep;
  readonly why: string;
};

/** Who acts at a step. Nobody reviews what is their own, and nobody steps in whom the subject has not. */
function resolveStep(
  { act, ...given }: SchemeStep,
  subject: ReviewSubject,
  relations: Relations,
): ResolvedStep {
  const { stage, by, collective, ofDepartment, fullAttendanceBelow, returnTo, parts } = given;
  const step = (isRole: boolean, actors: readonly string[]): ChainStep => ({
    stage,
    by,
    kind: act,
    collective,
    ofDepartment,
    fullAttendanceBelow,
    returnTo,
    parts,
    isRole,
    actors,
  });
  const applies = (posts: readonly Post[]): ResolvedStep => {
    const own = step(
      true,
      posts.map(({ id }) => id),
    );
    // In a body that decides together, the one whose form it is may sit.
    const isOwn = !collective && posts.some((post) => isSamePerson(post, subject.post));
    return isOwn
      ? { step: undefined, last: own, why: '本人不审核本人的内容' }
      : { step: own, last: own, why: '' };
  };
  const passed = (why: string): ResolvedStep => ({ step: undefined, last: step(true, []), why });
  const { department } = subject;
  switch (by) {
    case SELF:
      if (subject.post === undefined) return passed('不是个人的内容');
      return { step: step(true, [subject.post.id]), last: step(true, []), why: '' };
    case HEAD_OF_DEPARTMENT:
      if (department === undefined) return passed('不属于内设机构');
      return applies([relations.headOf(department)].flatMap((post) => post ?? []));
    case LEADER_IN_CHARGE:
      if (department === undefined && isOfPoints(subject)) return passed('没有分管领导');
      return applies(department === undefined ? [] : relations.leadersInChargeOf(department));
    case HEAD_OF_UNIT:
      return applies(relations.posts.filter(relations.isHead));
    default:
      return { step: step(false, []), last: step(false, []), why: '' };
  }
}

/** The same post, or two posts that one and the same person holds alone. */
function isSamePerson(one: Post, other: Post | undefined): boolean {
  if (other === undefined) return false;
  if (one.id === other.id) return true;
  const [holder, ...more] = presentHolders(one);
  const [second, ...others] = presentHolders(other);
  return (
    holder !== undefined && holder.person === second?.person && more.length + others.length === 0
  );
}

function isOfPoints(subject: ReviewSubject): boolean {
  return ofSubject(subject) === 'points';
}

function filling({ post }: ReviewSubject): ChainStep {
  return {
    stage: FILLING,
    by: SELF,
    kind: 'collect',
    collective: false,
    ofDepartment: false,
    fullAttendanceBelow: undefined,
    returnTo: undefined,
    parts: [],
    isRole: true,
    actors: post === undefined ? [] : [post.id],
  };
}
