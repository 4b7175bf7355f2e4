import { push } from '../../util/group-by.ts';
import type { SignOffStates, SubjectState } from './sign-off-states.ts';

/** How far every point and every subject has come in its chain, and on which days: plain data for the calendar. */
export function agreedSteps({ subjects, byRisk }: SignOffStates) {
  const daysByItem = new Map<SubjectState, Map<string, Map<string, string[]>>>();
  const daysOf = (owner: SubjectState, key: string): Map<string, string[]> => {
    let items = daysByItem.get(owner);
    if (items === undefined) daysByItem.set(owner, (items = daysByKey(owner)));
    return items.get(key) ?? new Map<string, string[]>();
  };
  return {
    points: new Map(
      [...byRisk].map(([id, { owner, progress }]) => {
        const chain = owner.chain.steps.map(({ stage }) => stage);
        return [id, { chain, agreed: daysOf(owner, progress.item.key) }];
      }),
    ),
    subjects: subjects
      .filter(({ subject }) => ['unit', 'department', 'post'].includes(subject.kind))
      .map(({ subject: { key, name }, items, state }) => ({
        key,
        name,
        through: state === 'valid' ? lastDayOf(items) : undefined,
      })),
  };
}

/** By item, the days on which each stage took it on, whatever came after. */
function daysByKey({ signOffs }: SubjectState): Map<string, Map<string, string[]>> {
  const items = new Map<string, Map<string, string[]>>();
  for (const { record } of signOffs) {
    if (record.act === '退回' || record.act === '建议提级' || record.on === undefined) continue;
    for (const key of Object.keys(record.items)) {
      let stages = items.get(key);
      if (stages === undefined) items.set(key, (stages = new Map<string, string[]>()));
      push(stages, record.stage, record.on);
    }
  }
  return items;
}

function lastDayOf(items: SubjectState['items']): string | undefined {
  const days = items.flatMap(({ track }) =>
    [...track.round.values()].flatMap(({ on }) => on ?? []),
  );
  return days.toSorted().at(-1);
}
