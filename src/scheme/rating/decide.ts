import type { z } from 'zod';
import type { ratings as ratingsSchema } from '../../model/common.ts';
import type { Assessed, Reason } from '../assessment.ts';

export type RecordedRatings = z.infer<typeof ratingsSchema>;

/** A record that the scheme does not rate (不评级). */
export function notRated(text: string): Assessed {
  return {
    computed: undefined,
    decided: undefined,
    level: undefined,
    status: 'notRated',
    reasons: [{ kind: 'outcome', text }],
    missing: [],
  };
}

/** A record of which it cannot be told yet what its level hangs on. */
export function unrated(label: string, possible: readonly string[]): Assessed {
  return {
    computed: undefined,
    decided: undefined,
    level: undefined,
    status: 'unrated',
    reasons: [{ kind: 'outcome', text: `缺少「${label}」，未评定` }],
    missing: [label],
    possible,
  };
}

/** The level of a point that follows the level of its post or power. */
export function inherited(from: Assessed, text: string): Assessed {
  return {
    ...from,
    computed: from.level,
    decided: undefined,
    reasons: [{ kind: 'rule', text }, ...from.reasons],
  };
}

/**
 * Lays what a body decided over what was computed. The last decision counts. One that is no level
 * of the scheme leaves the record unrated: it is reported and must never be printed as a level.
 */
export function withDecision(
  computed: Assessed,
  ratings: RecordedRatings,
  levels: ReadonlySet<string>,
): Assessed {
  const last = ratings.at(-1);
  if (last === undefined) return computed;
  const isLevel = levels.has(last.level);
  const counts = isLevel && computed.status !== 'notRated';
  return {
    ...computed,
    decided: last.level,
    level: counts ? last.level : undefined,
    status: computed.status === 'notRated' ? 'notRated' : counts ? 'rated' : 'unrated',
    reasons: [...computed.reasons, decision(last, computed.computed, isLevel)],
  };
}

function decision(
  last: RecordedRatings[number],
  computed: string | undefined,
  isLevel: boolean,
): Reason {
  const who = last.body ?? '';
  const when = last.on === undefined ? '' : `${last.on} `;
  const decided = `${when}${who}在「${last.stage}」中定为${last.level}`;
  if (!isLevel) return { kind: 'outcome', text: `${decided}，但方案没有这一等级` };
  if (computed === undefined || computed === last.level) return { kind: 'outcome', text: decided };
  const reason = last.reason === undefined ? '没有写明理由' : `理由：${last.reason}`;
  return { kind: 'outcome', text: `${decided}，与计算的${computed}不同，${reason}` };
}
