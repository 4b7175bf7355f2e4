import type { Review } from '../../model/kinds/year/review.ts';
import type { ItemProgress, SignState } from '../../signoff/states/progress.ts';
import { SIGN_STATES } from '../../signoff/states/progress.ts';
import type { PointState } from '../../signoff/states/sign-off-states.ts';
import { keyOfReview } from '../../signoff/steps/subjects.ts';
import { allOf, risksOn } from '../rows/risk-rows.ts';
import type { Scope } from '../rows/row-scope.ts';
import { distinct, levelWord } from './field-values.ts';
import type { FieldContext, Records, FieldSubject } from './field.ts';
import type { Special } from './vocabulary.ts';

type Signed = Extract<FieldSubject, 'risk' | 'post' | 'department'>;

/**
 * Where a record stands in its review chain (审核): its state, the step that comes next, when it was last
 * decided. For internal use; blank under a scheme without a chain.
 */
export function signOffSpecials<Name extends Signed>(
  kind: Name,
): Readonly<Record<string, Special<Name>>> {
  return {
    signState: {
      header: '审核状态',
      inline: true,
      restsOn: 'reviews',
      value: (record, context) => {
        const state = placeOf(kind, record, context)?.state;
        return state && SIGN_STATES[state];
      },
    },
    nextStage: {
      header: '下一审核环节',
      inline: true,
      value: (record, context) => placeOf(kind, record, context)?.next,
    },
    signedOn: {
      header: '最近审核日期',
      inline: true,
      restsOn: 'reviews',
      value: (record, context) => placeOf(kind, record, context)?.on,
    },
  };
}

/** The levels that the steps of a chain saw and the one that was decided (审定), for what is rated. */
export function steppedLevels<Name extends 'risk' | 'post'>(
  kind: Name,
): Readonly<Record<string, Special<Name>>> {
  return {
    stageLevel: {
      header: '各环节等级',
      inline: true,
      gathers: 'stageLevel',
      restsOn: 'reviews',
      value: (record, context, { filter }) =>
        steppedRatings(kind, record, context)
          .filter((one) => filter?.(one) ?? true)
          .map(({ level }) => level)
          .slice(-1),
    },
    stageOn: {
      header: '各环节日期',
      inline: true,
      gathers: 'stageLevel',
      restsOn: 'reviews',
      value: (record, context, { filter }) =>
        steppedRatings(kind, record, context)
          .filter((one) => filter?.(one) ?? true)
          .flatMap(({ on }) => on ?? [])
          .slice(-1),
    },
    /** Blank until a body has decided it, or the chain is through and nothing has changed since. */
    decidedLevel: {
      header: '审定等级',
      inline: true,
      restsOn: 'reviews',
      value: (record, context) => {
        const { scheme, assessment } = context;
        const assessed = (kind === 'risk' ? assessment.risks : assessment.posts).get(record.id);
        const isSigned = placeOf(kind, record, context)?.state === 'valid';
        const level = assessed?.decided ?? (isSigned ? assessed?.level : undefined);
        return level === undefined ? undefined : levelWord(level, scheme);
      },
    },
  };
}

/** What was found of the parts that a step reviews one by one: √, or × where it was returned for that. */
export const partChecks: Special<'risk'> = {
  header: '逐项审核结果',
  inline: true,
  gathers: 'part',
  restsOn: 'reviews',
  value: (risk, context, { filter }) => {
    const point = context.signOffs().byRisk.get(risk.id);
    if (point === undefined) return undefined;
    const { chain } = point.owner;
    return chain.steps.flatMap(({ stage, parts }, index) =>
      parts.flatMap(({ id }) => {
        if (filter?.({ part: id, stage }) === false) return [];
        const { next, track } = point.progress;
        const isReturned = track.returned?.stage === stage && track.returned.returned.includes(id);
        return next > index ? ['√'] : isReturned ? ['×'] : [];
      }),
    );
  },
};

/** The points that a paper speaks of, and the day as of which it speaks; without one, as they stand now. */
type SpeaksOf<Name extends FieldSubject> = {
  readonly sheetOf: (record: Records[Name]) => Scope;
  readonly dayOf?: (record: Records[Name]) => string | undefined;
  /** Who may read it; absent: inside only. */
  readonly audience?: Special<Name>['audience'];
};

/** What a notice or report may say of the review of the points that it speaks of. */
export function reviewOfPoints<Name extends FieldSubject>({
  sheetOf,
  dayOf,
  audience,
}: SpeaksOf<Name>): Readonly<
  Record<'passed' | 'signed' | 'unsigned' | 'unreviewed', Special<Name>>
