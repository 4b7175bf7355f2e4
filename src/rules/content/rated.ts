import type { Entity } from '../../model/common.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Assessed } from '../../scheme/assessment.ts';
import type { RuleContext } from '../rule.ts';
import { hasTodo } from '../todo.ts';

type RatingsByKind = {
  readonly id: string;
  readonly formerly: readonly string[];
  readonly name: string;
  readonly ratings: readonly { readonly level: string; readonly reason?: string | undefined }[];
};
/** A record that the scheme itself rates, with its level. */
export type RatedRecord = {
  readonly kind: 'risk' | 'post' | 'power';
  readonly record: Entity<RatingsByKind>;
  readonly assessed: Assessed;
};

/** What the scheme rates in this unit: points, or the posts or powers whose level points take. */
export function ratedRecords({
  scheme,
  relations,
  assessment,
}: Pick<RuleContext, 'scheme' | 'relations' | 'assessment'>): RatedRecord[] {
  const [kind, records, assessedById] =
    scheme.rating.of === 'riskPoint'
      ? (['risk', relations.risks, assessment.risks] as const)
      : scheme.rating.of === 'power'
        ? (['power', relations.powers, assessment.powers] as const)
        : (['post', relations.posts, assessment.posts] as const);
  return (records as readonly Entity<RatingsByKind>[]).flatMap((record) => {
    const assessed = assessedById.get(record.id);
    return assessed === undefined || assessed.status === 'notRated'
      ? []
      : [{ kind, record, assessed }];
  });
}

/** Fields that a level may rest on, by the kind of record that has them. */
const INPUTS = {
  risk: [
    'factors',
    'scores',
    'ratings',
    'category',
    'main',
    'power',
    'step',
    'post',
    'department',
    'unit',
  ],
  post: ['factors', 'scores', 'ratings', 'rank', 'tier', 'handles', 'keyPost', 'department'],
  power: [
    'factors',
    'scores',
    'ratings',
    'type',
    'domain',
    'majorMatter',
    'nature',
    'steps',
    'department',
  ],
} as const;

/** Whether something that a level may rest on is still to be filled in, here or on what the record names. */
export function awaitsInput(context: RuleContext, { kind, record }: RatedRecord): boolean {
  const { unit, relations } = context;
  const blank = (of: keyof typeof INPUTS, rated: Entity<object> | undefined) =>
    rated !== undefined && INPUTS[of].some((key) => hasTodo(unit, at(rated.ref, key)));
  const { post, power } = record as { post?: string; power?: string };
  return (
    blank(kind, record) ||
    blank('post', relations.postById.get(post ?? '')) ||
    blank('power', relations.powerById.get(power ?? '')) ||
    hasTodo(unit, at(unit.info.ref, 'kind'))
  );
}
