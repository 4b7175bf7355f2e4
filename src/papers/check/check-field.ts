import { say } from '../../diagnostics/message.ts';
import type { Profile } from '../../model/profile.ts';
import type { Condition } from '../../model/rating.ts';
import type { Audience, Scheme } from '../../model/scheme.ts';
import { suggest } from '../../util/suggest.ts';
import { fieldsFor } from '../fields/field-registry.ts';
import type { Field, FieldSubject } from '../fields/field.ts';
import { isPlainlyGathered, PLAINLY_GATHERED } from '../fields/field.ts';
import { subjectsBeside } from '../rows/related.ts';
import { visibilityOf } from '../audience/visibility.ts';
import { attributeKey } from '../rows/row-filter.ts';
import type { Finding, KeyPath } from '../../diagnostics/diagnostic.ts';
import type { Message } from '../../diagnostics/message.ts';
import type { RuleCode } from '../../diagnostics/rule-codes.ts';

type ReportProfile = (
  is: RuleCode | Pick<Finding, 'code' | 'mark'>,
  path: KeyPath,
  message: string | Message,
  hint?: string,
) => void;

/** What a field is that a layout shows and its readers may not see. */
export const HIDDEN = { code: 'LF622', mark: 'hidden' } as const;
/** What is checked, for whom, and where faults go. */
export type ProfileCheck = {
  readonly profile: Profile;
  readonly scheme: Scheme;
  readonly audience: Audience;
  readonly report: ReportProfile;
};

const AUDIENCE_NAMES = { internal: '内部', unit: '单位内', public: '社会' } as const;

/** Subjects whose fields may stand where these stand, the unit always. */
export function subjectsFrom(subjects: readonly FieldSubject[]): ReadonlySet<FieldSubject> {
  return new Set([...subjects, ...subjects.flatMap(subjectsBeside), 'unit']);
}

/** Reports a field that is not there, does not belong here, or is not for this audience. */
export function checkField(
  key: string,
  path: KeyPath,
  offered: ReadonlySet<FieldSubject>,
  check: ProfileCheck,
): Field | undefined {
  const { scheme, audience, report } = check;
  const { find, all } = fieldsFor(scheme);
  const field = find(key);
  if (field === undefined) {
    const keys = all.filter(({ subject }) => offered.has(subject)).map((one) => one.key);
    unknown({ key, known: keys }, path, check);
    return undefined;
  }
  if (!offered.has(field.subject)) {
    report(
      'LF621',
      path,
      say`字段「${{ key }}」不能用在这里`,
      `这里可用的字段属于：${[...offered].join('、')}`,
    );
  }
  if (!visibilityOf(scheme, audience).sees(field)) {
    report(
      HIDDEN,
      path,
      say`字段「${{ key }}」（${{ header: field.header }}）不能用在给「${{ audience: AUDIENCE_NAMES[audience] }}」看的表里`,
      '换用其他字段；确需公开的，在方案的 audiences 中列入 show',
    );
  }
  return field;
}

export type UnknownName = {
  readonly key: string;
  readonly known: readonly string[];
  readonly what?: string | undefined;
};

/** Reports a name that nothing has, and the nearest that something has. */
export function unknown(
  { key, known, what = '没有字段' }: UnknownName,
  path: KeyPath,
  { report }: ProfileCheck,
): void {
  const near = suggest(key, known);
  const hint =
    near === undefined ? '用 lianfang list fields 查看全部字段' : `您是否要写「${near}」`;
  report('LF621', path, `${what}「${key}」`, hint);
}

/** The filter of a column looks at the records that its field gathers. */
export function checkGathered(
  { where, path }: WhereAt,
  field: Field | undefined,
  offered: ReadonlySet<FieldSubject>,
  check: ProfileCheck,
): void {
  if (where === undefined || field === undefined) return;
  const subject = field.gathers ?? field.subject;
  if (!isPlainlyGathered(subject)) {
    checkWhere({ where, path }, subject, check, new Set([...offered, ...subjectsFrom([subject])]));
    return;
  }
  const known: readonly string[] = PLAINLY_GATHERED[subject];
  for (const key of Object.keys(where)) {
    if (!known.includes(key)) unknown({ key, known }, [...path, key], check);
  }
}

export type WhereAt = { readonly where: Condition | undefined; readonly path: KeyPath };

/** The attributes of a condition over rows of `subject`. */
export function checkWhere(
  { where, path }: WhereAt,
  subject: FieldSubject,
  check: ProfileCheck,
  offered: ReadonlySet<FieldSubject>,
): void {
  if (where === undefined) return;
  const { all = [], any = [], not, ...attributes } = where;
  const inner = (condition: Condition, ...more: KeyPath) =>
    checkWhere({ where: condition, path: [...path, ...more] }, subject, check, offered);
  for (const [index, condition] of all.entries()) inner(condition, 'all', index);
  for (const [index, condition] of any.entries()) inner(condition, 'any', index);
  if (not !== undefined) inner(not, 'not');
  const fields = fieldsFor(check.scheme);
  for (const attribute of Object.keys(attributes)) {
    const { key } = attributeKey(attribute, subject, fields);
    const at = [...path, attribute];
    if (fields.find(key) !== undefined) checkField(key, at, offered, check);
    else unknown({ key: attribute, known: keysOf(subject, fields.all, offered) }, at, check);
  }
}

/** Attributes as a filter may write them: the row's own without its subject. */
function keysOf(
  subject: FieldSubject,
  fields: readonly Field[],
  offered: ReadonlySet<FieldSubject>,
): string[] {
  return fields.flatMap(({ key, subject: own }) => {
    if (own === subject) return [key.slice(subject.length + 1), key];
    return offered.has(own) ? [key] : [];
  });
}
