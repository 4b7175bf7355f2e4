import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Who may import whom. Heavy packages stand behind `lazy:` and are only ever loaded by `import()`. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  util: ['npm:get-east-asian-width'],
  diagnostics: ['util'],
  model: ['diagnostics', 'util', 'npm:zod'],
  source: ['diagnostics', 'util', 'npm:yaml', 'node:module'],
  repository: [
    'source',
    'model',
    'diagnostics',
    'util',
    'npm:zod',
    'node:fs',
    'node:path',
    'node:url',
  ],
  scheme: ['model', 'diagnostics', 'util', 'npm:zod'],
  rules: ['signoff', 'calendar', 'scheme', 'model', 'diagnostics', 'util', 'npm:zod'],
  history: ['repository', 'model', 'scheme', 'util', 'node:child_process', 'node:path'],
  signoff: ['scheme', 'model', 'util', 'node:crypto'],
  papers: [
    'signoff',
    'scheme',
    'model',
    'diagnostics',
    'util',
    'npm:zod',
    'npm:marked',
    'node:module',
  ],
  calendar: ['scheme', 'model', 'diagnostics', 'util'],
  archive: ['util', 'npm:fflate', 'node:crypto'],
  figures: ['model', 'scheme', 'util', 'lazy:@dagrejs/dagre'],
  renderers: [
    'papers',
    'figures',
    'model',
    'util',
    'lazy:exceljs',
    'lazy:pdfkit',
    'npm:fflate',
    'node:fs',
    'node:module',
    'node:url',
  ],
  'command-line': [
    'calendar',
    'commands',
    'renderers',
    'util',
    'io',
    'errors',
    'version',
    'npm:commander',
  ],
  formatters: ['diagnostics', 'util', 'npm:chalk'],
  pipeline: [
    'repository',
    'calendar',
    'signoff',
    'scheme',
    'rules',
    'papers',
    'model',
    'diagnostics',
    'util',
  ],
  commands: [
    'pipeline',
    'history',
    'archive',
    'calendar',
    'signoff',
    'repository',
    'scheme',
    'rules',
    'papers',
    'renderers',
    'formatters',
    'source',
    'model',
    'diagnostics',
    'util',
    'io',
    'errors',
    'npm:zod',
    'node:fs',
    'node:path',
    'node:url',
    'lazy:@clack/prompts',
  ],
};

type Import = { readonly file: string; readonly target: string };

for (const [layer, allowed] of Object.entries(LAYERS)) {
  test(`${layer} imports only what it may`, () => {
    const strangers = importsOf(layer).filter(
      ({ target }) => target !== layer && !allowed.includes(target),
    );
    expect(strangers).toEqual([]);
  });
}

test('every folder of src has its line in the table', () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).toSorted()).toEqual(Object.keys(LAYERS).toSorted());
});

test('nothing reaches for the network', () => {
  const files = filesIn(SRC).map((file) => readFileSync(file, 'utf8'));
  for (const text of files) expect(text).not.toMatch(/node:(?:http|https|net|dns|tls)|fetch\(/);
});

test('the clock is read in one place', () => {
  const readers = filesIn(SRC)
    .filter((file) => /Date\.now\(|new Date\(\)/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(SRC, file));
  expect(readers).toEqual(['io.ts']);
});

function importsOf(layer: string): Import[] {
  return filesIn(join(SRC, layer)).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found: Import[] = [];
    const pattern = /(?:^|\n)(import|export) (type )?[^;]*?from '([^']+)'|import\('([^']+)'\)/g;
    for (const [, , isType, fixed, lazy] of text.matchAll(pattern)) {
      // A type from a package vanishes in the build; one of our own still ties two layers.
      const specifier = fixed ?? lazy!;
      if (isType !== undefined && !specifier.startsWith('.')) continue;
      const target = targetOf(file, specifier, lazy !== undefined);
      found.push({ file: relative(SRC, file), target });
    }
    return found;
  });
}

function targetOf(file: string, specifier: string, isLazy: boolean): string {
  if (specifier.startsWith('node:')) return specifier;
  if (!specifier.startsWith('.')) return `${isLazy ? 'lazy' : 'npm'}:${specifier}`;
  const path = relative(SRC, join(dirname(file), specifier));
  return path.includes(sep) ? path.split(sep)[0]! : path.replace(/\.ts$/, '');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}
