import type { Entity } from '../../model/common.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { SchemeSubject } from '../../model/scheme.ts';
import { hasSubject as schemeHasSubject, isLeaderAsked, isPostNamed } from '../../scheme/scope.ts';
import type { RuleContext } from '../rule.ts';
import { hasFaultIn, isBlank, isPending, isTodo, isWhole } from '../todo.ts';
import { at } from '../../diagnostics/diagnostic.ts';

type Context = Pick<RuleContext, 'unit' | 'scheme' | 'relations'>;

/** 不漏岗: the post has points of its own, common points that apply, or was examined without finding any. */
export function isCovered({ unit, relations }: Context, post: Entity<Post>): boolean {
  return (
    post.noRisk !== undefined ||
    isTodo(unit, at(post.ref, 'noRisk')) ||
    relations.risksOfPost(post.id).length > 0 ||
    relations.commonRisksFor(post).length > 0
  );
}

/** Fields that say what a point is of. */
const SUBJECT = ['post', 'department', 'unit', 'power', 'appliesTo'];

/** Whether it can be said which subjects lack points: all was read, and the search has begun. */
export function canMissRisks({ unit }: Context): boolean {
  return isWhole(unit, 'risks') && !isPending(unit.risks) && !hasFaultIn(unit, unit.risks, SUBJECT);
}

/** Whether the scheme has points of this subject at all. */
export function hasSubject({ scheme }: Context, subject: SchemeSubject): boolean {
  return schemeHasSubject(scheme, subject);
}

/** Open posts that have a name. */
export function namedPosts({ relations }: Context): readonly Entity<Post>[] {
  return relations.posts.filter((post) => !isBlank(post));
}

/** Whether the scheme's scope asks for this post to be examined (须排查的岗位). */
export function isInScope({ scheme }: Pick<Context, 'scheme'>, post: Post): boolean {
  return isPostNamed(scheme, post);
}

/** 主要负责人 and members of the 领导班子 are looked at by rules of their own. */
export function isLedApart({ scheme, relations }: Context, post: Post): boolean {
  return isLeaderAsked(scheme, relations, post);
}
