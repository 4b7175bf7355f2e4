import type { Duty } from './duty.ts';
import { duty } from './duty.ts';
import type { CalendarInput, WaitingReview } from './calendar-input.ts';

/** 审核 that wait: one for each step, those who act there and the day, with the number of subjects. */
export function reviewDuties({ waiting = [], relations, scheme }: CalendarInput): Duty[] {
  const groups = new Map<string, WaitingReview[]>();
  for (const one of waiting) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups].map(([key, subjects]) => {
    const { stage, isFilling, actors, by, due } = subjects[0]!;
    const own = subjects.flatMap(({ department }) => department ?? []);
    const names = actors.map((id) => relations.postById.get(id)?.name ?? id).join('、');
    return duty({
      key,
      kind: 'review',
      title: `${stage}：${listed(subjects)}`,
      due,
      posts: isFilling ? subjects.flatMap(({ post }) => post ?? []) : actors,
      // Whoever acts for others is not answered for by those in charge of the others.
      departments: isFilling ? [...new Set(own)] : [],
      who: isFilling ? fillersOf(subjects, scheme) : names || by,
      note: reasons(subjects),
    });
  });
}

function keyOf({ stage, isFilling, actors, by, due }: WaitingReview): string {
  const who = isFilling ? [] : [actors.length > 0 ? actors.join('+') : by];
  return ['review', stage, ...who, ...(due === undefined ? [] : [due])].join('/');
}

/** Whoever hands in for themselves: 各岗位、各科室. */
function fillersOf(subjects: readonly WaitingReview[], { words }: CalendarInput['scheme']): string {
  const kinds = subjects.map(({ post, department }) =>
    post !== undefined
      ? `各${words.post}`
      : department === undefined
        ? words.unit
        : `各${words.department}`,
  );
  return [...new Set(kinds)].join('、');
}

const NAMED = 2;

function listed(subjects: readonly WaitingReview[]): string {
  if (subjects.length === 1) return subjects[0]!.name;
  const names = subjects.slice(0, NAMED).map(({ name }) => name);
  const more = subjects.length > NAMED ? '等' : '';
  return `${names.join('、')}${more} ${subjects.length} 个对象`;
}

function reasons(subjects: readonly WaitingReview[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { again } of subjects) {
    if (again !== undefined) counts.set(again, (counts.get(again) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  return [...counts].map(([why, count]) => `其中 ${count} 个${why}`).join('，');
}
