import type { CarriedDuty } from '../model/kind-descriptor.ts';
import { KINDS } from '../model/kinds.ts';
import type { AnyRecord } from '../model/unit-records.ts';
import { recordsOf } from '../model/unit-records.ts';
import { isOpen } from '../scheme/relations.ts';
import type { CalendarInput } from './calendar-input.ts';
import type { Duty } from './duty.ts';
import { dutyKindNamed } from './duty-kinds.ts';
import { duty, shortTitle } from './duty.ts';

/** What records ask for by themselves, as their kinds say it: a letter its answer, a warning its handling. */
export function carriedDuties({ unit, relations }: CalendarInput): Duty[] {
  return recordsOf(unit).flatMap(({ kind, records }) => {
    const { carries } = KINDS[kind];
    if (carries === undefined) return [];
    return records.filter(isOpen).flatMap((record) => carried(kind, carries, record, relations));
  });
}

type Values = Readonly<Record<string, unknown>>;
type ActingBody = {
  readonly post?: string;
  readonly body?: string;
  readonly department?: string;
};

function carried(
  kind: string,
  { as, part, title, from = [], due, ifDue, doneOn, who, departments }: CarriedDuty,
  record: AnyRecord,
  { postById, departmentById }: CalendarInput['relations'],
): Duty[] {
  const values = record as unknown as Values;
  const textAt = (key: string) => values[key] as string | undefined;
  if (ifDue === true && values[due] === undefined) return [];
  const acting = values[who] as string | readonly string[] | ActingBody | undefined;
  const { post, body, department } =
    typeof acting === 'string' ? { post: acting } : ((acting ?? {}) as ActingBody);
  return [
    duty({
      key: [kind, record.id, ...(part === undefined ? [] : [part])].join('/'),
      kind: dutyKindNamed(as),
      title: titled(title, values),
      from: from.map(textAt).find((day) => day !== undefined),
      due: textAt(due),
      doneOn: textAt(doneOn),
      posts: Array.isArray(acting) ? acting : post === undefined ? [] : [post],
      departments: [department ?? [], (values[departments] ?? []) as string | string[]].flat(),
      who: body ?? nameOf(department, departmentById) ?? nameOf(post, postById) ?? '',
      ref: record.ref,
    }),
  ];
}

function nameOf(
  id: string | undefined,
  byId: ReadonlyMap<string, { readonly name: string }>,
): string | undefined {
  return id === undefined ? undefined : (byId.get(id)?.name ?? id);
}

/** `处置预警 {id}：{summary}` with the values of the record; a last part that is absent leaves no colon. */
function titled(title: string, values: Values): string {
  const filled = title.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key];
    return typeof value === 'string' ? shortTitle(value) : '';
  });
  return filled.replace(/：$/, '');
}
