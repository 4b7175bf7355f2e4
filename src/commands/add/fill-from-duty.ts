import type { CalendarInput } from '../../calendar/calendar-input.ts';
import { isBody } from '../../calendar/obligations/deed-faults.ts';
import { UsageError } from '../../errors.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import type { SchemeDuty } from '../../model/scheme-duty.ts';
import { isActor } from '../../model/schema-fields.ts';
import { metaOf, shapeOf } from '../../model/shape.ts';
import { suggest } from '../../util/suggest.ts';
import type { Draft } from './record-draft.ts';

/** A draft with what the duty that it names says already: the method or kind, by whom, to whom. */
export function withDuty(kind: Kind, draft: Draft, { scheme }: CalendarInput): Draft {
  const named = (draft['duty'] ?? []) as readonly string[];
  const duties = named.map((id) => dutyNamed(id, kind, scheme.duties));
  const [duty] = duties;
  if (duty === undefined) return draft;
  const shape = shapeOf(KINDS[kind].schema);
  const said: Record<string, unknown> = {};
  const say = (key: string, value: unknown) => {
    if (key in shape && draft[key] === undefined && value !== undefined) said[key] = value;
  };
  const word = duty.kinds.length === 1 ? duty.kinds[0] : undefined;
  say('method', word);
  if (metaOf(shape['kind'] ?? shape['id']!).usual !== undefined || kind === 'meeting') {
    say('kind', word);
  }
  if (metaOf(shape['title'] ?? shape['id']!).needed === true) say('title', duty.title);
  if (duty.by !== undefined && isBody(duty.by) && isActorField(shape['by'])) {
    say('by', { body: duty.by });
  }
  if (duty.to !== undefined && isActorField(shape['to'])) say('to', { body: duty.to });
  return { duty: draft['duty'], ...said, ...draft };
}

function isActorField(schema: Parameters<typeof isActor>[0] | undefined): boolean {
  return schema !== undefined && isActor(schema);
}

/** A duty that a record of this kind may discharge. */
function dutyNamed(id: string, kind: Kind, duties: readonly SchemeDuty[]): SchemeDuty {
  const fitting = duties.filter(({ record }) => record.some((one) => one === kind));
  const duty = fitting.find((one) => one.id === id);
  if (duty !== undefined) return duty;
  const near = suggest(
    id,
    fitting.map((one) => one.id),
  );
  const listed = fitting.map((one) => `${one.id}（${one.title}）`).join('、');
  throw new UsageError(
    `方案没有由${KINDS[kind].title}办结的「${id}」`,
    near !== undefined ? `您是否要写「${near}」` : listed === '' ? undefined : `有：${listed}`,
  );
}
