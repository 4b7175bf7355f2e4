import { KIND_OF_ROWS } from '../../model/kinds.ts';
import type { RowKind } from '../../model/profile.ts';
import { VIEW_ROWS } from '../../model/profile.ts';
import type { Who } from '../../model/scheme.ts';
import { measuresAgainst, subjectOf } from '../../scheme/relations.ts';
import type { FieldContext, Records, FieldSubject } from '../fields/field.ts';
import { childRows, openRows } from '../fields/kind-rows.ts';
import { holdersOfPosts } from './holders.ts';
import { questionsOf } from './survey-questions.ts';
import { recordsIn } from './records-of-row.ts';
import type { RiskSource } from './risk-rows.ts';
import { risksOn } from './risk-rows.ts';
import type { Scope } from './row-scope.ts';
import { isWhole, scopeOf, standsForUnit } from './row-scope.ts';
import { isFor } from './sheets-of-paper.ts';
import { touching } from './touches.ts';

/** The subject of each kind of row. */
export const SUBJECT_OF_ROWS: { readonly [Kind in RowKind]: FieldSubject } = {
  ...KIND_OF_ROWS,
  ...VIEW_ROWS,
};

/** Rows that belong to the scheme and stand on an empty form too. */
export const ROWS_OF_SCHEME: ReadonlySet<RowKind> = new Set([
  'levels',
  'papers',
  'stages',
  'categories',
  'methods',
  'standards',
  'cadences',
  'channels',
  'grades',
  'responsibilities',
  'reviewSteps',
]);

type RowSource = {
  readonly from: RowKind;
  readonly include: readonly RiskSource[] | undefined;
  readonly who: Who | undefined;
};

/**
 * The rows of a kind that belong on a sheet, or to the record that a loop of a text has come to: those
 * of the nearest record that has any. Open ones only, in the order of the data.
 */
export function rowsOn(sheet: Scope, source: RowSource, context: FieldContext): Scope[] {
  const { from, include, who } = source;
  if (from === 'risks') {
    return risksOn(sheet, include, context)
      .filter(({ risk }) => isOnePersons(sheet) || riskIsFor(risk, who, context))
      .map(({ risk, origin }) => scopeOf('risk', risk, { parent: sheet, origin }));
  }
  const subject = SUBJECT_OF_ROWS[from];
  const records = listOf(from, sheet, source, context);
  return records.map((record) => scopeOf(subject, record, { parent: sheet }));
}

function listOf(
  from: Exclude<RowKind, 'risks'>,
  sheet: Scope,
  { include, who }: RowSource,
  context: FieldContext,
): readonly Records[FieldSubject][] {
  const { relations, unit, scheme } = context;
  const posts = () =>
    relations.posts.filter((post) => isOnSheet(post, sheet, context) && isFor(post, who, context));
  switch (from) {
    case 'measures': {
      if (sheet.subject === 'measure') return [sheet.record];
      const against = new Set(
        risksOn(sheet, include, context).flatMap(({ risk }) => measuresAgainst(risk, relations)),
      );
      const touches = touching(sheet, context);
      return relations.measures.filter(
        (measure) => against.has(measure) || touches('measure', measure),
      );
    }
    case 'powers':
      return powersOn(sheet, context);
    case 'steps':
      return stepsOn(sheet, context);
    case 'posts':
      return posts();
    case 'holders':
      return holdersOfPosts(posts(), context);
    case 'leaders':
      return posts().filter(relations.isLeader);
    case 'departments':
      return (
        (isWhole(sheet) ? undefined : recordsIn(sheet, 'department', context)) ??
        relations.departments
      );
    case 'levels':
      return scheme.levels;
    case 'papers':
      return context.paperEntries;
    case 'stages':
      return scheme.stages;
    case 'categories':
      return scheme.categories;
    case 'methods':
      return scheme.identification.methods;
    case 'standards':
      return Object.values(scheme.factors);
    case 'cadences':
      return scheme.duties.filter(({ every }) => every !== undefined);
    case 'channels':
      return scheme.identification.channels.map((name) => ({ name }));
    case 'grades':
      return scheme.warnings.grades.map((name) => ({ name }));
    case 'responsibilities':
      return scheme.responsibility;
    case 'reviewSteps':
      return scheme.reviews.flatMap((chain) =>
        chain.steps.map((step, index) => ({ ...step, chain, number: index + 1 })),
      );
    case 'questions': {
      const risks = risksOn(sheet, include, context).map(({ risk }) => risk);
      return questionsOf(powersOn(sheet, context), risks, context);
    }
    case 'changes':
      return context.changes.filter((change) => isWhole(sheet) || isOf(change.risk, sheet));
    default: {
      const kind = KIND_OF_ROWS[from];
      const touches = touching(sheet, context);
      return openRows(unit, kind).filter((record) => touches(kind, record));
    }
  }
}

