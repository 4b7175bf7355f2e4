import { say } from '../../diagnostics/message.ts';
import { fieldsFor, SEQUENCE } from '../fields/field-registry.ts';
import type { FieldSubject } from '../fields/field.ts';
import type { ProfileCheck } from './check-field.ts';
import { checkField, subjectsFrom, unknown } from './check-field.ts';
import { markdownFaults } from '../text/markdown-faults.ts';
import { SUBJECT_OF_ROWS } from '../rows/rows-on-sheet.ts';
import type { TemplateNode } from '../text/letter-template.ts';
import { parseTemplate } from '../text/letter-template.ts';
import { rowsNamed } from '../text/fill-text.ts';
import { ROW_KINDS } from '../../model/profile.ts';
import type { KeyPath } from '../../diagnostics/diagnostic.ts';

/** What may stand at a place of a text. */
type WhatMayStand = {
  readonly offered: ReadonlySet<FieldSubject>;
  readonly isInEach: boolean;
  readonly isItem: boolean;
};

/** A text's placeholders: the scheme's words, the edition, fields of the sheet, lists and their rows. */
export function checkText(
  text: string,
  path: KeyPath,
  sheet: FieldSubject,
  check: ProfileCheck,
): void {
  checkPlaceholders(text, () => path, sheet, check);
}

/** A Markdown text: its placeholders, and what it holds beyond headings, paragraphs and lists. */
export function checkMarkdown(
  text: string,
  path: KeyPath,
  sheet: FieldSubject,
  check: ProfileCheck,
): void {
  const at = (offset: number) => [...path, offset];
  if (!checkPlaceholders(text, at, sheet, check)) return;
  for (const { message, hint, at: offset } of markdownFaults(text)) {
    check.report('LF625', at(offset), message, hint);
  }
}

/** @returns whether the text could be read as a template */
function checkPlaceholders(
  text: string,
  at: (offset: number) => KeyPath,
  sheet: FieldSubject,
  check: ProfileCheck,
): boolean {
  const { nodes, fault } = parseTemplate(text);
  if (nodes === undefined) {
    check.report('LF625', at(fault.at), fault.message, fault.hint);
    return false;
  }
  visit(nodes, { offered: subjectsFrom([sheet]), isInEach: false, isItem: false }, at, check);
  return true;
}

function visit(
  nodes: readonly TemplateNode[],
  place: WhatMayStand,
  at: (offset: number) => KeyPath,
  check: ProfileCheck,
): void {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    const path = at(node.at);
    const inside = node.kind === 'each' ? eachPlace(node.path, path, place, check) : place;
    if (node.kind === 'claim') {
      for (const name of node.restsOn) checkName({ name, isCondition: true }, path, place, check);
    } else if (node.kind !== 'each') {
      checkName({ name: node.path, isCondition: node.kind === 'if' }, path, place, check);
    }
    if (node.kind === 'value') continue;
    visit(node.body, inside, at, check);
    visit(node.otherwise ?? [], place, at, check);
  }
}

/** What stands inside an `#each`: fields of the row beside those outside, or `{{this}}`. */
function eachPlace(
  name: string,
  path: KeyPath,
  place: WhatMayStand,
  check: ProfileCheck,
): WhatMayStand {
  const rows = rowsNamed(name, check.profile.lists);
  if (rows !== undefined) {
    const subject = rows.per ?? SUBJECT_OF_ROWS[rows.from];
    const offered = new Set([...place.offered, ...subjectsFrom([subject])]);
    return { offered, isInEach: true, isItem: false };
  }
  if (!name.includes('.')) {
    const names = [...Object.keys(check.profile.lists), ...ROW_KINDS];
    unknown({ key: name, known: names, what: '没有列表' }, path, check);
  } else checkField(name, path, place.offered, check);
  return { ...place, isInEach: true, isItem: true };
}

type PlaceholderName = { readonly name: string; readonly isCondition: boolean };

function checkName(
  { name, isCondition }: PlaceholderName,
  path: KeyPath,
  place: WhatMayStand,
  check: ProfileCheck,
): void {
  const { report, profile, scheme } = check;
  if (name === 'edition' || name === 'title') return;
  if (name === 'this' || name === SEQUENCE.key) {
    const isFine = name === 'this' ? place.isItem : place.isInEach;
    if (!isFine) report('LF625', path, say`{{${{ name }}}} 只能用在 #each 里`, '写明字段');
    return;
  }
  const [first = '', second = '', ...more] = name.split('.');
  if (first === 'words') {
    const known = Object.keys(scheme.words).map((word) => `words.${word}`);
    if (!known.includes(name)) unknown({ key: name, known }, path, check);
    return;
  }
  if (rowsNamed(first, profile.lists) !== undefined && more.length === 0) {
    if (second === 'count' || (second === '' && isCondition)) return;
    if (second === '') {
      report(
        'LF625',
        path,
        say`「${{ first }}」是一组记录，不能直接印出`,
        `写成 {{#each ${first}}}…{{/each}}，条数写成 {{${first}.count}}`,
      );
      return;
    }
  }
  if (name.includes('.') || fieldsFor(scheme).find(name) !== undefined) {
    checkField(name, path, place.offered, check);
    return;
  }
  unknown(
    { key: name, known: ['edition', 'title', 'this', SEQUENCE.key, ...Object.keys(profile.lists)] },
    path,
    check,
  );
}
