import type { z } from 'zod';
import type { Entity } from './common.ts';
import type { KindDescriptor } from './kind-descriptor.ts';
import { commitment } from './kinds/year/commitment.ts';
import { department } from './kinds/department.ts';
import { evaluation } from './kinds/year/evaluation.ts';
import { filing } from './kinds/year/filing.ts';
import { finding } from './kinds/year/finding.ts';
import { inspection } from './kinds/year/inspection.ts';
import { letter } from './kinds/year/letter.ts';
import { measure } from './kinds/measure.ts';
import { meeting } from './kinds/year/meeting.ts';
import { notice } from './kinds/year/notice.ts';
import { person } from './kinds/person.ts';
import { post } from './kinds/post.ts';
import { power } from './kinds/power.ts';
import { rectification } from './kinds/year/rectification.ts';
import { regulation } from './kinds/regulation.ts';
import { review } from './kinds/year/review.ts';
import { risk } from './kinds/risk.ts';
import { rotation } from './kinds/year/rotation.ts';
import { step } from './kinds/step.ts';
import { unit } from './kinds/unit.ts';
import { warning } from './kinds/year/warning.ts';

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
  meeting,
  rotation,
} as const;

type Register = typeof REGISTER;
export type Kind = keyof Register;
/** A record of a kind, as its schema reads it. */
export type RecordOf<Of extends Kind> = z.output<Register[Of]['schema']>;

/** Kinds whose descriptor says so much: `KindWith<{ sheet: object }>`. */
type KindWith<Trait> = { [Of in Kind]: Register[Of] extends Trait ? Of : never }[Kind];
type ListedKind = KindWith<{ readonly list: string }>;
type FileKind = Exclude<ListedKind, KindWith<{ readonly within: string }>>;
/** Kinds whose records stand inside those of another. */
export type NestedKind = Exclude<KindWith<{ readonly within: string }>, 'department'>;
/** The kind that keeps the records of another. */
export type ParentOf<Of extends NestedKind> = Register[Of]['within'];
/** Kinds of which papers show fields: persons are only ever named as holders of a post. */
export type ShownKind = Exclude<Kind, KindWith<{ readonly personal: true }>>;
type RowedKind = Extract<ShownKind, ListedKind>;
/** What the rows of a kind are called: `risks`. */
export type KindRows = Register[RowedKind]['list'];
/** Kinds that say what is, to which a scheme may add fields. */
export type StandingKind = Exclude<
  Extract<ShownKind, KindWith<{ readonly standing: true }>>,
  NestedKind
>;
export type SheetKind = KindWith<{ readonly sheet: object }>;
/** Kinds whose sheets stand for the whole unit, or for what the record singles out. */
export type CoveringKind = KindWith<{ readonly sheet: { readonly covers: true } }>;

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
export const SHOWN_KINDS = KIND_NAMES.filter(
  (kind): kind is ShownKind => KINDS[kind].personal !== true,
);
export const STANDING_KINDS = SHOWN_KINDS.filter(
  (kind): kind is StandingKind => KINDS[kind].standing === true && !isNested(kind),
);
export const SHEET_KINDS = KIND_NAMES.filter(
  (kind): kind is SheetKind => KINDS[kind].sheet !== undefined,
);
/** The kind of the rows of a name. */
export const KIND_OF_ROWS = Object.fromEntries(
  SHOWN_KINDS.flatMap((kind) => {
    const { list } = KINDS[kind];
    return list === undefined ? [] : [[list, kind]];
  }),
) as Readonly<Record<KindRows, RowedKind>>;

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
  if (!isKind(name)) throw new Error(`no kind of record is called ${name}`);
  return name;
}

/** Whether records of a kind stand inside others and not in a list of the unit. */
export function isNested(kind: Kind): kind is NestedKind {
  const { within } = KINDS[kind];
  return within !== undefined && within !== 'unit';
}

export function isKind(name: string): name is Kind {
  return Object.hasOwn(REGISTER, name);
}
