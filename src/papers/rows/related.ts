import type { Entity } from '../../model/common.ts';
import type { Post } from '../../model/kinds/post.ts';
import { departmentOf, isOpen } from '../../scheme/relations.ts';
import { birthId } from '../../signoff/digests/births.ts';
import type { FieldContext, Holder, PowerStep, Records, FieldSubject } from '../fields/field.ts';
import { stepsOf } from '../fields/power-fields.ts';
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

/** A record that names what it is about. */
type About = {
  readonly posts?: readonly string[];
  readonly departments?: readonly string[];
  readonly powers?: readonly string[];
  readonly risks?: readonly string[];
  readonly measures?: readonly string[];
};

const about = {
  post: ({ posts = [] }: About, { relations }: FieldContext) => pick(posts, relations.postById),
  department: ({ departments = [] }: About, { relations }: FieldContext) =>
    pick(departments, relations.departmentById),
  power: ({ powers = [] }: About, { relations }: FieldContext) => pick(powers, relations.powerById),
  risk: ({ risks = [] }: About, { relations }: FieldContext) => pick(risks, relations.riskById),
  measure: ({ measures = [] }: About, { relations }: FieldContext) =>
    pick(measures, relations.measureById),
};

/**
 * Which other records a row of each kind offers fields of. The whole of what a profile may combine;
 * a table that names another subject is a fault.
 */
export const RELATED: Related = {
  department: {
    post: ({ id }, { relations }) => relations.postsOf(id),
    power: ({ id }, { relations }) =>
      relations.powers.filter(({ department }) => department === id),
    risk: ({ id }, { relations }) => relations.risksOfDepartment(id),
    measure: ({ id }, context) => measuresOf(context.relations.risksOfDepartment(id), context),
  },
  post: {
    department: ({ department }, { relations }) => pick([department], relations.departmentById),
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
    department: ({ department }, { relations }) => pick([department], relations.departmentById),
    post: ({ posts }, { relations }) => pick(posts, relations.postById),
    step: (power) => stepsOf(power),
    risk: ({ id }, { relations }) => relations.risksOfPower(id),
    measure: ({ id }, context) => measuresOf(context.relations.risksOfPower(id), context),
    regulation: ({ id }, { unit }) =>
      unit.regulations.filter((one) => isOpen(one) && one.powers.includes(id)),
  },
  step: {
    power: ({ power }) => [power],
    department: ({ power }, { relations }) => pick([power.department], relations.departmentById),
    post: ({ post }, { relations }) => pick([post], relations.postById),
    risk: (step, context) => risksOfStep(step, context),
    measure: (step, context) => measuresOf(risksOfStep(step, context), context),
  },
  risk: {
    post: ({ post }, { relations }) => pick([post], relations.postById),
    department: (risk, { relations }) =>
      pick([departmentOf(risk, relations)], relations.departmentById),
    holder: holdersOfRisk,
    power: ({ power }, { relations }) => pick([power], relations.powerById),
    step: ({ power, step }, { relations }) => {
      const found = relations.powerById.get(power ?? '');
      return found === undefined ? [] : stepsOf(found).filter(({ id }) => id === step);
    },
    measure: ({ id }, { relations }) => relations.measuresOf(id),
    regulation: ({ id }, { unit }) =>
      unit.regulations.filter((one) => isOpen(one) && one.risks.includes(id)),
  },
  measure: {
    risk: ({ risks }, { relations }) => pick(risks, relations.riskById),
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
  regulation: {
    department: ({ department }, { relations }) => pick([department], relations.departmentById),
    risk: about.risk,
    power: about.power,
  },
  warning: {
    ...about,
    department: ({ department, departments }, { relations }) =>
      pick([department, ...departments], relations.departmentById),
    post: ({ responsible, posts }, { relations }) =>
      pick([responsible, ...posts], relations.postById),
    rectification: ({ id }, { unit }) => unit.rectifications.filter((one) => one.warning === id),
    letter: ({ id }, { unit }) => unit.letters.filter((one) => one.warning === id),
  },
  inspection: {
    ...about,
    finding: (inspection) => findingsOf(inspection),
    rectification: (inspection, { unit }) => {
      const ids = new Set(inspection.findings.map(({ id }) => id));
      return unit.rectifications.filter(({ finding }) => ids.has(finding ?? ''));
    },
  },
  finding: {
    inspection: ({ inspection }) => [inspection],
    department: about.department,
    post: about.post,
    risk: about.risk,
    rectification: ({ id }, { unit }) => unit.rectifications.filter((one) => one.finding === id),
    letter: ({ id }, { unit }) => unit.letters.filter((one) => one.finding === id),
  },
  rectification: {
    ...about,
    department: ({ department, departments }, { relations }) =>
      pick([department, ...departments], relations.departmentById),
    post: ({ owner, posts }, { relations }) => pick([owner, ...posts], relations.postById),
    finding: ({ finding }, context) => findings(finding, context),
    inspection: ({ finding }, context) =>
      findings(finding, context).map(({ inspection }) => inspection),
    warning: ({ warning }, { unit }) => unit.warnings.filter(({ id }) => id === warning),
  },
  evaluation: {
    ...about,
    item: ({ items }) => items.map((item, index) => ({ ...item, number: index + 1 })),
  },
  commitment: {
    post: ({ post }, { relations }) => pick([post], relations.postById),
    department: ({ post }, { relations }) =>
      pick([departmentOf({ post }, relations)], relations.departmentById),
  },
  notice: about,
  filing: about,
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
  letter: {
    ...about,
    finding: ({ finding }, context) => findings(finding, context),
    inspection: ({ finding }, context) =>
      findings(finding, context).map(({ inspection }) => inspection),
    warning: ({ warning }, { unit }) => unit.warnings.filter(({ id }) => id === warning),
  },
};

/** The records of a subject that a scope's record offers fields of; undefined where it offers none. */
export function relatedTo<Name extends FieldSubject, Other extends FieldSubject>(
  { subject, record, parent }: ScopeOf<Name>,
  other: Other,
  context: FieldContext,
): readonly Records[Other][] | undefined {
  const related: Related[Name] = RELATED[subject];
  return related?.[other]?.(record, context, parent);
}

/** Problems that an inspection found, each with its inspection. */
export function findingsOf(inspection: Records['inspection']): Records['finding'][] {
  return inspection.findings.map((finding) => ({ ...finding, inspection }));
}

function findings(id: string | undefined, { unit }: FieldContext): Records['finding'][] {
  if (id === undefined) return [];
  return unit.inspections.flatMap(findingsOf).filter((finding) => finding.id === id);
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

function risksOfStep({ power, id }: PowerStep, { relations }: FieldContext) {
  return relations.risksOfStep(power.id, id);
}

function measuresOf(
  risks: readonly Records['risk'][],
  { relations }: Pick<FieldContext, 'relations'>,
): readonly Records['measure'][] {
  return [...new Set(risks.flatMap(({ id }) => relations.measuresOf(id)))];
}

/** Records of ids, each once, without those that do not exist. */
function pick<T>(ids: readonly (string | undefined)[], byId: ReadonlyMap<string, T>): T[] {
  return [...new Set(ids)].flatMap((id) => {
    const record = id === undefined ? undefined : byId.get(id);
    return record === undefined ? [] : [record];
  });
}
