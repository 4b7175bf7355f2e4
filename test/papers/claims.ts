import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordFile } from '../../src/model/kinds.ts';
import { KINDS, RECORD_FILES } from '../../src/model/kinds.ts';
import type { Profile, RowKind } from '../../src/model/profile.ts';
import { fieldsFor } from '../../src/papers/fields/field-registry.ts';
import { SUBJECT_OF_ROWS } from '../../src/papers/rows/rows-on-sheet.ts';
import { rowsNamed } from '../../src/papers/text/fill-text.ts';
import type { TemplateNode } from '../../src/papers/text/letter-template.ts';
import { parseTemplate } from '../../src/papers/text/letter-template.ts';
import { readDocument } from '../../src/source/read-document.ts';
import { profileOf, readYaml, schemeOf } from './support.ts';

const TEMPLATES = join(import.meta.dirname, '../../templates');

/** Kinds of records of the year, which a paper may claim to have happened: all that say what was. */
export const OF_THE_YEAR: readonly RecordFile[] = RECORD_FILES.filter(
  ({ kind }) => KINDS[kind].standing !== true && KINDS[kind].personal !== true,
).map(({ file }) => file);

/** A passage of a template that is printed only where what it names is there. */
export type Claim = {
  readonly template: string;
  readonly tag: 'claim' | 'if' | 'each';
  readonly restsOn: readonly string[];
  readonly kinds: readonly RecordFile[];
  /** Its own words, with … where a value stands. */
  readonly text: string;
  /** Pieces of its words that stand nowhere else in the template. */
  readonly fragments: readonly string[];
};

export type Template = {
  readonly name: string;
  readonly scheme: string | undefined;
  readonly profile: Profile;
};

/** Every packaged layout: texts and tables, the common ones and those of the schemes. */
export const TEMPLATES_READ: readonly Template[] = readdirSync(TEMPLATES, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => /^(?:schemes\/[^/]+\/)?(?:documents\/.*\.md|tables\/.*\.yaml)$/.test(name))
  .toSorted()
  .map((name) => ({
    name,
    scheme: /^schemes\/([^/]+)\//.exec(name)?.[1],
    profile: profileOf(
      name.endsWith('.md')
        ? readDocument(name, readFileSync(join(TEMPLATES, name))).value
        : readYaml(TEMPLATES, name),
    ),
  }));

const known = new Map<string, ReturnType<typeof fieldsFor>>();

function fieldsOf(scheme: string) {
  let fields = known.get(scheme);
  if (fields === undefined) {
    fields = fieldsFor(schemeOf(readYaml(TEMPLATES, 'schemes', scheme, 'scheme.yaml')));
    known.set(scheme, fields);
  }
  return fields;
}

/** The claims of a template, and what it says unconditionally. */
export function claimsOf({ name, scheme, profile }: Template): {
  readonly claims: readonly Claim[];
  readonly always: readonly string[];
} {
  const { find } = fieldsOf(scheme ?? 'shaoxing');
  const kindOf = (named: string): RecordFile | undefined => {
    const [first = ''] = named.split('.');
    const rows = rowsNamed(first, profile.lists);
    const field = find(named);
    const from = rows?.from ?? field?.restsOn ?? listOf(field?.subject);
    const list = from === 'findings' ? 'inspections' : from;
    return OF_THE_YEAR.find((kind) => kind === list);
  };
  const found: Omit<Claim, 'fragments'>[] = [];
  const always: string[] = [];
  const visit = (nodes: readonly TemplateNode[], isBound: boolean): void => {
    if (!isBound) always.push(wordsOf(nodes));
    for (const node of nodes) {
      if (node.kind === 'text' || node.kind === 'value') continue;
      const restsOn = node.kind === 'claim' ? node.restsOn : [node.path];
      const kinds = restsOn.flatMap((path) => kindOf(path) ?? []);
      const text = wordsOf(node.body);
      if (kinds.length > 0 && text.replaceAll('…', '') !== '') {
        found.push({ template: name, tag: node.kind, restsOn, kinds, text });
      }
      visit(node.body, isBound || kinds.length > 0);
      visit(node.otherwise ?? [], isBound);
    }
  };
  for (const text of textsIn(profile.sections)) visit(parseTemplate(text).nodes ?? [], false);
  const free = always.join('\n');
  const claims = found.map((claim) => ({
    ...claim,
    fragments: claim.text
      .split(/…|[，。；：、（）《》“”\s]/)
      .filter((piece) => piece.length >= 3 && !free.includes(piece)),
  }));
  return { claims, always };
}

function listOf(subject: string | undefined): RowKind | undefined {
  const kinds = Object.entries(SUBJECT_OF_ROWS) as [RowKind, string][];
  return kinds.find(([, one]) => one === subject)?.[0];
}

/** The words of a passage without those of the branches inside it. */
function wordsOf(nodes: readonly TemplateNode[]): string {
  return nodes
    .map((node) => (node.kind === 'text' ? node.text : '…'))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/…(?: ?…)+/g, '…')
    .trim();
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
