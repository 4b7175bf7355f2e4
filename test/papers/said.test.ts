import { expect, test } from 'vitest';
import { buildPaper } from '../../src/papers/build-paper.ts';
import { txt } from '../../src/renderers/txt.ts';
import { TEMPLATES_READ } from './claims.ts';
import type { RawUnit } from './support.ts';
import { inputOf, readYaml, schemeOf, unitOf } from './support.ts';

type Case = {
  readonly name: string;
  readonly scheme: string;
  readonly layout: string;
  readonly unit?: Partial<RawUnit>;
  /** What differed from the common unit a year before. */
  readonly earlier?: Partial<RawUnit>;
  readonly says?: readonly string[];
  readonly never?: readonly string[];
};

/** What packaged papers of a small unit must say, and must not. */
const cases = readYaml('said.yaml') as readonly Case[];
const bureau = readYaml('bureau.yaml') as RawUnit;
const TEMPLATES = '../../templates/schemes';

function profileNamed(layout: string, scheme: string) {
  const stem = (name: string) => name.replace(/^.*\/|\.\w+$/g, '');
  const named = TEMPLATES_READ.filter(({ name }) => stem(name) === layout);
  const template =
    named.find((each) => each.scheme === scheme) ?? named.find((each) => each.scheme === undefined);
  return template?.profile;
}

test.each(cases)('$name', async ({ scheme: id, layout, unit, earlier, says = [], never = [] }) => {
  const scheme = schemeOf(readYaml(TEMPLATES, id, 'scheme.yaml'));
  const inputWith = (raw: Partial<RawUnit>) => inputOf(unitOf({ ...bureau, ...raw }), scheme);
  const documents = buildPaper(
    {
      ...inputWith(unit ?? {}),
      ...(earlier && { earlier: { ...inputWith(earlier), edition: '2025' } }),
      layoutOf: ({ table, document }) => profileNamed(table ?? document ?? '', id),
    },
    profileNamed(layout, id)!,
    { paper: { id: layout }, edition: 2026 },
  );
  const files = await txt.render(documents, {
    name: layout,
    author: '',
    fonts: { title: '', head: '', body: '' },
  });
  const text = files
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .join('')
    .replaceAll(/[ \n]/g, '');
  expect(text).not.toBe('');
  for (const sentence of says) expect(text).toContain(sentence);
  for (const sentence of never) expect(text).not.toContain(sentence);
});
