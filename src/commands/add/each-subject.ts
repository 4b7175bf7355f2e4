import type { CalendarInput } from '../../calendar/calendar-input.ts';
import type { DutySubject } from '../../calendar/obligations/duty-subjects.ts';
import { turnNamed } from '../../calendar/obligations/named-period.ts';
import type { Obligation } from '../../calendar/obligations/obligations.ts';
import { obligationsOf } from '../../calendar/obligations/obligations.ts';
import { UsageError } from '../../errors.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import { shapeOf } from '../../model/shape.ts';
import type { Draft } from './record-draft.ts';

type Asked = { readonly kind: Kind; readonly draft: Draft; readonly all: boolean };

/**
 * With `all` a draft for each of whom a duty is still open; a record that is of one post (承诺) is of each
 * person in it.
 */
export function oneForEach({ kind, draft, all }: Asked, input: CalendarInput): readonly Draft[] {
  const { post, person, duty } = draft;
  const isOfPerson = 'person' in shapeOf(KINDS[kind].schema);
  const isOpen = (one: Obligation) => one.doneOn === undefined || one.doneOn === '';
  const obligations = obligationsOf(input).filter(
    (one) =>
      one.duty.record.some((record) => record === kind) &&
      (duty === undefined || (duty as readonly string[]).includes(one.duty.id)) &&
      isOfTurn(one, draft, input),
  );
  if (all) {
    const open = obligations.filter(
      (one) => isOpen(one) && keysOf(one.subject, kind) !== undefined,
    );
    if (obligations.length === 0) throw new UsageError('方案没有要由各对象分别办理的这一种事项');
    return open.map((one) => ({
      ...draft,
      ...keysOf(one.subject, kind),
      duty: [one.duty.id],
    }));
  }
  if (!isOfPerson || post === undefined || person !== undefined) return [draft];
  const own = obligations.filter(({ subject }) => subject.id === post);
  if (own.length === 0) return [draft];
  return own.map(({ subject, duty: { id } }) => ({
    ...draft,
    ...keysOf(subject, kind),
    duty: [id],
  }));
}

/** The keys of a record that say whose it is; undefined: it cannot be told of all at once. */
function keysOf({ kind, id, person }: DutySubject, of: Kind): Draft | undefined {
  const keys = shapeOf(KINDS[of].schema);
  switch (kind) {
    case 'unit':
      return 'unit' in keys ? { unit: true } : {};
    case 'post':
    case 'person':
      if (!('post' in keys)) return { posts: [id] };
      return { post: id, ...('person' in keys && person !== undefined && { person }) };
    case 'department':
      return { departments: [id] };
    case 'power':
      return { powers: [id] };
    case 'leader':
    case 'warning':
      return undefined;
  }
}

function isOfTurn({ period }: Obligation, draft: Draft, { year }: CalendarInput): boolean {
  if (period === undefined) return true;
  const { period: named, on } = draft;
  if (typeof named === 'string') return turnNamed(named, [period], year) !== undefined;
  return typeof on === 'string' && on >= period.from && on <= period.due;
}
