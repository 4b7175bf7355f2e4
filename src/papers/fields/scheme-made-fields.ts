import type { Scheme, SchemeFactor } from '../../model/scheme.ts';
import type { Field, FieldContext, Records, FieldSubject } from './field.ts';
import { factorText } from './rating-specials.ts';
type Extra = Scheme['extraFields'][string];
type HasFactors = Pick<Records['risk'], 'factors'>;

/** Fields that the scheme itself declares: its factors and the units' additional fields. */
export function dynamicFields(scheme: Scheme): Field[] {
  const factors = Object.entries(scheme.factors).flatMap(([id, factor]) =>
    subjectsOf(factor).map((subject) => factorField(subject, id, factor)),
  );
  const extras = Object.entries(scheme.extraFields).map(([id, extra]) => extraField(id, extra));
  return [...factors, ...extras];
}

/** A point's sheet shows every factor that bears on its level, wherever the word is kept. */
function subjectsOf({ of }: SchemeFactor): ('risk' | 'post' | 'power' | 'step')[] {
  return of === 'riskPoint' ? ['risk'] : ['risk', of];
}

function factorField(subject: FieldSubject, id: string, factor: SchemeFactor): Field {
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
    rank: (record: HasFactors, context) =>
      -factor.scale.indexOf(String(wordOf(record, subject, id, factor, context))),
    value: (record: HasFactors, context) =>
      factorText(wordOf(record, subject, id, factor, context)),
  };
}

function wordOf(
  record: HasFactors,
  subject: FieldSubject,
  id: string,
  factor: SchemeFactor,
  context: FieldContext,
): HasFactors['factors'][string] | undefined {
  const holder =
    subject === 'risk' ? holderOfFactor(record as Records['risk'], factor, context) : record;
  return holder?.factors[id];
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