/** Whether a point, perhaps one that is gone, is one of the sheet's own. */
function isOf({ post, department, power }: Records['risk'], sheet: Scope): boolean {
  switch (sheet.subject) {
    case 'post':
      return post === sheet.record.id;
    case 'holder':
      return sheet.record.posts.some(({ id }) => id === post);
    case 'department':
      return department === sheet.record.id;
    default:
      return sheet.subject === 'power' && power === sheet.record.id;
  }
}

function isOnSheet(post: Records['post'], sheet: Scope, context: FieldContext): boolean {
  switch (sheet.subject) {
    case 'department':
      return post.department === sheet.record.id;
    case 'post':
      return post === sheet.record;
    case 'holder':
      return sheet.record.posts.includes(post);
    case 'power':
      return sheet.record.posts.includes(post.id);
    default:
      if (isWhole(sheet)) return true;
      if (standsForUnit(sheet)) {
        const { posts, departments } = sheet.record;
        return (
          posts.includes(post.id) ||
          (post.department !== undefined && departments.includes(post.department))
        );
      }
      // On a record's sheet the posts that the record names: of a letter, a talk.
      return recordsIn(sheet, 'post', context)?.includes(post) ?? true;
  }
}

function powersOn(sheet: Scope, context: FieldContext): readonly Records['power'][] {
  if (sheet.subject === 'power') return [sheet.record];
  if (isWhole(sheet)) return context.relations.powers;
  return recordsIn(sheet, 'power', context) ?? context.relations.powers;
}

/** On a post's sheet its own steps, and those without a post of the powers that it exercises. */
function stepsOn(sheet: Scope, context: FieldContext): readonly Records['step'][] {
  if (sheet.subject === 'risk') return recordsIn(sheet, 'step', context) ?? [];
  if (sheet.subject !== 'post' && sheet.subject !== 'holder') {
    return powersOn(sheet, context).flatMap((power) => childRows('step', power));
  }
  const posts = sheet.subject === 'post' ? [sheet.record] : sheet.record.posts;
  const ids = new Set(posts.map(({ id }) => id));
  return context.relations.powers
    .flatMap((power) => childRows('step', power))
    .filter(({ post, power }) =>
      post === undefined ? power.posts.some((id) => ids.has(id)) : ids.has(post),
    );
}

/**
 * A sheet of one post or person: whom the paper is for has chosen the sheet, and points of others that
 * it takes in (those of the departments in charge) stay.
 */
function isOnePersons({ subject }: Scope): boolean {
  return subject === 'post' || subject === 'holder';
}

/** Whether a paper for certain posts or subjects also lists this point. */
function riskIsFor(
  risk: Records['risk'],
  who: Who | undefined,
  { relations, ...context }: FieldContext,
): boolean {
  if (who === undefined) return true;
  const subject = subjectOf(risk);
  if (who.subjects.length > 0 && (subject === undefined || !who.subjects.includes(subject))) {
    return false;
  }
  const post = relations.postById.get(risk.post ?? '');
  return post === undefined || isFor(post, who, { relations, ...context });
}
