import type { Entity } from '../../model/common.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { Level, Scheme } from '../../model/scheme.ts';
import type { Assessed } from '../../scheme/assessment.ts';
import type { FieldContext, FieldValue } from './field.ts';
import { presentHolders } from '../../scheme/relations.ts';

/** What a table prints for a level that the scheme does not give: office habit is a dash. */
export const NOT_RATED = '—';
export const UNRATED = '未评定';

/** The level of a record as a cell carries it; nothing is ever filled in by default. */
export function levelValue(assessed: Assessed | undefined, scheme: Scheme): FieldValue {
  if (assessed === undefined || assessed.status === 'notRated') return NOT_RATED;
  if (assessed.level === undefined) return { level: UNRATED, tone: 'plain' };
  return levelWord(assessed.level, scheme);
}

/** A level's word with its tone; a word the scheme does not have stays plain. */
export function levelWord(id: string, { levels }: Scheme): FieldValue {
  return { level: id, tone: levels.find((level) => level.id === id)?.tone ?? 'plain' };
}

/** Place in the scheme's order, gravest first; what has no level comes last. */
export function levelRank(assessed: Assessed | undefined, { levels }: Scheme): number {
  const index = levels.findIndex((level: Level) => level.id === assessed?.level);
  return index < 0 ? levels.length : index;
}

/** The gravest of several levels by the scheme's own order. */
export function gravest(assessed: readonly (Assessed | undefined)[], scheme: Scheme): FieldValue {
  const ranks = assessed.map((one) => levelRank(one, scheme));
  const level = scheme.levels[Math.min(...ranks, scheme.levels.length)];
  return level === undefined ? NOT_RATED : { level: level.id, tone: level.tone };
}

/** Names of those who hold a post today; its role for readers who may not see names or where nobody is known. */
export function namesOf(
  post: Entity<Post> | undefined,
  field: string,
  context: FieldContext,
): string[] {
  if (post === undefined) return [];
  const names = context.showsNames(field) ? currentNames(post, context) : [];
  return names.length > 0 ? names : [post.name];
}

/** Names of the persons in post, as far as they are known. */
export function currentNames(post: Post, { relations }: FieldContext): string[] {
  return presentHolders(post)
    .map((holder) => relations.personById.get(holder.person)?.name ?? '')
    .filter((name) => name !== '');
}

/** The post of an id, also one that is closed: dated records may still name it. */
export function postOf(
  id: string | undefined,
  { relations }: FieldContext,
): Entity<Post> | undefined {
  return id === undefined ? undefined : relations.postById.get(id);
}

/** A measure that a point shares with others of its power, post or department. */
export function asCommon(content: string): string {
  return content === '' ? '' : `（共性）${content}`;
}

/** One value for each record: one text where all agree, else a list that keeps step with them. */
export function keepingStep(values: readonly (string | undefined)[]): FieldValue {
  if (new Set(values.map((value) => value ?? '')).size <= 1) return values[0] ?? '';
  return values.map((value) => value ?? NOT_RATED);
}

/** Without blanks and repeats, in the order in which they first stand. */
export function distinct(values: readonly (string | undefined)[]): string[] {
  return [
    ...new Set(values.filter((value): value is string => value !== undefined && value !== '')),
  ];
}
