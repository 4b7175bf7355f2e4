import type { z } from 'zod';
import { dayWritten } from '../../calendar/dates.ts';
import { UsageError } from '../../errors.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import type { Unit } from '../../model/project.ts';
import { elementOf, metaOf, schemaAt, shapeOf, typeOf } from '../../model/shape.ts';
import { kindNamed } from '../../model/kinds.ts';
import { listsWithIds } from '../../model/unit-records.ts';
import { suggest } from '../../util/suggest.ts';
import type { RecordFlag } from './record-flags.ts';

/** What was given for the flags of a record, by the flag's name: words, or true for a flag without any. */
export type GivenFlags = Readonly<Record<string, readonly string[] | true>>;

/** One value under the keys that lead to it. */
export type GivenValue = { readonly flag: RecordFlag; readonly value: unknown };

/** A record of the unit that others may name. */
type Named = { readonly id: string; readonly name: string };

/** The records of a kind that a unit has, with what a reader knows them by. */
export function recordsNamed(kind: Kind, unit: Unit): readonly Named[] {
  const { known } = KINDS[kind];
  const records = listsWithIds(unit).find((list) => list.kind === kind)?.records ?? [];
  return records.flatMap((record) => {
    const name = known === undefined ? undefined : Reflect.get(record, known);
    const { id, closed } = record;
    if (id === undefined || closed !== undefined) return [];
    return [{ id, name: typeof name === 'string' ? name : '' }];
  });
}

/** The values of flags, as a record holds them; of attachments the files, which the caller reads. */
export function fieldValues(
  flags: readonly RecordFlag[],
  given: GivenFlags,
  unit: Unit,
): readonly GivenValue[] {
  return flags.flatMap((flag) => {
    const words = given[flag.name];
    return words === undefined ? [] : [{ flag, value: valueOf(flag, words, unit) }];
  });
}

function valueOf(flag: RecordFlag, given: readonly string[] | true, unit: Unit): unknown {
  if (given === true) return true;
  const { shape, references, schema } = flag;
  const last = given.at(-1) ?? '';
  switch (shape) {
    case 'yes':
      return true;
    case 'text':
      if (references === undefined) return last;
      return one(idsIn(given).map((word) => idNamed(word, [references], unit, flag).id));
    case 'day':
      return dayIn(last, flag);
    case 'number':
      return numberIn(last, flag);
    case 'actor':
      return actorIn(last, flag, unit);
    case 'texts':
      return references === undefined
        ? given
        : idsIn(given).map((word) => idNamed(word, [references], unit, flag).id);
    case 'files':
      return given;
    case 'rows':
      return given.flatMap((words) => rowsIn(words, schema, flag, unit));
  }
}

/** Several of what a record has one of: a record for each. */
function one(ids: readonly string[]): string | readonly string[] {
  return ids.length === 1 ? ids[0]! : ids;
}

function idsIn(given: readonly string[]): string[] {
  return given.flatMap((words) => words.split(/[,，、\s]+/u)).filter((word) => word !== '');
}

function dayIn(word: string, { name }: RecordFlag): string {
  const day = dayWritten(word);
  if (day !== undefined) return day;
  throw new UsageError(`--${name}「${word}」不是日期`, '写成 2026-03-31、2026年3月31日的形式');
}

function numberIn(word: string, { name }: RecordFlag): number {
  if (word.trim() !== '' && Number.isFinite(Number(word))) return Number(word);
  throw new UsageError(`--${name}「${word}」应是数字`);
}

/** `cashier`, `post/cashier` or 出纳: the record of one of these kinds that a word names. */
function idNamed(word: string, kinds: readonly Kind[], unit: Unit, { name }: RecordFlag) {
  const found = lookUp(word, kinds, unit);
  if (found !== undefined) return found;
  // A record of another unit is looked for when the repository is checked.
  if (word.includes('/') || kinds.includes('unit')) return { kind: kinds[0]!, id: word };
  const known = kinds.flatMap((kind) => recordsNamed(kind, unit));
  const near = suggest(
    word,
    known.flatMap((record) => [record.id, record.name]),
  );
  const listed = known.map((record) => `${record.id}${record.name && `（${record.name}）`}`);
  throw new UsageError(
    `--${name}：没有${KINDS[kinds[0]!].title}「${word}」`,
    near === undefined ? `现有：${listed.join('、')}` : `您是否要写「${near}」`,
  );
}

