import { say } from '../../diagnostics/message.ts';
import type { Finding, NodeRef, KeyPath } from '../../diagnostics/diagnostic.ts';
import type { FieldItem, PartSection, Profile, ProfileColumnNode } from '../../model/profile.ts';
import type { Audience, Scheme } from '../../model/scheme.ts';
import type { ProfileCheck } from './check-field.ts';
import { checkField, checkGathered, checkWhere, HIDDEN, subjectsFrom } from './check-field.ts';
import { checkTexts } from './check-sections.ts';
import { checkText } from './check-text.ts';
import type { LayoutLoader } from '../binder.ts';
import { leavesOf } from '../layout/columns.ts';
import { fieldsFor, SEQUENCE } from '../fields/field-registry.ts';
import type { FieldSubject } from '../fields/field.ts';
import { paperOf, roomOf } from '../layout/paper-size.ts';
import { subjectsBeside } from '../rows/related.ts';
import { SUBJECT_OF_ROWS } from '../rows/rows-on-sheet.ts';
import type { TableSection } from '../layout/table-block.ts';
import { fitWidths } from '../layout/fit-widths.ts';

/** What a layout is checked for. */
export type ProfileUse = {
  readonly scheme: Scheme;
  readonly audience: Audience;
  readonly layoutOf?: LayoutLoader | undefined;
};

/**
 * Faults of a profile under a scheme, for the audience that it is printed for: unknown fields, fields
 * that the audience may not see, widths that cannot fit, merges that cannot work. With `layoutOf` also
 * papers that a binder names and nobody has.
 */
