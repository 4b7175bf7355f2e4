import type { Audience, Scheme } from '../../model/scheme.ts';
import { isKind, KINDS, SHOWN_KINDS } from '../../model/kinds.ts';
import { DEFAULT_WORDS } from '../../model/scheme.ts';
import { dynamicFields } from './scheme-made-fields.ts';
import type { Field, FieldOf, Fields, FieldSubject } from './field.ts';
import { measureFields } from './measure-fields.ts';
import { departmentFields, holderFields, postFields, unitFields } from './organisation-fields.ts';
import { powerFields, stepFields } from './power-fields.ts';
import { riskFields } from './risk-fields.ts';
import { leaderFields, levelFields, paperFields } from './scheme-rows.ts';
import type { Specials } from './vocabulary.ts';
import { fieldsOf } from './vocabulary.ts';
import { categoryFields, standardFields, methodFields, stageFields } from './scheme-parts.ts';
import { changeFields } from './change-fields.ts';
import { questionFields } from './question-fields.ts';
import * as plan from './scheme-plan.ts';
import * as year from './record-fields.ts';

const known = new WeakMap<Scheme, Fields>();

/** The vocabulary in the words of a scheme. */
export function fieldsFor(scheme: Scheme): Fields {
  let fields = known.get(scheme);
  if (fields === undefined) {
    fields = vocabularyOf(scheme);
    known.set(scheme, fields);
  }
  return fields;
}

/** What `lianfang list fields` prints: every key with its header and marks. */
export function listFields(scheme?: Scheme): readonly FieldInfo[] {
  const { all } = scheme === undefined ? { all: staticFields(DEFAULT_WORDS) } : fieldsFor(scheme);
  const infos = all.map(
    ({ key, subject, header, signed, personal, audience, gathers }): FieldInfo => ({
      key,
      subject,
      header,
      signed,
      personal,
      audience,
      gathers: gathers !== undefined,
    }),
  );
  return [SEQUENCE, ...infos];
}
export type FieldInfo = {
  readonly key: string;
  readonly subject: FieldSubject | 'table';
  readonly header: string;
  readonly signed: boolean;
  readonly personal: boolean;
  readonly audience: Audience;
  readonly gathers: boolean;
};

/** The number of a row: generated, never kept in the data. */
export const SEQUENCE: FieldInfo = {
  key: 'seq',
  subject: 'table',
  header: '序号',
  signed: false,
  personal: false,
  audience: 'public',
  gathers: false,
};

function vocabularyOf(scheme: Scheme): Fields {
  const all = [...staticFields(scheme.words), ...dynamicFields(scheme)];
  const byKey = new Map(all.map((field) => [field.key, field]));
  return { all, find: (key) => byKey.get(key) };
}

/** What needs a value of its own; everything else follows from the schemas of the kinds. */
const SPECIALS: { readonly [Name in FieldSubject]?: Specials<Name> } = {
  unit: unitFields,
  department: departmentFields,
  post: postFields,
  holder: holderFields,
  power: powerFields,
  step: stepFields,
  risk: riskFields,
  measure: measureFields,
  level: levelFields,
  leader: leaderFields,
  paper: paperFields,
  stage: stageFields,
  category: categoryFields,
  method: methodFields,
  standard: standardFields,
  cadence: plan.cadenceFields,
  channel: plan.channelFields,
  grade: plan.gradeFields,
  responsibility: plan.responsibilityFields,
  reviewStep: plan.reviewStepFields,
  question: questionFields,
  change: changeFields,
  inspection: year.inspectionFields,
  evaluation: year.evaluationFields,
  meeting: year.meetingFields,
  item: year.itemFields,
  notice: year.noticeFields,
  filing: year.filingFields,
  review: year.reviewFields,
  letter: year.letterFields,
};
const SUBJECTS = new Set([...SHOWN_KINDS, ...(Object.keys(SPECIALS) as FieldSubject[])]);

function staticFields(words: Scheme['words']): Field[] {
  return [...SUBJECTS].flatMap((subject) => subjectFields(subject, words));
}

function subjectFields<Name extends FieldSubject>(
  subject: Name,
  words: Scheme['words'],
): FieldOf<Name>[] {
  const special: Specials<Name> = SPECIALS[subject] ?? {};
  return fieldsOf(subject, isKind(subject) ? KINDS[subject].schema : undefined, special, words);
}