function lookUp(word: string, kinds: readonly Kind[], unit: Unit) {
  const slash = word.indexOf('/');
  const prefix = word.slice(0, Math.max(0, slash));
  const wanted = kinds.filter((kind) => prefix === '' || kind === prefix);
  const bare = word.slice(slash + 1);
  const all = wanted.flatMap((kind) =>
    recordsNamed(kind, unit).map((record) => ({ kind, ...record })),
  );
  const exact = all.filter(({ id }) => id === bare);
  const found = exact.length > 0 ? exact : all.filter(({ name }) => name === bare);
  const [first, second] = found;
  if (second !== undefined) {
    const keys = found.map(({ kind, id }) => `${kind}/${id}`).join('、');
    throw new UsageError(`「${word}」不止一个`, `写明是哪一个：${keys}`);
  }
  return first;
}

/** A post, department or person of the unit by id or name; any other word is a body outside of it. */
function actorIn(word: string, { schema }: RecordFlag, unit: Unit): object {
  const kinds = Object.entries(shapeOf(schema)).flatMap(([, field]) => {
    const { references } = metaOf(field);
    return references === undefined ? [] : [kindNamed(references)];
  });
  const found = lookUp(word, kinds, unit);
  return found === undefined ? { body: word } : { [found.kind]: found.id };
}

/** `who=党员干部,count=12`; of maps with two keys also 党员干部=12,群众代表=3. */
function rowsIn(words: string, schema: z.ZodType, flag: RecordFlag, unit: Unit): object[] {
  const keys = Object.keys(shapeOf(schema));
  const pairs = words.split(/[,，](?=[\w.\u4e00-\u9fff]+=)/u).map((part) => {
    const [, key = '', value = ''] = /^([^=]*)=(.*)$/su.exec(part) ?? [];
    return { part, key, value };
  });
  const [first = '', second = ''] = keys;
  const areShort = keys.length === 2 && pairs.every(({ key }) => key !== '' && !keys.includes(key));
  if (areShort) {
    return pairs.map(({ key, value }) => ({
      [first]: scalarIn(key, schemaAt(schema, [first]), flag, unit),
      [second]: scalarIn(value, schemaAt(schema, [second]), flag, unit),
    }));
  }
  const row: Record<string, unknown> = {};
  for (const { part, key, value } of pairs) {
    const path = key.split('.');
    const field = key === '' ? undefined : schemaAt(schema, path);
    if (field === undefined) {
      throw new UsageError(
        `--${flag.name}「${part}」看不懂`,
        `写成「键=值」，用逗号隔开；键有：${keysTold(schema)}`,
      );
    }
    setAt(row, path, scalarIn(value, field, flag, unit));
  }
  return [row];
}

/** `who（参加人员）、count`. */
export function keysTold(schema: z.ZodType): string {
  return Object.entries(shapeOf(schema))
    .map(([key, field]) => {
      const { title } = metaOf(field);
      return title === undefined ? key : `${key}（${title}）`;
    })
    .join('、');
}

function scalarIn(
  word: string,
  schema: z.ZodType | undefined,
  flag: RecordFlag,
  unit: Unit,
): unknown {
  if (schema === undefined) return word;
  const { references } = metaOf(schema);
  const element = elementOf(schema);
  if (element !== undefined) {
    return word.split('、').map((part) => scalarIn(part, element, flag, unit));
  }
  if (references !== undefined) return idNamed(word, [kindNamed(references)], unit, flag).id;
  if (typeOf(schema) === 'number') return numberIn(word, flag);
  if (schema.safeParse('2026-03-31').success && !schema.safeParse('x').success) {
    return dayIn(word, flag);
  }
  return word;
}

/** Sets a value under keys, making the maps between. */
export function setAt(
  record: Record<string, unknown>,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) record[key] = value;
  else setAt((record[key] ??= {}) as Record<string, unknown>, rest, value);
}
