import type { z } from 'zod';

/** Days that can only follow one another, in the record or in what it keeps under one of its keys. */
type DateOrder = {
  /** A map or a list of the record. */
  readonly under?: string;
  /** Keys; with a name where the field's title does not say enough by itself. */
  readonly days: readonly (string | readonly [key: string, name: string])[];
};

/** Something to do that a record carries by itself: nobody need look at anything else. */
export type CarriedDuty = {
  /** Which kind of duty (事项类别) it is. */
  readonly as: string;
  /** Tells the duty apart where the record has others. */
  readonly part?: string;
  /** `处置预警 {id}：{summary}`: keys of the record; what follows the last one that is absent goes. */
  readonly title: string;
  /** The first of these days that is known. */
  readonly from?: readonly string[];
  readonly due: string;
  /** Only where a day is set. */
  readonly ifDue?: true;
  readonly doneOn: string;
  /** The post, posts or actor who has to act. */
  readonly who: string;
  readonly departments: string;
};

/** All that is particular to a kind of record, as data: everything that treats kinds alike reads it here. */
export type KindDescriptor = {
  /** Also the first part of the keys of its fields. */
  readonly id: string;
  readonly title: string;
  readonly schema: z.ZodType;
  /** Key of the list in a unit or record, name of its file, word for its rows. None: the unit itself. */
  readonly list?: string;
  /** The kind that keeps the list; absent: a file of its own. */
  readonly within?: string;
  /** Its ids need only differ within one parent, so that nothing else can refer to it. */
  readonly local?: true;
  /** Says what is, not what was: must not name what has ended, and is seen by every audience. */
  readonly standing?: true;
  /** Is a person: never named in messages, never a row. */
  readonly personal?: true;
  /** The field that a reader knows a record by where another names it; absent: its id. */
  readonly known?: string;
  /** A paper may have a sheet for each. */
  readonly sheet?: {
    /** In a list of papers: 监督检查. */
    readonly per: string;
    /** 每次检查一张. */
    readonly each: string;
    /** The field that a sheet is called by; absent: the record's id. */
    readonly name?: string;
    /** Stands for the whole unit, or for the posts, departments, … that the record singles out. */
    readonly covers?: true;
  };
  /** Records come by the first of these days that is known; absent: as they stand in the file. */
  readonly dated?: readonly string[];
  /** Records of the year that commands write, with ids that the program makes. */
  readonly numbered?: {
    /** `mt` gives mt-0001, mt-0002, … */
    readonly prefix: string;
    /** `review`: what it holds is bound to sign-offs. */
    readonly by: 'add' | 'review';
    /** Keys that a clerk is asked for first, dotted inside a map. */
    readonly asks: readonly string[];
  };
  readonly dates?: readonly DateOrder[];
  readonly carries?: CarriedDuty;
};
