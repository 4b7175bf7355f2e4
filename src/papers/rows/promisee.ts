import type { SchemeDuty } from '../../model/scheme-duty.ts';
import { isPostAsked } from '../../scheme/scope.ts';
import type { FieldContext, Holder } from '../fields/field.ts';

/** What the scheme lays down for a person's own commitment (廉政承诺), by rank; the first that fits. */
export function commitmentOf(holder: Holder, context: FieldContext): SchemeDuty | undefined {
  return context.scheme.duties.find(
    (duty) =>
      duty.record.includes('commitment') &&
      duty.each === 'person' &&
      holder.posts.some((post) => isPostAsked(duty, post, context)),
  );
}

/**
 * To whom a person gives the commitment: the scheme's words, with the department named for 部门 and the
 * leader's post beside 分管领导.
 */
export function promiseeOf(holder: Holder, context: FieldContext): string | undefined {
  const to = commitmentOf(holder, context)?.to;
  if (to === undefined) return undefined;
  const { relations, scheme } = context;
  const { department: word, leaderInCharge } = scheme.words;
  const departments = holder.posts.flatMap(({ department }) => department ?? []);
  if (to === leaderInCharge) {
    const leaders = departments.flatMap((id) => relations.leadersInChargeOf(id));
    const names = [...new Set(leaders.map(({ name }) => name))];
    return names.length === 0 ? to : `${to}（${names.join('、')}）`;
  }
  const own = relations.departmentById.get(departments[0] ?? '');
  return own !== undefined && to.startsWith(word) ? `${own.name}${to.slice(word.length)}` : to;
}
