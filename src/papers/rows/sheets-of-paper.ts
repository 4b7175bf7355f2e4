import type { Entity } from '../../model/common.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { SheetKind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import type { Profile, SheetSubject } from '../../model/profile.ts';
import type { Who } from '../../model/scheme.ts';
import type { FieldContext, Holder, Records } from '../fields/field.ts';
import { openRows } from '../fields/kind-rows.ts';
import { valueAt } from '../fields/plain-value.ts';
import { holdersOfPosts } from './holders.ts';
import type { Scope } from './row-scope.ts';
import { scopeOf } from './row-scope.ts';
import type { WhereContext } from './row-filter.ts';
import { matches } from './row-filter.ts';
import { lacksFlow } from './unwritten-flow.ts';

/** One sheet of a paper: whom it is for and what it is called among its siblings. */
export type PaperSheet = {
  readonly scope: Scope;
  readonly name: string;
  readonly ids: readonly string[];
};

/** The sheets of a paper, in the order of the data; names are unique. */
export function sheetsOf(
  profile: Profile,
  who: Who | undefined,
  given: WhereContext,
): readonly PaperSheet[] {
  const { context } = given;
  const unit = scopeOf('unit', context.unit.info);
  const sheets = subjectsOf(profile.sheetPer, who, unit, context).filter(
    ({ scope }) => matches(profile.where, scope, given) && !lacksFlow(profile, scope),
  );
  const seen = new Map<string, number>();
  return sheets.map((sheet) => {
    const count = (seen.get(sheet.name) ?? 0) + 1;
    seen.set(sheet.name, count);
    return count === 1 ? sheet : { ...sheet, name: `${sheet.name}（${count}）` };
  });
}

/** A sheet that is for nobody yet: an empty form. */
export function blankSheet({ context }: WhereContext): PaperSheet {
  return { scope: scopeOf('unit', context.unit.info), name: '空白表', ids: [] };
}

/** Whether a post is one of those that a paper is for. */
export function isFor(post: Post, who: Who | undefined, { relations }: FieldContext): boolean {
  if (who === undefined) return true;
  const { ranks, tiers, keyPosts } = who;
  return (
    (ranks.length === 0 || ranks.includes(post.rank ?? '')) &&
    (tiers.length === 0 || tiers.includes(relations.tierOf(post) ?? '')) &&
    (keyPosts === undefined || post.keyPost === keyPosts)
  );
}

function subjectsOf(
  per: SheetSubject,
  who: Who | undefined,
  unit: Scope,
  context: FieldContext,
): PaperSheet[] {
  const { relations, unit: data } = context;
  const posts = relations.posts.filter((post) => isFor(post, who, context));
  const unitName = data.info.shortName ?? data.info.name;
  switch (per) {
    case 'unit':
    case 'none':
      return [{ scope: unit, name: unitName, ids: [data.id] }];
    case 'post':
      return posts.map((post) => recordSheet(per, post, unit));
    case 'holder':
      return holdersOfPosts(posts, context).map((holder) => ({
        scope: scopeOf('holder', holder, { parent: unit }),
        name: holderSheetName(holder, context),
        ids: [...(holder.id === undefined ? [] : [holder.id]), ...holder.posts.map(({ id }) => id)],
      }));
    case 'evaluation':
      return openRows(data, per).map((one) => {
        const about = one.departments.flatMap((id) => relations.departmentById.get(id)?.name ?? []);
        const name = one.unit === true ? unitName : about.join('、');
        const sheet = recordSheet(per, one, unit);
        return name === '' ? sheet : { ...sheet, name };
      });
    default:
      return openRows(data, per).map((one) => recordSheet(per, one, unit));
  }
}

type RecordSubject = Exclude<SheetKind, 'unit'>;

/** A reader of a table of contents knows most records by nothing better than their id. */
function recordSheet(
  subject: RecordSubject,
  record: Records[RecordSubject],
  unit: Scope,
): PaperSheet {
  const { name: key = 'id' } = KINDS[subject].sheet ?? {};
  const name = valueAt(record, [key]);
  return {
    scope: scopeOf(subject, record, { parent: unit }),
    name: typeof name === 'string' && name !== '' ? name : record.id,
    ids: [record.id],
  };
}

/** The name where names may be read, else the post; a seat's number tells its sheets apart. */
function holderSheetName({ person, posts, seat }: Holder, { showsNames }: FieldContext): string {
  const role = posts.map(({ name }: Entity<Post>) => name).join('、');
  const numbered = seat === undefined ? role : `${role}（${seat}）`;
  if (person === undefined || person.name === '' || !showsNames('holder.name')) return numbered;
  return `${person.name}（${role}）`;
}
