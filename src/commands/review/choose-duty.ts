import type { DutySubject } from '../../calendar/obligations/duty-subjects.ts';
import { subjectsOfDuty } from '../../calendar/obligations/duty-subjects.ts';
import type { CalendarInput } from '../../calendar/calendar-input.ts';
import { UsageError } from '../../errors.ts';
import type { SchemeDuty } from '../../model/scheme-duty.ts';
import { suggest } from '../../util/suggest.ts';

/** What was said of the duty on the command line. */
export type DutyAsked = {
  readonly record: 'notice' | 'filing';
  readonly duty?: string | undefined;
  readonly to?: string | undefined;
  /** Ids of departments, posts or risk points, with or without their kind before them. */
  readonly words: readonly string[];
};

const ACTS = { notice: '公示', filing: '备案' } as const;

/**
 * The duty that a command is to discharge: the one named, else the only one that fits the body and the
 * subjects given. Several: they are listed, and the caller has to say which.
 */
export function chooseDuty(asked: DutyAsked, input: CalendarInput): SchemeDuty {
  const { scheme } = input;
  const act = ACTS[asked.record];
  const duties = scheme.duties.filter(({ record }) => record.includes(asked.record));
  if (duties.length === 0) throw new UsageError(`方案「${scheme.title}」没有规定${act}`);
  if (asked.duty !== undefined) {
    const duty = duties.find(({ id }) => id === asked.duty);
    if (duty !== undefined) return duty;
    const near = suggest(
      asked.duty,
      duties.map(({ id }) => id),
    );
    throw new UsageError(
      `方案没有规定${act}「${asked.duty}」`,
      near === undefined ? listed(duties) : `您是否要写「${near}」`,
    );
  }
  const offices = [...new Set(duties.map(({ to }) => to).filter((to) => to !== undefined))];
  if (asked.to !== undefined && !offices.includes(asked.to)) {
    throw new UsageError(
      `方案没有规定报「${asked.to}」备案`,
      `用 --to 指定：${offices.join('、')}`,
    );
  }
  const fitting = duties.filter(
    (duty) =>
      (asked.to === undefined || duty.to === asked.to) && fitsWords(duty, asked.words, input),
  );
  const [duty, other] = fitting;
  if (duty !== undefined && other === undefined) return duty;
  if (duty === undefined) {
    throw new UsageError(`没有哪一项${act}是这些对象的`, listed(duties));
  }
  throw new UsageError(`有 ${fitting.length} 项${act}，须写明办的是哪一项`, listed(fitting));
}

function listed(duties: readonly SchemeDuty[]): string {
  return `用 --duty 指定：${duties.map(({ id, title }) => `${id}（${title}）`).join('、')}`;
}

function fitsWords(duty: SchemeDuty, words: readonly string[], input: CalendarInput): boolean {
  if (words.length === 0) return true;
  if (duty.each === 'unit') return duty.of.points;
  const ids = new Set(subjectsOfDuty(duty, input).map(({ id }) => id));
  return words.every((word) => ids.has(bare(word)) || input.relations.riskById.has(word));
}

/** An id without its kind: `department/safety`. */
function bare(word: string): string {
  return word.slice(word.indexOf('/') + 1);
}

/** The subjects of a duty that words name; none named: all. */
export function subjectsAsked(
  duty: SchemeDuty,
  words: readonly string[],
  input: CalendarInput,
): readonly DutySubject[] {
  const subjects = subjectsOfDuty(duty, input);
  if (words.length === 0 || duty.each === 'unit') return subjects;
  return words.flatMap((word) => {
    const found = subjects.filter(({ id }) => id === bare(word));
    if (found.length > 0) return found;
    const risk = input.relations.riskById.get(word);
    const department =
      risk?.department ?? input.relations.postById.get(risk?.post ?? '')?.department;
    const owner = duty.each === 'department' ? department : risk?.post;
    const owners = subjects.filter(({ id }) => id === owner);
    if (owners.length > 0) return owners;
    const near = suggest(
      word,
      subjects.map(({ id }) => id),
    );
    throw new UsageError(
      `「${duty.title}」没有对象「${word}」`,
      near === undefined
        ? `有：${subjects.map(({ id }) => id).join('、')}`
        : `您是否要写「${near}」`,
    );
  });
}
