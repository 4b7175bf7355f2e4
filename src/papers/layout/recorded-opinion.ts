import type { Section } from '../../model/profile.ts';
import type { Review } from '../../model/kinds/year/review.ts';
import type { Entity } from '../../model/common.ts';
import type { ItemProgress } from '../../signoff/states/progress.ts';
import type { SubjectState } from '../../signoff/states/sign-off-states.ts';
import { distinct } from '../fields/field-values.ts';
import { orderedRows } from '../rows/row-order.ts';
import type { Scope } from '../rows/row-scope.ts';
import { isScopeOf, scopeOf } from '../rows/row-scope.ts';
import type { TextContext } from '../text/fill-text.ts';
import { printed } from '../text/fill-text.ts';
import { texts, valueOf } from './cell-values.ts';

/** What the recorded sign-offs put into a box: the opinion, and the day on which it was given. */
export type RecordedOpinion = { readonly text: string; readonly on: string };

/** One thing that a sheet shows and somebody signs for. */
type SignedOnSheet = { readonly state: SubjectState; readonly progress: ItemProgress };

/**
 * The opinion that the box of a step holds: of everything that the sheet shows and that goes through
 * the step, where all of it has the step behind it as it stands there. Undefined: nothing is signed, or
 * not all of it, and the box is left to be written by hand.
 */
export function recordedOpinion(
  stages: readonly string[],
  sections: readonly Section[],
  context: TextContext,
): RecordedOpinion | undefined {
  if (stages.length === 0 || context.blank) return undefined;
  const found = new Set<Entity<Review>>();
  for (const { state, progress } of shownOn(sections, context)) {
    const { steps } = state.chain;
    const index = steps.findIndex(({ stage, by }) => stages.includes(stage) || stages.includes(by));
    const step = steps[index];
    if (step === undefined) continue;
    const record = progress.track.round.get(step.stage);
    if (record === undefined || progress.next <= index) return undefined;
    found.add(record);
  }
  const records = [...found];
  if (records.length === 0) return undefined;
  const days: readonly string[] = records.flatMap((record) => record.on ?? []);
  const on = days.toSorted().at(-1);
  return { text: opinionText(records, context), on: on === undefined ? '' : printed(on) };
}

/** The points of the sheet's tables, without those of others, and its own post or department. */
function shownOn(
  sections: readonly Section[],
  { given, sheet, who }: TextContext,
): SignedOnSheet[] {
  const { byRisk, bySubject } = given.context.signOffs();
  const rows = sections.flatMap(({ table }) =>
    table === undefined || table.rows.from !== 'risks'
      ? []
      : orderedRows(sheet, table.rows, { order: [], who }, given),
  );
  const points = rows.flatMap((row): SignedOnSheet[] => {
    if (!isScopeOf(row, 'risk') || (row.origin ?? '个性') !== '个性') return [];
    const point = byRisk.get(row.record.id);
    return point === undefined ? [] : [{ state: point.owner, progress: point.progress }];
  });
  const subjects = keysOf(sheet).flatMap((key): SignedOnSheet[] => {
    const state = bySubject.get(key);
    return state?.items.map((progress) => ({ state, progress })) ?? [];
  });
  return [...points, ...subjects];
}

function keysOf({ subject, record }: Scope): string[] {
  switch (subject) {
    case 'holder':
      return record.posts.map(({ id }) => `post/${id}`);
    case 'post':
    case 'department':
    case 'notice':
    case 'commitment':
      return [`${subject}/${record.id}`];
    default:
      return [];
  }
}

/** Equal opinions once; where they differ, each with whose it is. */
function opinionText(records: readonly Entity<Review>[], { given }: TextContext): string {
  const said = records
    .map((record) => ({ record, text: wordsOf(record) }))
    .filter(({ text }) => text !== '')
    .map(({ record, text }) => {
      const by = texts(valueOf('review.by', scopeOf('review', record), given).value).join('');
      return { by, text };
    });
  const different = distinct(said.map(({ text }) => text));
  if (different.length === 1) return different[0] ?? '';
  return distinct(said.map(({ by, text }) => (by === '' ? text : `${by}：${text}`))).join('\n');
}

function wordsOf({ attendance, opinion, act, minutes }: Review): string {
  const present =
    attendance === undefined ? '' : `应到${attendance.of}人，实到${attendance.present}人。`;
  const words = opinion ?? (act === '同意' ? act : '');
  const paper = minutes === undefined ? '' : `（会议纪要：${minutes}）`;
  const end = words === '' || /[。！？]$/.test(words) ? '' : '。';
  return `${present}${words}${end}${paper}`;
}
