import type { Post } from '../model/kinds/post.ts';
import type { DutyFilter, SchemeDuty } from '../model/scheme-duty.ts';
import type { Unit } from '../model/project.ts';
import type { Scheme, SchemeSubject } from '../model/scheme.ts';
import type { Relations } from './relations.ts';

/** Whether the scheme has points of this subject at all. */
export function hasSubject(scheme: Pick<Scheme, 'subjects'>, subject: SchemeSubject): boolean {
  return scheme.subjects.some(({ id }) => id === subject);
}

/** Whether the scheme's scope asks for this post by its rank or as a key post (须排查的岗位). */
export function isPostNamed({ scope }: Pick<Scheme, 'scope'>, post: Post): boolean {
  const { posts, ranks } = scope;
  if (posts === 'all' || (posts === 'key' && post.keyPost)) return true;
  return post.rank !== undefined && ranks.includes(post.rank);
}

/** Whether the scope asks for this post as one of the 领导班子. */
export function isLeaderAsked({ scope }: Scheme, relations: Relations, post: Post): boolean {
  return scope.leadership && (relations.isHead(post) || relations.isLeader(post));
}

/** Whether a post is within the scope of the scheme (实施范围), whichever way. */
export function isPostInScope(scheme: Scheme, relations: Relations, post: Post): boolean {
  if (!hasSubject(scheme, 'post')) return false;
  return isPostNamed(scheme, post) || isLeaderAsked(scheme, relations, post);
}

/** What is asked of a post depends on. */
export type ScopeContext = {
  readonly unit: Unit;
  readonly scheme: Scheme;
  readonly relations: Relations;
};

/** Whether a duty of posts or persons is asked of this post: it is in scope and passes a filter. */
export function isPostAsked(duty: SchemeDuty, post: Post, context: ScopeContext): boolean {
  const { scheme, relations } = context;
  if (!isPostInScope(scheme, relations, post) || !passesAny(duty, post, context)) return false;
  if (!duty.record.includes('commitment')) return true;
  // A person signs one commitment: the first that fits.
  return !scheme.duties
    .slice(0, scheme.duties.indexOf(duty))
    .some(
      (earlier) =>
        earlier.each === duty.each &&
        earlier.record.includes('commitment') &&
        passesAny(earlier, post, context),
    );
}

/** Whether a department of this kind passes a filter. */
export function isKindAsked(where: readonly DutyFilter[], kind: string | undefined): boolean {
  return where.length === 0 || where.some((filter) => hasKind(filter, kind));
}

function passesAny({ where }: SchemeDuty, post: Post, context: ScopeContext): boolean {
  return where.length === 0 || where.some((filter) => passes(filter, post, context));
}

function passes(filter: DutyFilter, post: Post, { unit, relations }: ScopeContext): boolean {
  const { ranks, tiers, subjects, keyPosts, unitKinds } = filter;
  const department = relations.departmentById.get(post.department ?? '');
  return (
    (ranks.length === 0 || ranks.includes(post.rank ?? '')) &&
    (tiers.length === 0 || tiers.includes(relations.tierOf(post) ?? '')) &&
    (subjects.length === 0 || subjects.includes('post')) &&
    (keyPosts === undefined || post.keyPost === keyPosts) &&
    (unitKinds.length === 0 || unitKinds.includes(unit.info.kind ?? '')) &&
    hasKind(filter, department?.kind)
  );
}

function hasKind({ departmentKinds }: DutyFilter, kind: string | undefined): boolean {
  return departmentKinds.length === 0 || departmentKinds.includes(kind ?? '');
}
