import { isOpen, subjectOf } from '../../scheme/relations.ts';
import type { FieldContext, Origin, Records } from '../fields/field.ts';
import { recordsIn } from './records-of-row.ts';
import type { Scope, ScopeOf } from './row-scope.ts';
import { isWhole } from './row-scope.ts';

/** Which points a sheet shows beside its own (`include` of a profile). */
export type RiskSource = 'own' | 'common' | 'derived' | 'below';
export type RiskRow = { readonly risk: Records['risk']; readonly origin: Origin };

/** Points that belong on a sheet, each once and under the nearest origin. */
export function risksOn(
  sheet: Scope,
  include: readonly RiskSource[] | undefined,
  context: FieldContext,
): RiskRow[] {
  if (include === undefined && isWhole(sheet)) {
    return context.relations.risks.map((risk) => ({ risk, origin: originOf(risk, 'own') }));
  }
  const rows = new Map<Records['risk'], RiskRow>();
  for (const source of include ?? ['own']) {
    for (const risk of SOURCES[source](sheet, context)) {
      if (!rows.has(risk)) rows.set(risk, { risk, origin: originOf(risk, source) });
    }
  }
  return [...rows.values()];
}

/**
 * What counts as a subject's points where nothing is said of it, in sums and in running text: a
 * department's are also those of its posts.
 */
export function allOf({ subject }: Scope): readonly RiskSource[] | undefined {
  return subject === 'department' ? ['own', 'below'] : undefined;
}

function originOf(risk: Records['risk'], source: RiskSource): Origin {
  if (source === 'derived') return '分管部门';
  return source === 'common' || risk.appliesTo !== undefined ? '共性' : '个性';
}

type Source = (sheet: Scope, context: FieldContext) => readonly Records['risk'][];

const SOURCES: { readonly [Name in RiskSource]: Source } = { own, common, derived, below };

function own(sheet: Scope, context: FieldContext): readonly Records['risk'][] {
  const { relations } = context;
  if (sheet.subject === 'unit') {
    return relations.risks.filter((risk) => subjectOf(risk) === 'unit');
  }
  if (sheet.subject === 'holder') {
    const { id, posts } = sheet.record;
    return posts
      .flatMap((post) => relations.risksOfPost(post.id))
      .filter(({ holder }) => holder === undefined || holder === id);
  }
  if (sheet.subject === 'notice' || sheet.subject === 'filing') return announced(sheet, context);
  return recordsIn(sheet, 'risk', context)?.filter(isOpen) ?? relations.risks;
}

/** Points of a notice or filing: those that it names, and those of its departments and posts. */
function announced(
  sheet: ScopeOf<'notice' | 'filing'>,
  { relations }: FieldContext,
): readonly Records['risk'][] {
  if (isWhole(sheet)) return relations.risks;
  const { risks, departments, posts } = sheet.record;
  const all = new Set([
    ...departments.flatMap((id) => [
      ...relations.risksOfDepartment(id),
      ...belowDepartment(id, relations, new Set()),
    ]),
    ...posts.flatMap((id) => relations.risksOfPost(id)),
  ]);
  return relations.risks.filter((risk) => risks.includes(risk.id) || all.has(risk));
}

/** 共性风险点 that also apply to the posts of the sheet or name its department. */
function common(sheet: Scope, { relations }: FieldContext): readonly Records['risk'][] {
  if (sheet.subject === 'department') {
    const { id } = sheet.record;
    return relations.risks.filter(
      ({ appliesTo }) =>
        appliesTo !== undefined && (appliesTo.all || appliesTo.departments.includes(id)),
    );
  }
  if (sheet.subject === 'unit') {
    return relations.risks.filter(({ appliesTo }) => appliesTo !== undefined);
  }
  return postsOf(sheet).flatMap(relations.commonRisksFor);
}

function derived(sheet: Scope, { relations }: FieldContext): readonly Records['risk'][] {
  return postsOf(sheet).flatMap(relations.derivedRisksFor);
}

/** Points of the posts and departments under the sheet's subject. */
function below(sheet: Scope, { relations }: FieldContext): readonly Records['risk'][] {
  if (sheet.subject === 'unit') {
    return relations.risks.filter((risk) => subjectOf(risk) !== 'unit');
  }
  if (sheet.subject === 'department') {
    return belowDepartment(sheet.record.id, relations, new Set());
  }
  const ids = new Set(postsOf(sheet).map(({ id }) => id));
  return relations.posts
    .filter(({ reportsTo }) => reportsTo !== undefined && ids.has(reportsTo))
    .flatMap(({ id }) => relations.risksOfPost(id));
}

function belowDepartment(
  id: string,
  relations: FieldContext['relations'],
  seen: Set<string>,
): Records['risk'][] {
  seen.add(id);
  const children = relations.departments.filter((one) => one.parent === id && !seen.has(one.id));
  return [
    ...relations.postsOf(id).flatMap((post) => relations.risksOfPost(post.id)),
    ...children.flatMap((child) => [
      ...relations.risksOfDepartment(child.id),
      ...belowDepartment(child.id, relations, seen),
    ]),
  ];
}

function postsOf(sheet: Scope): readonly Records['post'][] {
  if (sheet.subject === 'post') return [sheet.record];
  return sheet.subject === 'holder' ? sheet.record.posts : [];
}
