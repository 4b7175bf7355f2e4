/** Where a rule comes from: a clause of the notice, what the scheme says of it, and whether it is its own. */
export type Citation = {
  readonly clause?: string;
  readonly note?: string;
  readonly assumed?: true;
};

/** One line of the path from inputs to a level, in plain Chinese. */
export type Reason = Citation & {
  /** What a record says, the rule that applied to it, or what follows. */
  readonly kind?: 'input' | 'rule' | 'outcome';
  readonly text: string;
};

/** The level of one record: what the scheme computes and what a body decided. */
export type Assessed = {
  /** What the scheme's method gives; undefined: 未评定, some factor that matters is missing. */
  readonly computed: string | undefined;
  /** The last level that a body recorded in `ratings`, if any. */
  readonly decided: string | undefined;
  /** What counts: the decided level, else the computed one. */
  readonly level: string | undefined;
  /** `notRated`: the scheme does not rate this record (不评级). */
  readonly status: 'rated' | 'unrated' | 'notRated';
  readonly reasons: readonly Reason[];
  /** Labels of the factors that are missing and matter. */
  readonly missing: readonly string[];
  /** While some are missing: the levels that it may still become, gravest first. */
  readonly possible?: readonly string[];
};

/** The levels of one unit under its scheme. */
export type Assessment = {
  /** Every open risk point has an entry. */
  readonly risks: ReadonlyMap<string, Assessed>;
  /** Posts and powers, where the scheme rates them. */
  readonly posts: ReadonlyMap<string, Assessed>;
  readonly powers: ReadonlyMap<string, Assessed>;
};
