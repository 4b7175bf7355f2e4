import type { Day } from '../dates.ts';

/** What the calendar need know of sign-offs: how far each point and each subject has come, and when. */
export type SignedSteps = {
  readonly points: ReadonlyMap<string, PointSteps>;
  /** Everything that is to be signed for, with the day on which the last step agreed; undefined: not yet. */
  readonly subjects: readonly {
    readonly key: string;
    readonly name: string;
    readonly through: Day | undefined;
  }[];
};

export type PointSteps = {
  /** Stages of the review chain, in order. */
  readonly chain: readonly string[];
  /** The days on which a stage agreed to it, by stage. */
  readonly agreed: ReadonlyMap<string, readonly Day[]>;
};

/**
 * The stage of a point's chain that must be behind it: the last of those named, or of the whole chain
 * where none is named; undefined: none of them is in its chain.
 */
export function stageAsked({ chain }: PointSteps, after: readonly string[]): string | undefined {
  return after.length === 0 ? chain.at(-1) : chain.findLast((stage) => after.includes(stage));
}

/** Whether a stage had agreed to a point by a day. */
export function hasPassed({ agreed }: PointSteps, stage: string, by: Day): boolean {
  return agreed.get(stage)?.some((day) => day <= by) === true;
}
