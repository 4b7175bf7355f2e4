import type { Entity } from '../../model/common.ts';
import type { Evaluation } from '../../model/kinds/year/evaluation.ts';
import type { Person } from '../../model/kinds/person.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { NestedKind, ParentOf, RecordOf, ShownKind, UnitList } from '../../model/kinds.ts';
import type { Unit } from '../../model/project.ts';
import type { SchemeDuty } from '../../model/scheme-duty.ts';
import type { Audience, Level, Scheme, SchemePaper, Tone } from '../../model/scheme.ts';
import type { Assessment } from '../../scheme/assessment.ts';
import type { Relations } from '../../scheme/relations.ts';
import type { SignOffStates } from '../../signoff/states/sign-off-states.ts';

/** What became of a point since the earlier edition. */
export type RiskChange = {
  readonly kind: '新增' | '升级' | '降级' | '定级' | '销号';
  /** The point as it is today; one that is gone, as it was. */
  readonly risk: RiskRecord;
  /** The point as it was; undefined: it is new. */
  readonly earlier: RiskRecord | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
};

/** A question of a test with its key. Nothing is drawn by lot: the same data ask the same. */
export type Question = {
  readonly number: number;
  readonly kind: '单项选择题' | '判断题';
  readonly text: string;
  /** Without their letters. */
  readonly options: readonly string[];
  /** Place of the right one among the options. */
  readonly right: number;
};

/** A person in post, or an empty seat; with several posts where one person holds them. */
export type Holder = {
  /** The person's id; undefined for a seat that nobody is named for. */
  readonly id: string | undefined;
  readonly person: Entity<Person> | undefined;
  readonly since: string | undefined;
  /** The post that the sheet or row is named after, and all that this person holds. */
  readonly posts: readonly Entity<Post>[];
  /** Counted from 1 where the post has several seats, else undefined. */
  readonly seat: number | undefined;
};

/** A record of a kind; one that stands inside another with that one, and its number there. */
type KindRecord<Of extends ShownKind> = Of extends NestedKind
  ? RecordOf<Of> & { readonly number: number } & {
      readonly [Parent in ParentOf<Of>]: Entity<RecordOf<Parent>>;
    }
  : Entity<RecordOf<Of>>;
type KindRecords = { readonly [Of in ShownKind]: KindRecord<Of> };
type EvaluationItem = Evaluation['items'][number] & { readonly number: number };
export type PaperEntry = SchemePaper & {
  readonly per: string | undefined;
  readonly sheets: number | undefined;
};

/** What a paper shows beside the records of a unit, made from them or from the scheme. */
type ViewRecords = {
  readonly holder: Holder;
  readonly leader: Entity<Post>;
  readonly item: EvaluationItem;
  readonly level: Level;
  readonly paper: PaperEntry;
  readonly stage: Scheme['stages'][number];
  readonly category: Scheme['categories'][number];
  readonly method: Scheme['identification']['methods'][number];
  readonly standard: Scheme['factors'][string];
  readonly cadence: SchemeDuty;
  readonly channel: { readonly name: string };
  readonly grade: { readonly name: string };
  readonly responsibility: Scheme['responsibility'][number];
  readonly reviewStep: Scheme['reviews'][number]['steps'][number] & {
    readonly chain: Scheme['reviews'][number];
    readonly number: number;
  };
  readonly question: Question;
  readonly change: RiskChange;
};

/** The things that fields are about; the first part of every dotted key names one. */
export type Records = KindRecords & ViewRecords;
export type FieldSubject = keyof Records;
/** A record that some field may be about. */
export type RowRecord = Records[FieldSubject];

/** Everything a field may look at beside its own record. */
export type FieldContext = {
  readonly unit: Unit;
  readonly scheme: Scheme;
  readonly relations: Relations;
  readonly assessment: Assessment;
  readonly audience: Audience;
  /** The year of work, '' where the repository names none. */
  readonly edition: string;
  /** Whether this audience may read a person's name in this field. */
  readonly showsNames: (field: string) => boolean;
  readonly paperEntries: readonly PaperEntry[];
  /** The unit as it was in an earlier edition, where one is compared with. */
  readonly earlier: EarlierContext | undefined;
  /** What became of its points since then; none without an earlier edition. */
  readonly changes: readonly RiskChange[];
  /** Where everything stands in its review chain, read off the whole unit, whoever the paper is for. */
  readonly signOffs: () => SignOffStates;
};

/** An earlier edition, cut down to the same audience. */
export type EarlierContext = {
  readonly unit: Unit;
  readonly assessment: Assessment;
  /** Its year, where it says one. */
  readonly edition: string | undefined;
};

/** Where a point on a sheet comes from: the subject itself, everybody, or a department in charge. */
export type Origin = '个性' | '共性' | '分管部门';

/** What a field says of one record, before it is numbered or joined. */
export type FieldValue =
  string | number | undefined | readonly string[] | { readonly level: string; readonly tone: Tone };

/** Says whether a gathered record is wanted (`where` of a column). */
export type Filter = (record: object) => boolean;

export type Field = FieldOf<FieldSubject>;

/** A field about one of the named subjects. */
export type FieldOf<Name extends FieldSubject> = {
  readonly [Subject in Name]: SpecialMarks & {
    readonly subject: Subject;
    readonly value: (
      record: Records[Subject],
      context: FieldContext,
      more: { readonly filter: Filter | undefined; readonly origin: Origin | undefined },
    ) => FieldValue;
    /** Place of a value in an order of the data or the scheme, for sorting. */
    readonly rank: ((record: Records[Subject], context: FieldContext) => number) | undefined;
  };
}[Name];

type SpecialMarks = {
  /** `risk.manifestation`: permanent, also the key in CSV and JSON. */
  readonly key: string;
  readonly header: string;
  /** Covered by sign-offs: a change makes them stale. */
  readonly signed: boolean;
  /** Names a person, or may where the audience is allowed to read names. */
  readonly personal: boolean;
  /** The widest audience that may see it unless the scheme says otherwise. */
  readonly audience: Audience;
  /** Short values stand in one line with 、; others are items of a list. */
  readonly inline: boolean;
  /** Usual width in half Han characters; absent: takes a share of what is left. */
  readonly width: number | undefined;
  readonly align: 'left' | 'center';
  /** The records that `where` chooses from, for fields that gather several. */
  readonly gathers: FieldSubject | PlainlyGathered | undefined;
  /** The kind of record without which the value says nothing, where it is not the subject's own. */
  readonly restsOn?: RestingOn | undefined;
};
/** What is gathered without fields of its own, with the keys that a filter may name. */
export const PLAINLY_GATHERED = {
  rating: ['stage', 'level', 'computed', 'body', 'on', 'reason'],
  score: ['rater', 'score'],
  vote: ['option', 'count'],
  part: ['part', 'stage'],
  stageLevel: ['stage', 'level', 'on'],
} as const;
type PlainlyGathered = keyof typeof PLAINLY_GATHERED;

export function isPlainlyGathered(
  gathered: FieldSubject | PlainlyGathered,
): gathered is PlainlyGathered {
  return Object.hasOwn(PLAINLY_GATHERED, gathered);
}

/** A kind of record of the year that a statement may rest on. */
export type RestingOn = UnitList;
/** A risk point with the place it was read from. */
export type RiskRecord = Records['risk'];

/** One vocabulary for tables, texts, redaction, sign-off, forms and documentation. */
export type Fields = {
  /** The field of a key, also one that the scheme declares (`risk.extra.…`, `risk.factor.…`). */
  readonly find: (key: string) => Field | undefined;
  readonly all: readonly Field[];
};
