import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildPaper } from '../../src/papers/build-paper.ts';
import { checkProfile } from '../../src/papers/check/check-profile.ts';
import { readDocument } from '../../src/source/read-document.ts';
import type { RawUnit } from './support.ts';
import { inputOf, profileOf, readYaml, schemeOf, unitOf } from './support.ts';

const TEMPLATES = join(import.meta.dirname, '../../templates');
const textsIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .map((file) => ({ folder, file }))
    : [];
const schemes = readdirSync(join(TEMPLATES, 'schemes')).map((id) => ({
  id,
  scheme: schemeOf(readYaml(TEMPLATES, 'schemes', id, 'scheme.yaml')),
}));
const bureau = unitOf(readYaml('bureau.yaml') as RawUnit);

function profileIn(folder: string, file: string) {
  const { value, findings } = readDocument(file, readFileSync(join(folder, file)));
  expect(findings).toEqual([]);
  return profileOf(value);
}

/** Every letter and text of the package under every scheme: its own words, empty and filled in. */
describe.each(schemes)('texts under $id', ({ id, scheme }) => {
  const texts = [
    ...textsIn(join(TEMPLATES, 'documents')),
    ...textsIn(join(TEMPLATES, 'schemes', id, 'documents')),
  ];

  test.each(texts)('$file', ({ folder, file }) => {
    const profile = profileIn(folder, file);
    const name = file.replace(/\.md$/, '');
    const paper = scheme.papers.find(({ document }) => document === name) ?? { id: name };
    const audience = 'audience' in paper ? paper.audience : 'internal';
    const place = (path: readonly (string | number)[]) => ({ file, path });
    expect(checkProfile(profile, { scheme, audience }, place)).toEqual([]);

    const input = inputOf(bureau, scheme);
    const blanks = buildPaper(input, profile, { paper, blank: true });
    expect(blanks.length).toBeGreaterThan(0);
    for (const document of [...blanks, ...buildPaper(input, profile, { paper })]) {
      expect(JSON.stringify(document)).not.toContain('{{');
    }
  });
});
