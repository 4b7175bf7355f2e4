import type { Scheme } from '../../model/scheme.ts';
import type { Assessment } from '../../scheme/assessment.ts';
import { isOpen } from '../../scheme/relations.ts';
import { birthId } from '../../signoff/digests/births.ts';
import type { EarlierContext, FieldContext, RiskChange, RiskRecord } from '../fields/field.ts';

/**
 * Points that are new, graver, lighter, rated at last, or gone, in the order of today's data, the gone
 * ones last. Points are the same by the id they were born with; a level that today's scheme does not
 * have is neither graver nor lighter than another.
 */
export function changesSince(
  earlier: EarlierContext,
  { unit, assessment, scheme }: Pick<FieldContext, 'unit' | 'assessment' | 'scheme'>,
): readonly RiskChange[] {
  const before = new Map(earlier.unit.risks.filter(isOpen).map((risk) => [birthId(risk), risk]));
  const open = unit.risks.filter(isOpen);
  const today = new Set(open.map(birthId));
  const changed = open.flatMap((risk): RiskChange[] => {
    const known = before.get(birthId(risk));
    const after = levelOf(risk, assessment);
    if (known === undefined)
      return [{ kind: '新增', risk, earlier: undefined, before: undefined, after }];
    const was = levelOf(known, earlier.assessment);
    const kind = stepBetween(was, after, scheme);
    return kind === undefined ? [] : [{ kind, risk, earlier: known, before: was, after }];
  });
  const ended = new Map(unit.risks.map((risk) => [birthId(risk), risk]));
  const gone = [...before].flatMap(([id, risk]): RiskChange[] => {
    if (today.has(id)) return [];
    const last = ended.get(id) ?? risk;
    return [
      {
        kind: '销号',
        risk: last,
        earlier: risk,
        before: levelOf(risk, earlier.assessment),
        after: undefined,
      },
    ];
  });
  return [...changed, ...gone];
}

function levelOf({ id }: RiskRecord, { risks }: Assessment): string | undefined {
  return risks.get(id)?.level;
}

function stepBetween(
  before: string | undefined,
  after: string | undefined,
  { levels }: Scheme,
): RiskChange['kind'] | undefined {
  if (before === after || after === undefined) return undefined;
  if (before === undefined) return '定级';
  const [was, is] = [before, after].map((level) => levels.findIndex(({ id }) => id === level));
  if (was === undefined || is === undefined || was < 0 || is < 0) return '定级';
  return is < was ? '升级' : '降级';
}