> {
  const pointsOf = (record: Records[Name], context: FieldContext): PointReview[] => {
    const sheet = sheetOf(record);
    const { byRisk } = context.signOffs();
    return risksOn(sheet, allOf(sheet), context).flatMap(({ risk }) => {
      const point = byRisk.get(risk.id);
      return point === undefined ? [] : [reviewOf(point, dayOf?.(record))];
    });
  };
  const open = audience === undefined ? {} : { audience };
  const count = (header: string, isWanted: (point: PointReview) => boolean): Special<Name> => ({
    ...open,
    header,
    value: (record, context) =>
      context.scheme.reviews.length === 0
        ? undefined
        : pointsOf(record, context).filter(isWanted).length,
  });
  return {
    /** The steps that all of them have behind them, as they stand there. */
    passed: {
      ...open,
      header: '审核记录',
      inline: true,
      restsOn: 'reviews',
      value: (record, context) => {
        const points = pointsOf(record, context);
        const stages = distinct(points.flatMap(({ steps }) => steps));
        return stages.filter((stage) =>
          points.every(({ steps, behind }) => !steps.includes(stage) || behind.includes(stage)),
        );
      },
    },
    signed: count('已审定数', ({ isThrough }) => isThrough),
    unsigned: count('未审定数', ({ isThrough }) => !isThrough),
    unreviewed: count('未经审核数', ({ behind }) => behind.length === 0),
  };
}

/** Steps at which somebody reviews the point, and those of them that it has behind it. */
type PointReview = {
  readonly steps: readonly string[];
  readonly behind: readonly string[];
  readonly isThrough: boolean;
};

function reviewOf({ owner, progress }: PointState, day: string | undefined): PointReview {
  const { steps } = owner.chain;
  const passed = steps.slice(0, progress.next).filter(({ stage }) => {
    const on = progress.track.round.get(stage)?.on;
    return day === undefined || (on !== undefined && on <= day);
  });
  const reviewing = (some: typeof steps) =>
    some.filter(({ kind }) => kind !== 'collect').map(({ stage }) => stage);
  return {
    steps: reviewing(steps),
    behind: reviewing(passed),
    isThrough: progress.state === 'valid' && passed.length === steps.length,
  };
}

/** What a record of a review is of, by name. */
export const reviewedSubject: Special<'review'> = {
  header: '审核对象',
  inline: true,
  value: (review, context) => {
    const { bySubject } = context.signOffs();
    return bySubject.get(keyOfReview(review))?.subject.name ?? nameOfUnit(review, context);
  },
};

function nameOfUnit({ of }: Review, { unit }: FieldContext): string | undefined {
  return of.unit === true ? (unit.info.shortName ?? unit.info.name) : undefined;
}

type SteppedRating = {
  readonly stage: string;
  readonly level: string;
  readonly on: string | undefined;
};

/** The levels of each step: as a body recorded them, else as the step signed for them. */
function steppedRatings(
  kind: 'risk' | 'post',
  record: Records['risk' | 'post'],
  context: FieldContext,
): SteppedRating[] {
  const recorded = record.ratings.map(({ stage, level, on }) => ({ stage, level, on }));
  const stages = new Set(recorded.map(({ stage }) => stage));
  const progress =
    kind === 'risk'
      ? context.signOffs().byRisk.get(record.id)?.progress
      : context.signOffs().bySubject.get(`post/${record.id}`)?.items[0];
  const signed = [...(progress?.track.round ?? [])].flatMap(([stage, review]): SteppedRating[] => {
    const level = review.levels[progress?.item.key ?? ''];
    return level === undefined || stages.has(stage) ? [] : [{ stage, level, on: review.on }];
  });
  return [...recorded, ...signed];
}

type SignOffPlace = {
  readonly state: SignState;
  readonly next: string | undefined;
  readonly on: string | undefined;
};

function placeOf(
  kind: Signed,
  { id }: Records[Signed],
  { scheme, signOffs }: FieldContext,
): SignOffPlace | undefined {
  if (scheme.reviews.length === 0) return undefined;
  const { bySubject, byRisk } = signOffs();
  if (kind !== 'risk') {
    const state = bySubject.get(`${kind}/${id}`);
    return state && { state: state.state, next: state.next?.stage, on: lastDay(state.items) };
  }
  const point = byRisk.get(id);
  return (
    point && {
      state: point.progress.state,
      next: point.owner.chain.steps[point.progress.next]?.stage,
      on: lastDay([point.progress]),
    }
  );
}

function lastDay(items: readonly ItemProgress[]): string | undefined {
  return items
    .flatMap(({ track }) => [...track.round.values()].flatMap(({ on }) => on ?? []))
    .toSorted()
    .at(-1);
}
