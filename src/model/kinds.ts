import type { z } from 'zod';
import type { Entity } from './common.ts';
import type { KindDescriptor } from './kind-descriptor.ts';
import { commitment } from './kinds/commitment.ts';
import { department } from './kinds/department.ts';
import { evaluation } from './kinds/evaluation.ts';
import { filing } from './kinds/filing.ts';
import { finding } from './kinds/finding.ts';
import { inspection } from './kinds/inspection.ts';
import { letter } from './kinds/letter.ts';
import { measure } from './kinds/measure.ts';
import { notice } from './kinds/notice.ts';
import { person } from './kinds/person.ts';
import { post } from './kinds/post.ts';
import { power } from './kinds/power.ts';
import { rectification } from './kinds/rectification.ts';
import { regulation } from './kinds/regulation.ts';
import { review } from './kinds/review.ts';
import { risk } from './kinds/risk.ts';
import { step } from './kinds/step.ts';
import { unit } from './kinds/unit.ts';
import { warning } from './kinds/warning.ts';

/** The register of kinds: every kind of record, in the order in which they are listed everywhere. */
const REGISTER = {
  unit,
  department,
  person,
  post,
  power,
  step,
  risk,
  measure,
  regulation,
  review,
  commitment,
  notice,
  filing,
  inspection,
  finding,
  warning,
  rectification,
  letter,
  evaluation,
} as const;

type Register = typeof REGISTER;
export type Kind = keyof Register;
/** A record of a kind, as its schema reads it. */
export type RecordOf<Of extends Kind> = z.output<Register[Of]['schema']>;

/** Kinds whose descriptor says so much: `KindWith<{ sheet: object }>`. */
export type KindWith<Trait> = { [Of in Kind]: Register[Of] extends Trait ? Of : never }[Kind];
/** The kind that keeps the records of another. */
export type ParentOf<Of extends Kind> = Register[Of] extends { readonly within: infer Parent }
  ? Extract<Parent, Kind>
  : never;
type ListedKind = KindWith<{ readonly list: string }>;
type NestedKind = Exclude<KindWith<{ readonly within: string }>, 'department'>;
type FileKind = Exclude<ListedKind, KindWith<{ readonly within: string }>>;

/** The lists of a unit: a file each, and its departments. */
export type UnitLists = {
  readonly [Of in Exclude<ListedKind, NestedKind> as Register[Of]['list']]: readonly Entity<
    RecordOf<Of>
  >[];
};
export type UnitList = keyof UnitLists;
/** The lists that have a file of their own. */
export type RecordFile = Register[FileKind]['list'];

export const KINDS: Readonly<Record<Kind, KindDescriptor>> = REGISTER;
export const KIND_NAMES = Object.keys(REGISTER) as readonly Kind[];

/** The file in which records of a kind stand. */
export const FILE_OF = Object.fromEntries(
  KIND_NAMES.map((kind) => [kind, fileOf(KINDS[kind])]),
) as Readonly<Record<Kind, RecordFile | 'unit'>>;

function fileOf({ within, list = 'unit' }: KindDescriptor): string {
  return within === undefined ? list : fileOf(KINDS[kindNamed(within)]);
}

/** The files of lists, `people` and so on, with the kind of their records. */
export const RECORD_FILES = KIND_NAMES.flatMap((kind) => {
  const file = FILE_OF[kind];
  return KINDS[kind].list === file && file !== 'unit'
    ? [{ file, kind, schema: KINDS[kind].schema }]
    : [];
});

/** The kind of a name that a descriptor or a field gives; one that there is not is a fault of the model. */
export function kindNamed(name: string): Kind {
  const kind = KIND_NAMES.find((known) => known === name);
  if (kind === undefined) throw new Error(`no kind of record is called ${name}`);
  return kind;
}
