import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readProfile, resolveScheme } from '../src/pipeline/resolve-scheme.ts';
import { openPackagedSchemes } from '../src/repository/open-project.ts';
import { packagedRoot } from '../src/repository/packaged.ts';
import { readyName } from '../src/repository/ready-templates.ts';
import { runBin } from './support/run-bin.ts';
import { tempFolder } from './support/temp-folder.ts';

const READY = join(import.meta.dirname, '../dist/ready');
const library = openPackagedSchemes();
const root = packagedRoot();
const files = readdirSync(root.path, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?:scheme|tables\/[^/]+)\.yaml$|documents\/[^/]+\.md$/.test(file),
);

/** What a packaged file is worth when it is read from source. */
function valueOf(file: string): unknown {
  const [, id] = /^schemes\/([^/]+)\/scheme\.yaml$/.exec(file) ?? [];
  if (id !== undefined) {
    const resolved = resolveScheme(id, { file: '', path: [] }, library);
    return resolved.scheme && { scheme: resolved.scheme, chain: resolved.chain };
  }
  const source = library.sources.read(root, file)!;
  const ref = { file: source.file, path: [] };
  return readProfile({ value: source.value, ref }, library).profile;
}

test('the build keeps every packaged scheme and layout as it is read', () => {
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const kept: unknown = JSON.parse(readFileSync(join(READY, readyName(file)), 'utf8'));
    expect([file, kept]).toStrictEqual([file, valueOf(file)]);
  }
  const names = readdirSync(READY, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.json')).toSorted()).toEqual(
    files.map(readyName).toSorted(),
  );
});

test.each(['tables/talk-inspection.yaml', 'schemes/shaoxing/tables/control-list.yaml'])(
  'a layout of the repository is not taken for the proven one: %s',
  (own) => {
    const folder = tempFolder({
      'lianfang.yaml': 'title: 某县\nscheme: shaoxing\nclassification: 内部\n',
      'units/bureau/unit.yaml': 'name: 某县财政局\n',
      [own]: 'title: 自查表\nsheetPer: unit\nsections:\n  - fields: {of: [unit.nome]}\n',
    });
    const { out } = runBin(['-C', folder, 'check']);
    expect(out).toContain(`${own}:4:`);
  },
);
