import type { Profile, RowKind } from '../../model/profile.ts';
import { KIND_NAMES, KINDS } from '../../model/kinds.ts';
import { ROW_KINDS } from '../../model/profile.ts';
import type { Who } from '../../model/scheme.ts';
import type { CellContext } from '../layout/cell-values.ts';
import { texts, valueOf } from '../layout/cell-values.ts';
import type { Field } from '../fields/field.ts';
import { SEQUENCE } from '../fields/field-registry.ts';
import type { RowsWanted } from '../rows/row-order.ts';
import { orderedRows } from '../rows/row-order.ts';
import { allOf } from '../rows/risk-rows.ts';
import { ROWS_OF_SCHEME, SUBJECT_OF_ROWS } from '../rows/rows-on-sheet.ts';
import type { Scope } from '../rows/row-scope.ts';
import { splitRow } from '../rows/records-of-row.ts';
import type { TemplateNode } from './letter-template.ts';
import { parseTemplate } from './letter-template.ts';

/** Room to write by hand where the data has nothing. */
export const BLANK = '　　　　';

/** What a text of a profile is filled from. */
export type TextContext = {
  readonly given: CellContext;
  readonly sheet: Scope;
  readonly lists: Profile['lists'];
  /** The paper's name in the scheme, for a text that is named differently from scheme to scheme. */
  readonly title?: string;
  /** Whose rows, for papers that differ by rank. */
  readonly who: Who | undefined;
  /** An empty form: only what belongs to the unit and the scheme is filled in. */
  readonly blank: boolean;
  /** Of letters and texts: what is missing is left blank to be filled in by hand, and told. */
  readonly prose: boolean;
  readonly missing: (label: string) => void;
};

/** What the author wrote, or what the data says: the latter is never read as Markdown. */
export type TextPiece = string | { readonly value: string };

/** Fills a text of a profile with the scheme's words, the edition and fields of the sheet. */
export function fillText(text: string, context: TextContext): string {
  if (!text.includes('{{')) return text;
  return piecesOf(text, context)
    .map((piece) => (typeof piece === 'string' ? piece : piece.value))
    .join('');
}

/** The same with what the data says kept apart. */
export function piecesOf(text: string, context: TextContext): TextPiece[] {
  const { nodes } = parseTemplate(text);
  // A faulty text is reported when the profile is checked; on a draft it stands as it was written.
  if (nodes === undefined) return [text];
  return fillNodes(nodes, { scope: context.sheet }, context);
}

/** Where a placeholder stands: on the sheet, or in the row or item that an `#each` has come to. */
type ReadingPlace = {
  readonly scope: Scope;
  readonly item?: string;
  readonly seq?: number;
};

function fillNodes(
  nodes: readonly TemplateNode[],
  place: ReadingPlace,
  context: TextContext,
): TextPiece[] {
  return nodes.flatMap((node): TextPiece[] => {
    switch (node.kind) {
      case 'text':
        return [node.text];
      case 'value':
        return [valuePiece(node.path, place, context)];
      case 'if': {
        const branch = isSo(node.path, place, context) ? node.body : (node.otherwise ?? []);
        return fillNodes(branch, place, context);
      }
      case 'claim': {
        if (holds(node.restsOn, place, context)) return fillNodes(node.body, place, context);
        if (node.otherwise !== undefined) return fillNodes(node.otherwise, place, context);
        return context.prose ? [{ value: BLANK }] : [];
      }
      case 'each': {
        const rounds = roundsOf(node.path, place, node.otherwise === undefined, context);
        if (rounds.length === 0) return fillNodes(node.otherwise ?? [], place, context);
        return rounds.flatMap((round, index) =>
          fillNodes(node.body, { ...place, ...round, seq: index + 1 }, context),
        );
      }
    }
  });
}

function valuePiece(path: string, place: ReadingPlace, context: TextContext): TextPiece {
  // A number that the author has printed may also be that of a Markdown list.
  if (path === SEQUENCE.key && place.seq !== undefined) return String(place.seq);
  const found = lookUp(path, place, context);
  if (found === undefined) return `{{${path}}}`;
  if (found.kind === 'rows') return { value: String(found.rows.length) };
  const { field } = found;
  const items = found.items.map(printed);
  if (items.length > 0) return { value: items.join(field?.inline === false ? '；' : '、') };
  if (!context.prose) return { value: '' };
  if (!context.blank) context.missing(found.label);
  return { value: BLANK };
}

/** Whether the branch of an `#if` is taken. An empty form shows what a filled one may have. */
function isSo(path: string, place: ReadingPlace, context: TextContext): boolean {
  const found = lookUp(path, place, context);
  if (found === undefined) return false;
  if (found.kind === 'rows') return found.rows.length > 0 || (context.blank && context.prose);
  if (found.items.length === 0) return found.isWithheld && context.prose;
  return !['0', '否'].includes(found.items.join(''));
}

