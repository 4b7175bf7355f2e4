import type { SchemeDuty } from '../../model/scheme-duty.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Relations } from '../../scheme/relations.ts';
import { isOpen } from '../../scheme/relations.ts';
import { periodsOf } from '../cadence.ts';
import type { CalendarInput } from '../calendar-input.ts';
import type { Deed } from './deeds.ts';
import { subjectsOfDuty } from './duty-subjects.ts';
import { periodNamed, turnNamed } from './named-period.ts';
import { daysBetween } from '../workdays.ts';

/** Why a record does not stand for a duty; `key` is the field of the record that it is about. */
export type DeedFault = {
  readonly kind:
    'unknown' | 'subject' | 'period' | 'body' | 'signer' | 'content' | 'audience' | 'attendance';
  readonly key: string;
  readonly message: string;
};

/** Everything that keeps a record from discharging the duties that it is of. */
export function deedFaults(
  deed: Deed,
  duties: readonly SchemeDuty[],
  input: CalendarInput,
): readonly DeedFault[] {
  if (duties.length === 0) return [];
  return [
    ...subjectFaults(deed, duties, input),
    ...duties.flatMap((duty) => [
      ...periodFaults(deed, duty, input),
      ...bodyFaults(deed, duty, input.scheme),
      ...signerFaults(deed, duty, input.relations),
      ...contentFaults(deed, duty, input),
      ...attendanceFaults(deed, duty),
    ]),
  ];
}

function subjectFaults(
  deed: Deed,
  duties: readonly SchemeDuty[],
  input: CalendarInput,
): DeedFault[] {
  const fault = (key: string, message: string): DeedFault => ({ kind: 'subject', key, message });
  const { postById, departmentById, riskById } = input.relations;
  if (deed.kind === 'commitment' || deed.kind === 'inspection' || deed.kind === 'warning') {
    return [];
  }
  if (duties.some(({ each }) => each === 'unit')) return [];
  const subjects = duties.flatMap((duty) => subjectsOfDuty(duty, input));
  const posts = new Set(subjects.flatMap(({ post }) => post?.id ?? []));
  const departments = new Set(subjects.flatMap(({ department }) => department ?? []));
  const titles = duties.map(({ title }) => `「${title}」`).join('');
  const isNamed = deed.posts.length + deed.departments.length + deed.risks.length > 0;
  if (!isNamed) {
    const each = duties.map((duty) => (duty.each === 'department' ? 'departments' : 'posts'));
    return [fault('id', `没有写明是谁的${titles}，须写 ${[...new Set(each)].join('、')}`)];
  }
  const strangers = [
    ...deed.posts
      .filter((id) => postById.has(id) && posts.size > 0 && !posts.has(id))
      .map((id) => fault('posts', `${titles}不要求岗位「${postById.get(id)!.name}」办理`)),
    ...deed.departments
      .filter((id) => departmentById.has(id) && !departments.has(id))
      .map((id) => fault('departments', `${titles}不要求「${departmentById.get(id)!.name}」办理`)),
  ];
  const closed = deed.risks
    .filter((id) => riskById.get(id)?.closed !== undefined)
    .map((id) => fault('risks', `风险点「${riskById.get(id)!.name}」已经终止`));
  return [...strangers, ...closed];
}

function periodFaults({ period }: Deed, { every, title }: SchemeDuty, input: CalendarInput) {
  if (period === undefined || every === undefined) return [];
  const fault = (message: string): DeedFault => ({ kind: 'period', key: 'period', message });
  const turns = periodsOf(every, input.year);
  if (turns.length === 0) return [];
  const named = periodNamed(period, input.year);
  if (named === undefined) return [fault(`「${period}」不是时段`)];
  // Of another year it is that year's.
  const isOtherYear = !named.id.startsWith(String(input.year));
  if (isOtherYear || turnNamed(period, turns, input.year) !== undefined) return [];
  return [fault(`「${title}」的时段没有「${period}」`)];
}

/** Words that say everybody's, and name no body. */
const EVERYBODY = /^(?:各|有关)/u;
const ROLES: readonly string[] = ['departmentHead', 'leaderInCharge', 'head', 'leader'];

/** Whether a word of a duty names a body, and not a role or everybody. */
export function isBody(word: string): boolean {
  return !ROLES.includes(word) && !EVERYBODY.test(word);
}

