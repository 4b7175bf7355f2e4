import type { z } from 'zod';
import type { UsualWords, WordList } from '../../model/common.ts';
import { common } from '../../model/common.ts';
import type { Kind } from '../../model/kinds.ts';
import { KIND_NAMES, KINDS, kindNamed } from '../../model/kinds.ts';
import { isActor } from '../../model/schema-fields.ts';
import { elementOf, enumeratedIn, metaOf, shapeOf, typeOf } from '../../model/shape.ts';

/** How the words of a flag are read. `rows`: maps, each as `键=值,键=值`; `files`: attachments. */
type FlagShape = 'text' | 'day' | 'number' | 'yes' | 'actor' | 'texts' | 'rows' | 'files';

/** One field of a record as a flag of the command line, or a question. */
export type RecordFlag = {
  /** Keys that lead to the value: `published.place`. */
  readonly path: readonly string[];
  /** `published-place`. */
  readonly name: string;
  readonly title: string;
  readonly shape: FlagShape;
  readonly schema: z.ZodType;
  readonly references: Kind | undefined;
  readonly words: WordList | undefined;
  readonly usual: UsualWords | undefined;
  /** The only words that it takes, whatever the scheme. */
  readonly choices: readonly string[];
  readonly needed: boolean;
  /** Covered by sign-offs: a later change would make them stale. */
  readonly signed: boolean;
};

/** Keys that no clerk writes when a thing is done. */
const LEFT = new Set(Object.keys(common).filter((key) => key !== 'remark'));
/** Flags of the command itself. */
const TAKEN = new Set(['unit', 'all', 'dry-run', 'json', 'help', 'input']);

/** Kinds of records that `add` writes, in the order in which they are listed everywhere. */
export const ADDED_KINDS = KIND_NAMES.filter((kind) => KINDS[kind].numbered?.by === 'add');
/** Kinds of records that may be completed later. */
export const COMPLETED_KINDS = KIND_NAMES.filter(
  (kind) => KINDS[kind].numbered !== undefined || kind === 'measure',
);

/** The kind that keeps records of this one, where that is no list of the unit. */
export function parentOf(kind: Kind): Kind | undefined {
  const { within } = KINDS[kind];
  return within === undefined ? undefined : kindNamed(within);
}

/** Every field of a kind that a command writes, in the order of its schema. */
export function flagsOf(kind: Kind): readonly RecordFlag[] {
  const fields = Object.entries(shapeOf(KINDS[kind].schema));
  return fields.flatMap(([key, schema]) => (LEFT.has(key) ? [] : flagsAt([key], schema)));
}

function flagsAt(path: readonly string[], schema: z.ZodType): readonly RecordFlag[] {
  const { title = path.at(-1)!, references, words, usual, needed, digest, signed } = metaOf(schema);
  const element = elementOf(schema);
  const inner = shapeOf(schema);
  if (digest === true || KIND_NAMES.some((kind) => KINDS[kind].schema === element)) return [];
  const acted = element === undefined && isActor(schema);
  if (!acted && Object.keys(inner).length > 0) {
    return Object.entries(inner).flatMap(([key, field]) =>
      flagsAt([...path, key], field).map((flag) => ({ ...flag, title: `${title}：${flag.title}` })),
    );
  }
  const shape = acted ? 'actor' : shapeOfFlag(path, schema);
  if (shape === undefined) return [];
  const name = path.map(kebab).join('-');
  const meta = element === undefined ? {} : metaOf(element);
  const of = references ?? meta.references;
  return [
    {
      path,
      name: TAKEN.has(name) ? `of-${name}` : name,
      title,
      shape,
      schema: element ?? schema,
      references: of === undefined ? undefined : kindNamed(of),
      words: words ?? meta.words,
      usual,
      choices: enumeratedIn(schema),
      needed: needed === true,
      signed: signed !== undefined,
    },
  ];
}

function shapeOfFlag(path: readonly string[], schema: z.ZodType): FlagShape | undefined {
  const element = elementOf(schema);
  if (path[0] === 'attachments') return 'files';
  if (element !== undefined) return Object.keys(shapeOf(element)).length > 0 ? 'rows' : 'texts';
  switch (typeOf(schema)) {
    case 'string':
      return isDayField(schema) ? 'day' : 'text';
    case 'enum':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
    case 'literal':
      return 'yes';
    default:
      return undefined;
  }
}

function isDayField(schema: z.ZodType): boolean {
  return schema.safeParse('2026-03-31').success && !schema.safeParse('2026-03-32').success;
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
