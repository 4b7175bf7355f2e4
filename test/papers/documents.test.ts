import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/diagnostic.ts';
import type { Profile } from '../../src/model/profile.ts';
import { profileSchema } from '../../src/model/profile.ts';
import type { Audience, LayoutName } from '../../src/model/scheme.ts';
import { buildPaper } from '../../src/papers/build.ts';
import { checkProfile } from '../../src/papers/check-profile.ts';
import type { Block, Document } from '../../src/papers/document.ts';
import { validate } from '../../src/repository/validate.ts';
import { readDocument } from '../../src/source/read-document.ts';
import { lineIndex } from '../../src/util/line-index.ts';
import type { RawUnit } from './support.ts';
import { inputOf, profileOf, readYaml, schemeOf, unitOf } from './support.ts';

type Case = {
  readonly name: string;
  readonly text: string;
  readonly audience?: Audience;
  /** Layouts that there are: a binder, a register with what is for internal use. */
  readonly layouts?: readonly string[];
  readonly expect?: readonly string[];
};

const scheme = schemeOf(readYaml('scheme.yaml'));
const bureau = readYaml('bureau.yaml') as RawUnit;
const cases = readYaml('documents.yaml') as readonly Case[];
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What is wrong with a text layout, as `CODE line:column message → hint`. */
function faultsOf({ text, audience = 'internal', layouts = [] }: Omit<Case, 'name'>): string[] {
  const source = readDocument('x.md', bytesOf(text));
  const ref = { file: 'x.md', path: [] };
  const position = lineIndex(source.text);
  const shown = ({ code, ref: { path }, on, span, message, hint = '' }: Finding) => {
    const { line, column } = position((span ?? source.locate(path, on ?? 'value')).start);
    return `${code} ${line}:${column} ${message} → ${hint}`;
  };
  if (source.findings.length > 0) return source.findings.map(shown);
  const { value, findings } = validate(profileSchema, source.value, ref, () => '');
  const layoutOf = ({ table = '' }: LayoutName) =>
    layouts.includes(table) ? LAYOUTS[table] : undefined;
  const locate = (path: Finding['ref']['path']) => ({ file: 'x.md', path });
  const faults = value === undefined ? [] : checkProfile(value, scheme, audience, locate, layoutOf);
  return [...findings, ...faults].map(shown);
}

const LAYOUTS: Readonly<Record<string, Profile>> = {
  binder: profileOf({ title: '册', sections: [{ parts: [{ table: 'a' }] }] }),
  register: profileOf({
    title: '登记表',
    sections: [{ table: { rows: { from: 'risks' }, columns: [{ field: 'risk.reason' }] } }],
  }),
};

describe('faults of text layouts', () => {
  test.each(cases)('$name', ({ expect: expected = [], ...given }) => {
    const faults = faultsOf(given);
    expect(faults.map(place)).toEqual(expected.map(place));
    for (const [index, line] of expected.entries()) {
      const [words = '', hint = ''] = line.split(' → ');
      const [message = '', advice = ''] = faults[index]!.split(' → ');
      expect(message).toContain(words.split(' ').slice(2).join(' '));
      expect(advice).toContain(hint);
    }
  });

  test.each(cases)(
    '$name, with the line ends of Windows',
    ({ expect: expected = [], ...given }) => {
      const text = given.text.replaceAll('\n', '\r\n');
      expect(faultsOf({ ...given, text }).map(place)).toEqual(expected.map(place));
    },
  );
});

const place = (line: string) => line.split(' ').slice(0, 2).join(' ');

/** A letter that says the subject and the matters in every way that a text can. */
const LETTER = profileFrom(`---
title: 函
heading: '{{letter.subject}}'
style: letter
sheetPer: letter
---
{{letter.subject}}

前{{letter.subject}}后**{{letter.subject}}**

## {{letter.subject}}

1. {{letter.subject}}

{{#each letter.matters}}
- {{this}}
{{/each}}

\`\`\`section
addressee: '{{letter.subject}}'
\`\`\`
\`\`\`section
center: '{{letter.subject}}'
\`\`\`
\`\`\`section
closing: {by: ['{{letter.subject}}']}
\`\`\`
`);

function profileFrom(text: string): Profile {
  return profileOf(readDocument('x.md', bytesOf(text)).value);
}

/** Texts that mean something in Markdown, in a template, in HTML or in a table, and ordinary ones. */
const awkward = fc
  .oneof(
    fc.constantFrom(
      '{{unit.name}}',
      '{{#if x}}',
      '第一行\n第二行',
      '# 不是标题',
      '- 不是列表',
      '1. 不是编号',
      '**不是粗体**',
      '| 甲 | 乙 |\n| - | - |',
      '<script>alert(1)</script>',
      '=SUM(A1)',
      '`码`',
      '---',
      '\n\n两段\n\n',
      '😀👨‍👩‍👧',
      '𠮷㐂䶮',
      '$& $1 $$',
      '\\*',
      '&amp;',
      '\uF8F0\uE000\uF8F1',
      '字'.repeat(4000),
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  )
  .filter(
    (text) => text.trim() !== '' && text === text.trim() && !/^\d{4}-\d{2}-\d{2}$/.test(text),
  );

function letterWith(subject: string, matters: readonly string[]): Document {
  const letters = [{ id: 'l01', kind: '函', subject, matters }];
  const unit = unitOf({ ...bureau, letters });
  return buildPaper(inputOf(unit, scheme), LETTER, { paper: { id: 'x' } })[0]!;
}

describe('a value', () => {
  test('comes through a text unharmed, whatever it holds', () => {
    fc.assert(
      fc.property(
        awkward,
        fc.array(awkward, { minLength: 1, maxLength: 3 }),
        (subject, matters) => {
          const { blocks, title, missing } = letterWith(subject, matters);
          expect(missing).toEqual([]);
          expect(title).toBe(subject);
          const expected: Block[] = [
            { kind: 'title', text: subject },
            { kind: 'paragraph', role: 'body', text: subject },
            { kind: 'paragraph', role: 'body', text: `前${subject}后${subject}` },
            { kind: 'heading', level: 1, text: subject },
            { kind: 'list', items: [subject], from: 1 },
            { kind: 'list', items: matters },
            { kind: 'paragraph', role: 'addressee', text: subject },
            { kind: 'paragraph', role: 'center', text: subject },
            { kind: 'closing', by: [subject], on: '　　年　月　日', seal: true },
          ];
          expect(blocks).toEqual(expected);
        },
      ),
    );
  });

  test('that is missing is a blank, and is named once', () => {
    const unit = unitOf({ ...bureau, letters: [{ id: 'l01', kind: '函' }] });
    const [letter] = buildPaper(inputOf(unit, scheme), LETTER, { paper: { id: 'x' } });
    expect(letter!.missing).toEqual(['事由', '事项']);
    expect(letter!.title).toBe('　　　　');
  });
});