/** Whether all that a claim rests on is recorded; what is not is told. Never so on an empty form. */
function holds(restsOn: readonly string[], place: ReadingPlace, context: TextContext): boolean {
  if (context.blank) return false;
  const lacking = restsOn.filter((path) => !isSo(path, place, context));
  for (const path of lacking) context.missing(labelOf(path, place, context));
  return lacking.length === 0;
}

function labelOf(path: string, place: ReadingPlace, context: TextContext): string {
  const found = lookUp(path, place, context);
  return found?.label ?? path;
}

type Round = Pick<ReadingPlace, 'item'> & Partial<Pick<ReadingPlace, 'scope'>>;

function roundsOf(
  path: string,
  place: ReadingPlace,
  fillsBlank: boolean,
  context: TextContext,
): readonly Round[] {
  const found = lookUp(path, place, context);
  if (found === undefined) return [];
  const { blank, prose } = context;
  if (found.kind === 'rows') {
    if (found.rows.length > 0) return found.rows.map((scope) => ({ scope }));
    return blank && prose ? [{}] : [];
  }
  if (found.items.length > 0) return found.items.map((item) => ({ item: printed(item) }));
  if (!prose || !(blank || fillsBlank)) return [];
  if (!blank) context.missing(found.label);
  return [{ item: BLANK }];
}

type FoundName =
  | { readonly kind: 'rows'; readonly rows: readonly Scope[]; readonly label: string }
  | {
      readonly kind: 'items';
      readonly items: readonly string[];
      readonly field?: Field;
      readonly label: string;
      /** Left out because the form is to be empty. */
      readonly isWithheld: boolean;
    };

/** What a name stands for; undefined where nothing has that name. */
function lookUp(path: string, place: ReadingPlace, context: TextContext): FoundName | undefined {
  const { given, blank } = context;
  const { scheme, edition } = given.context;
  const one = (text: string | number | undefined, label: string): FoundName => ({
    kind: 'items',
    items: text === undefined || text === '' ? [] : [String(text)],
    label,
    isWithheld: false,
  });
  if (path === 'this') return place.item === undefined ? undefined : one(place.item, '');
  if (path === SEQUENCE.key) return one(place.seq, SEQUENCE.header);
  if (path === 'edition') return one(edition, '年度');
  if (path === 'title') return one(context.title, '名称');
  const [first = '', second, ...more] = path.split('.');
  if (first === 'words') {
    const words: Readonly<Record<string, string | undefined>> = scheme.words;
    return second === undefined || words[second] === undefined
      ? undefined
      : one(words[second], second);
  }
  const wanted = rowsNamed(first, context.lists);
  if (wanted !== undefined && (second === undefined || second === 'count') && more.length === 0) {
    const rows = rowsAt(wanted, place, context);
    const label = recordsNamed(first, wanted, context);
    if (second === undefined) return { kind: 'rows', rows, label };
    // How many there are is not known on an empty form.
    const isWithheld = blank && !ROWS_OF_SCHEME.has(wanted.from);
    return isWithheld ? { kind: 'items', items: [], label, isWithheld } : one(rows.length, label);
  }
  const field = given.fields.find(path);
  if (field === undefined) return undefined;
  const isWithheld = blank && field.subject !== 'unit' && !OF_SCHEME.has(field.subject);
  const items = isWithheld ? [] : texts(valueOf(path, place.scope, given).value);
  return { kind: 'items', items, field, label: field.header, isWithheld };
}

const OF_SCHEME: ReadonlySet<string> = new Set(
  [...ROWS_OF_SCHEME].map((kind) => SUBJECT_OF_ROWS[kind]),
);
const ROWS: ReadonlySet<string> = new Set(ROW_KINDS);

/** The rows that a name means: a list of the profile's own, else all rows of a kind. */
export function rowsNamed(name: string, lists: Profile['lists']): RowsWanted | undefined {
  if (Object.hasOwn(lists, name)) return lists[name];
  return ROWS.has(name) ? { from: name as RowKind, order: [] } : undefined;
}

/** What the records of a list are called: its own title, else the term for their kind. */
function recordsNamed(name: string, { from }: RowsWanted, { lists }: TextContext): string {
  const title = Object.hasOwn(lists, name) ? lists[name]?.title : undefined;
  if (title !== undefined) return title;
  const kind = KIND_NAMES.find((known) => known === SUBJECT_OF_ROWS[from]);
  const term = kind === undefined ? name : KINDS[kind].title;
  return term.endsWith('记录') ? term : `${term}记录`;
}

function rowsAt(
  wanted: RowsWanted,
  { scope }: ReadingPlace,
  context: TextContext,
): readonly Scope[] {
  const { given, who, blank } = context;
  const { order, per, from } = wanted;
  if (blank && !ROWS_OF_SCHEME.has(from)) return [];
  const include = wanted.include ?? allOf(scope);
  const rows = orderedRows(scope, { ...wanted, include }, { order, who }, given);
  if (per === undefined) return rows;
  return rows.flatMap((row) => splitRow(row, per, given.context));
}

/** As a text prints it: dates in words, anything else as it is. */
export function printed(text: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (date === null) return text;
  return `${date[1]}年${Number(date[2])}月${Number(date[3])}日`;
}