export function checkProfile(
  profile: Profile,
  { scheme, audience, layoutOf }: ProfileUse,
  locate: (path: KeyPath) => NodeRef,
): Finding[] {
  const findings: Finding[] = [];
  const report: ProfileCheck['report'] = (is, path, message, hint) => {
    findings.push({
      ...(typeof is === 'string' ? { code: is } : is),
      ref: locate(path),
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  };
  const check: ProfileCheck = { profile, scheme, audience, report };
  const sheet = sheetSubject(profile);
  checkText(profile.title, ['title'], sheet, check);
  checkText(profile.heading ?? '', ['heading'], sheet, check);
  checkWhere({ where: profile.where, path: ['where'] }, sheet, check, subjectsFrom([sheet]));
  checkLists(sheet, check);
  for (const [index, section] of profile.sections.entries()) {
    const path = ['sections', index];
    checkTexts(section, path, { sheet, layoutOf }, check);
    for (const [place, part] of (section.parts ?? []).entries()) {
      checkHidden(part, [...path, 'parts', place], layoutOf, check);
    }
    const { table, fields } = section;
    if (table !== undefined) checkTable(table, [...path, 'table'], sheet, check);
    for (const [place, item] of (fields?.of ?? []).entries()) {
      checkItem(item, [...path, 'fields', 'of', place], sheet, check);
    }
  }
  return findings;
}

/** A binder for readers outside binds nothing that they may not see; other faults are the part's own. */
function checkHidden(
  part: PartSection,
  path: KeyPath,
  layoutOf: LayoutLoader | undefined,
  { scheme, audience, report }: ProfileCheck,
): void {
  if (audience === 'internal') return;
  const profile = layoutOf?.('table' in part ? { table: part.table } : { document: part.document });
  if (profile === undefined) return;
  const [hidden] = checkProfile(profile, { scheme, audience }, (inner) => ({
    file: '',
    path: inner,
  })).filter(({ mark }) => mark === 'hidden');
  if (hidden !== undefined)
    report(HIDDEN, path, say`《${{ title: profile.title }}》中的${hidden.message}`);
}

/** What a sheet stands for; without a subject of its own it shows the unit. */
function sheetSubject({ sheetPer }: Profile): FieldSubject {
  return sheetPer === 'none' ? 'unit' : sheetPer;
}

/** Lists that texts go through: which rows, in which order. */
function checkLists(sheet: FieldSubject, check: ProfileCheck): void {
  for (const [name, { from, where, order, per, groupBy, facing }] of Object.entries(
    check.profile.lists,
  )) {
    const path = ['lists', name];
    const subject = SUBJECT_OF_ROWS[from];
    const offered = subjectsFrom([subject, sheet]);
    if (RESERVED.has(name))
      check.report('LF625', path, say`列表不能叫「${{ name }}」`, '换一个名字');
    for (const [index, key] of order.entries()) {
      checkField(key, [...path, 'order', index], offered, check);
    }
    checkWhere({ where, path: [...path, 'where'] }, subject, check, offered);
    if (per !== undefined && !subjectsBeside(subject).includes(per)) {
      check.report('LF625', [...path, 'per'], say`「${{ from }}」的行不能按「${{ per }}」分开`);
    }
    for (const [key, value] of Object.entries({ groupBy, facing })) {
      if (value !== undefined) {
        check.report('LF625', [...path, key], say`文稿的列表不用 ${{ key }}`, '删去这一项');
      }
    }
  }
}

/** Names that mean something else in a text. */
const RESERVED: ReadonlySet<string> = new Set([
  'words',
  'edition',
  'this',
  'seq',
  ...Object.values(SUBJECT_OF_ROWS),
]);

function checkItem(item: FieldItem, path: KeyPath, sheet: FieldSubject, check: ProfileCheck): void {
  if (typeof item === 'string') {
    checkField(item, path, subjectsFrom([sheet]), check);
    return;
  }
  checkText(item.label ?? '', [...path, 'label'], 'unit', check);
  if (!('field' in item)) {
    checkText(item.text, [...path, 'text'], sheet, check);
    return;
  }
  checkText(item.empty, [...path, 'empty'], 'unit', check);
  const field = checkField(item.field, [...path, 'field'], subjectsFrom([sheet]), check);
  checkGathered(
    { where: item.where, path: [...path, 'where'] },
    field,
    subjectsFrom([sheet]),
    check,
  );
}

function checkTable(
  table: TableSection,
  path: KeyPath,
  sheet: FieldSubject,
  check: ProfileCheck,
): void {
  const { rows, columns } = table;
  const { report, scheme } = check;
  const subject = SUBJECT_OF_ROWS[rows.from];
  const offered = subjectsFrom([subject, sheet]);
  const at = (...more: KeyPath) => [...path, 'rows', ...more];
  if (rows.per !== undefined && !subjectsBeside(subject).includes(rows.per)) {
    report(
      'LF625',
      at('per'),
      say`「${{ from: rows.from }}」的行不能按「${{ per: rows.per }}」分开`,
    );
  }
  if (rows.per !== undefined && rows.facing !== undefined) {
    report('LF625', at('facing'), 'per 和 facing 不能同时用', '删去其中一项');
  }
  for (const [index, key] of rows.order.entries()) {
    checkField(key, at('order', index), offered, check);
  }
  if (rows.groupBy !== undefined) checkField(rows.groupBy, at('groupBy'), offered, check);
  checkWhere({ where: rows.where, path: at('where') }, subject, check, offered);

  // With `per`, a line also offers what its own record is related to.
  const inLine = subjectsFrom([subject, sheet, ...(rows.per === undefined ? [] : [rows.per])]);
  checkColumns(columns, [...path, 'columns'], inLine, check);
  const leaves = leavesOf(columns, fieldsFor(scheme));
  const shown = leaves.flatMap(({ column }) => (column === undefined ? [] : [column.field]));
  for (const [index, key] of (rows.facing ?? []).entries()) {
    if (checkField(key, at('facing', index), offered, check) === undefined) continue;
    if (!shown.includes(key)) {
      report(
        'LF625',
        at('facing', index),
        say`对照的字段「${{ key }}」不在表的列中`,
        '在 columns 中加上这一列',
      );
    }
  }
  const { width, padding } = roomOf(paperOf(check.profile), check.profile.style);
  const room = width - leaves.length * padding;
  if (
    fitWidths(
      leaves.map(({ wish }) => wish),
      room,
    ) === undefined
  ) {
    const message = say`${{ columns: leaves.length }} 列在 ${{ paper: check.profile.paper }} 纸上每列不足两个字宽`;
    report('LF623', [...path, 'columns'], message, '改用横向或更大的纸，或减少列');
  }
  checkMerge(table, path, check);
}

/** Fields of an organisation: rows that stand by them keep what belongs to one office together. */
const ORGANISATION =
  /^(?:unit|department|post|holder|leader)\.|\.(?:subject|department|departments|post|posts|ownerDepartment)$/;

/** Equal values only meet where the rows are ordered by them. */
function checkMerge(
  { rows, columns }: TableSection,
  path: KeyPath,
  { scheme, report }: ProfileCheck,
): void {
  const ordered = [...rows.order, ...(rows.groupBy === undefined ? [] : [rows.groupBy])];
  const first = leavesOf(columns, fieldsFor(scheme)).find(({ column }) => column?.merge === true);
  const key = first?.column?.field;
  // Without an order of its own a table stands in the order of its merged columns.
  if (rows.order.length === 0 || key === undefined || ordered.includes(key)) return;
  if (ordered.some((one) => ORGANISATION.test(one)) || rows.per !== undefined) return;
  report(
    'LF624',
    [...path, 'rows', 'order'],
    say`合并「${{ key }}」列，但行不按它排序，相同的值不会相邻`,
    `在 order 的最前面加上 ${key}，或删去 order`,
  );
}

function checkColumns(
  columns: readonly ProfileColumnNode[],
  path: KeyPath,
  offered: ReadonlySet<FieldSubject>,
  check: ProfileCheck,
): void {
  for (const [index, node] of columns.entries()) {
    const at = [...path, index];
    checkText(node.header ?? '', [...at, 'header'], 'unit', check);
    if ('columns' in node) checkColumns(node.columns, [...at, 'columns'], offered, check);
    if (!('field' in node) || node.field === SEQUENCE.key) continue;
    checkText(node.empty, [...at, 'empty'], 'unit', check);
    const field = checkField(node.field, [...at, 'field'], offered, check);
    checkGathered({ where: node.where, path: [...at, 'where'] }, field, offered, check);
  }
}
