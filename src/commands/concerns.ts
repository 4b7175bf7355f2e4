import type { Duty } from '../calendar/duty.ts';
import { UsageError } from '../errors.ts';
import type { AssessedUnit } from '../pipeline/open-and-assess.ts';
import type { ReviewSubject } from '../signoff/steps/subjects.ts';

/** Whether a duty is a post's: its own, for a leader also those of the departments in charge. */
export function concerns(duty: Duty, postId: string, unit: AssessedUnit): boolean {
  if (duty.posts.includes(postId)) return true;
  const { postById } = unit.relations;
  const departments = duty.posts.flatMap((id) => postById.get(id)?.department ?? []);
  return [...duty.departments, ...departments].some((id) => isInCharge(postId, id, unit));
}

/** Whether what is signed for is a post's: its own sheet, for a leader also those in charge. */
export function isSubjectOf(
  { kind, id, department }: ReviewSubject,
  postId: string,
  unit: AssessedUnit,
): boolean {
  if (kind === 'post' && id === postId) return true;
  return department !== undefined && isInCharge(postId, department, unit);
}

function isInCharge(postId: string, department: string, { relations }: AssessedUnit): boolean {
  return relations.postById.get(postId)?.inChargeOf.includes(department) === true;
}

/** Units that have the post; a mistyped one has nothing to do, and that must not pass for all done. */
export function unitsWithPost(
  id: string | undefined,
  units: readonly AssessedUnit[],
): readonly AssessedUnit[] {
  if (id === undefined) return units;
  const having = units.filter(({ relations }) => relations.postById.has(id));
  if (having.length > 0) return having;
  throw new UsageError(`没有岗位「${id}」`, '用 lianfang list posts 查看');
}
