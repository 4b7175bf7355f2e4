import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildPaper } from '../../src/papers/build-paper.ts';
import { checkProfile } from '../../src/papers/check/check-profile.ts';
import type { RawUnit } from './support.ts';
import { inputOf, profileOf, readYaml, schemeOf, unitOf } from './support.ts';

const TEMPLATES = join(import.meta.dirname, '../../templates');
const yamlIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).toSorted() : []);
const schemes = yamlIn(join(TEMPLATES, 'schemes')).map((id) => ({
  id,
  scheme: schemeOf(readYaml(TEMPLATES, 'schemes', id, 'scheme.yaml')),
}));
const bureau = unitOf(readYaml('bureau.yaml') as RawUnit);

/** Layouts that are made for readers outside. */
const AUDIENCE: Readonly<Record<string, 'public'>> = { 'risk-notice.yaml': 'public' };

describe.each(schemes)('layouts under $id', ({ id, scheme }) => {
  const own = join(TEMPLATES, 'schemes', id, 'tables');
  const layouts = [
    ...yamlIn(join(TEMPLATES, 'tables')).map((file) => ({
      folder: join(TEMPLATES, 'tables'),
      file,
    })),
    ...yamlIn(own).map((file) => ({ folder: own, file })),
  ];

  test.each(layouts)('$file', ({ folder, file }) => {
    const profile = profileOf(readYaml(folder, file));
    const table = file.replace(/\.yaml$/, '');
    const paper = scheme.papers.find((one) => one.table === table) ?? { id: table };
    const audience = scheme.papers.find((one) => one.table === table)?.audience ?? AUDIENCE[file];
    const faults = checkProfile(profile, { scheme, audience: audience ?? 'internal' }, (path) => ({
      file,
      path,
    }));
    expect(faults).toEqual([]);
    const input = inputOf(bureau, scheme);
    const blanks = buildPaper(input, profile, { paper, blank: true });
    expect(blanks).toHaveLength(1);
    for (const document of [...blanks, ...buildPaper(input, profile, { paper })]) {
      expect(JSON.stringify(document)).not.toContain('{{');
    }
  });
});
