import type { Audience, Scheme } from '../../model/scheme.ts';
import { DEFAULT_WORDS } from '../../model/scheme.ts';
import { dynamicFields } from './scheme-made-fields.ts';
import type { Field, Fields, FieldSubject } from './field.ts';
import { measureFields, regulationFields } from './measure-fields.ts';
import { departmentFields, holderFields, postFields, unitFields } from './organisation-fields.ts';
import { powerFields, stepFields } from './power-fields.ts';
import { riskFields } from './risk-fields.ts';
import { leaderFields, levelFields, paperFields } from './scheme-rows.ts';
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

function staticFields(words: Scheme['words']): Field[] {
  return [
    ...fieldsOf(unitFields, words),
    ...fieldsOf(departmentFields, words),
    ...fieldsOf(postFields, words),
    ...fieldsOf(holderFields, words),
    ...fieldsOf(powerFields, words),
    ...fieldsOf(stepFields, words),
    ...fieldsOf(riskFields, words),
    ...fieldsOf(measureFields, words),
    ...fieldsOf(regulationFields, words),
    ...fieldsOf(levelFields, words),
    ...fieldsOf(leaderFields, words),
    ...fieldsOf(paperFields, words),
    ...fieldsOf(stageFields, words),
    ...fieldsOf(categoryFields, words),
    ...fieldsOf(methodFields, words),
    ...fieldsOf(standardFields, words),
    ...fieldsOf(plan.cadenceFields, words),
    ...fieldsOf(plan.channelFields, words),
    ...fieldsOf(plan.gradeFields, words),
    ...fieldsOf(plan.responsibilityFields, words),
    ...fieldsOf(plan.reviewStepFields, words),
    ...fieldsOf(questionFields, words),
    ...fieldsOf(changeFields, words),
    ...fieldsOf(year.warningFields, words),
    ...fieldsOf(year.inspectionFields, words),
    ...fieldsOf(year.findingFields, words),
    ...fieldsOf(year.rectificationFields, words),
    ...fieldsOf(year.evaluationFields, words),
    ...fieldsOf(year.itemFields, words),
    ...fieldsOf(year.commitmentFields, words),
    ...fieldsOf(year.noticeFields, words),
    ...fieldsOf(year.filingFields, words),
    ...fieldsOf(year.reviewFields, words),
    ...fieldsOf(year.letterFields, words),
  ];
}
