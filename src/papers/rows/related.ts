import type { Entity } from '../../model/common.ts';
import type { Post } from '../../model/kinds/post.ts';
import { departmentOf, isOpen, measuresAgainst } from '../../scheme/relations.ts';
import { birthId } from '../../signoff/digests/births.ts';
import type { FieldContext, Holder, Records, FieldSubject } from '../fields/field.ts';
import { childRows, rowById } from '../fields/kind-rows.ts';
import { derivedBeside, derivedFrom } from './derived-relations.ts';
import { holdersOf } from './holders.ts';
import type { Scope, ScopeOf } from './row-scope.ts';

type Related = { readonly [Name in FieldSubject]?: RelatedOf<Name> };
type RelatedOf<Name extends FieldSubject> = {
  readonly [Other in FieldSubject]?: (
    record: Records[Name],
    context: FieldContext,
    parent: Scope | undefined,
  ) => readonly Records[Other][];
};

/** Relations that take thought; those that follow from references are derived. */
const WRITTEN: Related = {
  department: {
    post: ({ id }, { relations }) => relations.postsOf(id),
    power: ({ id }, { relations }) =>
      relations.powers.filter(({ department }) => department === id),
    risk: ({ id }, { relations }) => relations.risksOfDepartment(id),
    measure: ({ id }, context) => measuresOf(context.relations.risksOfDepartment(id), context),
  },
  post: {
    holder: (post, context) => holdersOf(post, context),
    power: ({ id }, { relations }) => relations.powers.filter(({ posts }) => posts.includes(id)),
    risk: ({ id }, { relations }) => relations.risksOfPost(id),
    measure: ({ id }, context) => measuresOf(context.relations.risksOfPost(id), context),
    commitment: ({ id }, { unit }) =>
      unit.commitments.filter((one) => isOpen(one) && one.post === id),
  },
  leader: {
    post: (post) => [post],
    holder: (post, context) => holdersOf(post, context),
    department: ({ inChargeOf }, { relations }) => pick(inChargeOf, relations.departmentById),
  },
  holder: {
    post: ({ posts }) => posts,
    department: ({ posts }, { relations }) =>
      pick(
        posts.map(({ department }) => department),
        relations.departmentById,
      ),
    power: ({ posts }, { relations }) =>
      relations.powers.filter((power) => posts.some(({ id }) => power.posts.includes(id))),
    risk: ({ posts }, { relations }) => posts.flatMap(({ id }) => relations.risksOfPost(id)),
    measure: ({ posts }, context) =>
      measuresOf(
        posts.flatMap(({ id }) => context.relations.risksOfPost(id)),
        context,
      ),
    // Of a post with several holders the one who signed; a commitment may name the post alone.
    commitment: ({ id, posts }, { unit }) =>
      unit.commitments.filter(
        (one) =>
          isOpen(one) &&
          (one.person === undefined || id === undefined
            ? posts.some((post) => post.id === one.post)
            : one.person === id),
      ),
  },
  power: {
    risk: ({ id }, { relations }) => relations.risksOfPower(id),
    measure: ({ id }, context) => measuresOf(context.relations.risksOfPower(id), context),
    regulation: ({ id }, { unit }) =>
      unit.regulations.filter((one) => isOpen(one) && one.powers.includes(id)),
  },
  step: {
    department: ({ power }, { relations }) => pick([power.department], relations.departmentById),
    risk: (step, context) => risksOfStep(step, context),
    measure: (step, context) => measuresOf(risksOfStep(step, context), context),
  },
  risk: {
    department: (risk, { relations }) =>
      pick([departmentOf(risk, relations)], relations.departmentById),
    holder: holdersOfRisk,
    step: ({ power, step }, { unit }) => {
      const found = power === undefined ? undefined : rowById(unit, 'power', power);
      return found === undefined ? [] : childRows('step', found).filter(({ id }) => id === step);
    },
    measure: (risk, { relations }) => measuresAgainst(risk, relations),
    regulation: ({ id }, { unit }) =>
      unit.regulations.filter((one) => isOpen(one) && one.risks.includes(id)),
  },
  measure: {
    post: ({ risks, posts }, { relations }) =>
      pick(
        [...posts, ...pick(risks, relations.riskById).map(({ post }) => post)],
        relations.postById,
      ),
    department: ({ risks, departments, posts }, { relations }) =>
      pick(
        [
          ...departments,
          ...pick(posts, relations.postById).map(({ department }) => department),
          ...pick(risks, relations.riskById).map((risk) => departmentOf(risk, relations)),
        ],
        relations.departmentById,
      ),
    power: ({ risks, powers }, { relations }) =>
      pick(
        [...powers, ...pick(risks, relations.riskById).map(({ power }) => power)],
        relations.powerById,
      ),
  },
  evaluation: {
    item: ({ items }) => items.map((item, index) => ({ ...item, number: index + 1 })),
  },
  commitment: {
    department: ({ post }, { relations }) =>
      pick([departmentOf({ post }, relations)], relations.departmentById),
  },
  change: {
    risk: ({ risk }) => [risk],
    post: ({ risk: { post } }, { relations }) => pick([post], relations.postById),
    department: ({ risk }, { relations }) =>
      pick([departmentOf(risk, relations)], relations.departmentById),
  },
  review: {
    post: ({ of }, { relations }) => pick([of.post], relations.postById),
    department: ({ of }, { relations }) =>
      pick([departmentOf(of, relations)], relations.departmentById),
    risk: ({ items }, { relations }) =>
      relations.risks.filter((risk) => Object.hasOwn(items, birthId(risk))),
  },
};

/** The records of a subject that a scope's record offers fields of; undefined where it offers none. */
export function relatedTo<Name extends FieldSubject, Other extends FieldSubject>(
  { subject, record, parent }: ScopeOf<Name>,
  other: Other,
  context: FieldContext,
): readonly Records[Other][] | undefined {
  const written: Related[Name] = WRITTEN[subject];
  return (
    written?.[other]?.(record, context, parent) ?? derivedFrom(subject, record, other, context.unit)
  );
}

/** The subjects that a row of a subject offers fields of: the whole of what a profile may combine. */
export function subjectsBeside(subject: FieldSubject): readonly FieldSubject[] {
  const written = Object.keys(WRITTEN[subject] ?? {}) as FieldSubject[];
  return [...new Set([...written, ...derivedBeside(subject)])];
}

/** On a person's sheet the person; else the one that a point is of, or all in that post. */
function holdersOfRisk(
  risk: Records['risk'],
  context: FieldContext,
  parent: Scope | undefined,
): readonly Holder[] {
  const { holder, post } = risk;
  if (parent?.subject === 'holder') return [parent.record];
  const all = post === undefined ? [] : pick([post], context.relations.postById);
  return all
    .flatMap((one: Entity<Post>) => holdersOf(one, context))
    .filter(({ id }) => holder === undefined || id === holder);
}

function risksOfStep({ power, id }: Records['step'], { relations }: FieldContext) {
  return relations.risksOfStep(power.id, id);
}

function measuresOf(
  risks: readonly Records['risk'][],
  { relations }: Pick<FieldContext, 'relations'>,
): readonly Records['measure'][] {
  return [...new Set(risks.flatMap((risk) => measuresAgainst(risk, relations)))];
}

/** Records of ids, each once, without those that do not exist. */
function pick<T>(ids: readonly (string | undefined)[], byId: ReadonlyMap<string, T>): T[] {
  return [...new Set(ids)].flatMap((id) => {
    const record = id === undefined ? undefined : byId.get(id);
    return record === undefined ? [] : [record];
  });
}
