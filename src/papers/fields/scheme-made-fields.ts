import type { Scheme, SchemeFactor } from '../../model/scheme.ts';
import type { Field, FieldContext, FieldOf, FieldSubject, Records } from './field.ts';
import { factorText } from './rating-specials.ts';
type Extra = Scheme['extraFields'][string];
type HasFactors = Pick<Records['risk'], 'factors'>;

/** Fields that the scheme itself declares: its factors and the units' additional fields. */
export function dynamicFields(scheme: Scheme): Field[] {
  // A point's sheet shows every factor that bears on its level, wherever the word is kept.
  const factors = Object.entries(scheme.factors).flatMap(([id, factor]): Field[] => [
    factorField('risk', id, factor, (risk, context) => holderOfFactor(risk, factor, context)),
    ...(factor.of === 'riskPoint' ? [] : [factorField(factor.of, id, factor, (record) => record)]),
  ]);
  const extras = Object.entries(scheme.extraFields).map(([id, extra]) => extraField(id, extra));
  return [...factors, ...extras];
}

function factorField<Name extends FieldSubject>(
  subject: Name,
  id: string,
  factor: SchemeFactor,
  holderOf: (record: Records[Name], context: FieldContext) => HasFactors | undefined,
): FieldOf<Name> {
  return {
    key: `${subject}.factor.${id}`,
    subject,
    header: factor.label,
    signed: true,
    personal: false,
    audience: 'internal',
    inline: true,
    width: 10,
    align: 'center',
    gathers: undefined,
    // Gravest first, as levels stand; without a word last.
    rank: (record, context) =>
      factor.scale.length -
      1 -
      factor.scale.indexOf(String(holderOf(record, context)?.factors[id])),
    value: (record, context) => factorText(holderOf(record, context)?.factors[id]),
  };
}

function holderOfFactor(
  risk: Records['risk'],
  { of }: SchemeFactor,
  { relations }: FieldContext,
): HasFactors | undefined {
  const power = relations.powerById.get(risk.power ?? '');
  switch (of) {
    case 'riskPoint':
      return risk;
    case 'post':
      return relations.postById.get(risk.post ?? '');
    case 'power':
      return power;
    case 'step':
      return power?.steps.find((step) => step.id === risk.step);
  }
}

type HasExtra = { readonly extra: Readonly<Record<string, string | number | boolean>> };

function extraField(id: string, { on, label, audience }: Extra): Field {
  return {
    key: `${on}.extra.${id}`,
    subject: on,
    header: label,
    signed: true,
    personal: false,
    audience,
    inline: true,
    width: undefined,
    align: 'left',
    gathers: undefined,
    rank: undefined,
    value: ({ extra }: HasExtra) => {
      const value = extra[id];
      return typeof value === 'boolean' ? (value ? '是' : '否') : value;
    },
  };
}