/** Whether a record is by another than the body that the duty names, or sent to another. */
export function bodyFaults(
  { by, to, kind }: Deed,
  duty: SchemeDuty,
  { words }: Scheme,
): DeedFault[] {
  const fault = (key: string, message: string): DeedFault => ({ kind: 'body', key, message });
  const isNamed = duty.by !== undefined && isBody(duty.by);
  // The discipline body goes by a name of its own in each unit; the office acts for the leading group.
  const isRight =
    by === undefined ||
    by.body === duty.by ||
    (duty.by === words.disciplineBody && by.body !== undefined) ||
    (duty.by === words.leadingGroup && by.body === words.office);
  const wrongTo = kind === 'filing' && duty.to !== undefined && to !== duty.to;
  return [
    ...(isNamed && !isRight
      ? [fault('by', `「${duty.title}」由「${duty.by}」办理，不是「${by.body ?? by.post ?? ''}」`)]
      : []),
    ...(wrongTo ? [fault('to', `「${duty.title}」报「${duty.to}」，不是「${to ?? ''}」`)] : []),
  ];
}

function signerFaults(deed: Deed, duty: SchemeDuty, relations: Relations): DeedFault[] {
  const { signedBy } = duty;
  if (signedBy === undefined) return [];
  const fault = (message: string): DeedFault => ({ kind: 'signer', key: 'signedBy', message });
  if (deed.signedBy === undefined) return [fault(`「${duty.title}」没有写由谁签字`)];
  const { postById, riskById, departmentById } = relations;
  const departments = new Set([
    ...deed.departments,
    ...deed.risks.flatMap((id) => {
      const risk = riskById.get(id);
      return risk?.department ?? postById.get(risk?.post ?? '')?.department ?? [];
    }),
  ]);
  const name = postById.get(deed.signedBy)?.name ?? deed.signedBy;
  return [...departments].flatMap((id) => {
    const signers = signersOf(signedBy, id, relations);
    if (signers.length === 0 || signers.some((post) => post.id === deed.signedBy)) return [];
    const names = signers.map((post) => `「${post.name}」`).join('或');
    return [
      fault(`「${departmentById.get(id)?.name ?? id}」的公示应由${names}签字，不是「${name}」`),
    ];
  });
}

/** Posts of which one signs for a department. */
export function signersOf(
  role: NonNullable<SchemeDuty['signedBy']>,
  department: string,
  relations: Relations,
) {
  switch (role) {
    case 'leaderInCharge':
      return relations.leadersInChargeOf(department);
    case 'departmentHead':
      return [relations.headOf(department)].flatMap((post) => post ?? []);
    case 'head':
      return relations.posts.filter(relations.isHead);
  }
}

function contentFaults(
  deed: Deed,
  duty: SchemeDuty,
  { holidays, unit }: CalendarInput,
): DeedFault[] {
  const fault = (key: string, message: string): DeedFault => ({ kind: 'content', key, message });
  const { on, until, unheld } = deed;
  const { within } = duty;
  const isShort =
    within !== undefined &&
    on !== undefined &&
    until !== undefined &&
    daysBetween(on, until, within.dayKind, holidays) < within.days;
  const hasCommitment = unit.commitments.some(
    (commitment) =>
      isOpen(commitment) &&
      (on === undefined || (commitment.on !== undefined && commitment.on <= on)),
  );
  return [
    ...(duty.of.commitments && !hasCommitment
      ? [{ kind: 'subject', key: 'from', message: '公示时还没有作出承诺' } as const]
      : []),
    ...(unheld === undefined ? [] : [fault(unheld.key, unheld.message)]),
    ...(isShort ? [fault('to', `公示不足 ${within.days} 天`)] : []),
    ...(duty.telephone && deed.telephone === undefined
      ? [fault('telephone', '没有写监督电话')]
      : []),
    ...(duty.audience === 'public' && deed.audience === 'unit'
      ? [
          {
            kind: 'audience',
            key: 'audience',
            message: `「${duty.title}」对社会公开，不是只在单位内`,
          } as const,
        ]
      : []),
  ];
}

function attendanceFaults({ participants }: Deed, { attendance, title }: SchemeDuty): DeedFault[] {
  const absent = attendance.filter((who) => !participants.includes(who));
  if (absent.length === 0) return [];
  const message = `「${title}」没有${absent.map((who) => `「${who}」`).join('')}参加`;
  return [{ kind: 'attendance', key: 'participants', message }];
}
