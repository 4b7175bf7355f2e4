import type { Entity } from '../../model/common.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { Review } from '../../model/kinds/year/review.ts';
import type { Unit } from '../../model/project.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Relations } from '../../scheme/relations.ts';
import { isOpen } from '../../scheme/relations.ts';
import { hasSubject, isPostInScope } from '../../scheme/scope.ts';

/** What can be signed for (审核对象). */
const SUBJECT_KINDS = ['unit', 'department', 'post', 'list', 'notice', 'commitment'] as const;
type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** One thing that is signed for, as a whole: `post/cashier`, `unit`. */
export type ReviewSubject = {
  readonly kind: SubjectKind;
  readonly id: string;
  /** `kind/id`, or `unit`. */
  readonly key: string;
  readonly name: string;
  /** For posts. */
  readonly post?: Entity<Post>;
  /** The department that it belongs to, for posts and departments. */
  readonly department?: string;
};

/**
 * The unit, departments and posts within the scope of the scheme, those besides that have points or
 * records all the same, and notices and commitments where the scheme reviews them.
 */
export function subjectsOf(
  unit: Unit,
  scheme: Scheme,
  relations: Relations,
  lists: readonly string[] = [],
): ReviewSubject[] {
  const kinds = new Set(scheme.reviews.map((chain) => chain.of));
  const reviewed = new Set(unit.reviews.map(keyOfReview));
  const { risksOfUnit, risksOfDepartment, risksOfPost } = relations;
  const isUnitAsked = hasSubject(scheme, 'unit') && scheme.scope.unit;
  const areDepartmentsAsked = hasSubject(scheme, 'department') && scheme.scope.departments;
  const owners = [
    ...(isUnitAsked || risksOfUnit.length > 0 || reviewed.has('unit') ? [subjectOfUnit(unit)] : []),
    ...relations.departments
      .filter(
        ({ id }) =>
          areDepartmentsAsked ||
          risksOfDepartment(id).length > 0 ||
          reviewed.has(`department/${id}`),
      )
      .map(({ id, name }) => subject('department', id, name, { department: id })),
    ...relations.posts
      .filter(
        (post) =>
          isPostInScope(scheme, relations, post) ||
          risksOfPost(post.id).length > 0 ||
          reviewed.has(`post/${post.id}`),
      )
      .map((post) => subject('post', post.id, post.name, { post, department: post.department })),
  ];
  return [
    ...owners,
    ...(kinds.has('notice')
      ? unit.notices.filter(isOpen).map(({ id, title }) => subject('notice', id, title))
      : []),
    ...(kinds.has('commitment')
      ? unit.commitments.filter(isOpen).map(({ id }) => subject('commitment', id, id))
      : []),
    ...listsIn(unit, scheme, lists),
  ];
}

/** The key of what a record is of, as `ReviewSubject.key`. */
export function keyOfReview({ of }: Review): string {
  const kind = SUBJECT_KINDS.find((one) => of[one] !== undefined) ?? 'unit';
  return kind === 'unit' ? 'unit' : `${kind}/${String(of[kind])}`;
}

/** A list of the whole unit that somebody signs, by the id of its paper. */
function listSubject(id: string, scheme: Scheme): ReviewSubject {
  return subject('list', id, scheme.papers.find((paper) => paper.id === id)?.title ?? id);
}

function listsIn(unit: Unit, scheme: Scheme, more: readonly string[]): ReviewSubject[] {
  const ids = new Set([...unit.reviews.flatMap(({ of }) => of.list ?? []), ...more]);
  return [...ids].map((id) => listSubject(id, scheme));
}

function subjectOfUnit({ info }: Unit): ReviewSubject {
  return { kind: 'unit', id: '', key: 'unit', name: info.shortName ?? info.name };
}

type SubjectPlace = {
  readonly post?: Entity<Post> | undefined;
  readonly department?: string | undefined;
};

function subject(
  kind: SubjectKind,
  id: string,
  name: string,
  { post, department }: SubjectPlace = {},
): ReviewSubject {
  return {
    kind,
    id,
    key: `${kind}/${id}`,
    name,
    ...(post && { post }),
    ...(department !== undefined && { department }),
  };
}
