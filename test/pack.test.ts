import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What `npm publish` would send; the build must be up to date. */
function packed(): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--no-update-notifier'];
  const out = execFileSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [pack] = JSON.parse(out) as { files: { path: string }[] }[];
  return (pack?.files ?? []).map(({ path }) => path);
}

test('the package holds the program and what it needs, nothing else', () => {
  const files = packed();
  const ALLOWED = [
    /^(?:package\.json|LICENSE|CHANGELOG\.md|README(?:\.\w+)?\.md)$/,
    /^bin\/lianfang\.js$/,
    /^dist\/(?:[\w-]+\/)*[\w-]+\.(?:js|d\.ts)$/,
    /^dist\/rule-examples\.json$/,
    /^dist\/ready\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.json$/,
    /^dist\/fonts\/[\w-]+\.(?:ttf|otf|woff2?|br|txt)$/,
    /^templates\/schemes\/[a-z0-9-]+\/(?:scheme\.yaml|tables\/[a-z0-9-]+\.yaml)$/,
    /^templates\/(?:schemes\/[a-z0-9-]+\/)?documents\/[a-z0-9-]+\.md$/,
    /^templates\/(?:rules|words)\/[a-z-]+\.yaml$/,
    /^templates\/tables\/[a-z0-9-]+\.yaml$/,
    /^templates\/init\/(?:ci\/)?[a-z.]+$/,
    /^schemas\/[a-z-]+\.schema\.json$/,
  ];
  expect(files.filter((file) => !ALLOWED.some((allowed) => allowed.test(file)))).toEqual([]);
  for (const needed of [
    'package.json',
    'LICENSE',
    'README.md',
    'CHANGELOG.md',
    'bin/lianfang.js',
    'dist/cli.js',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/rule-examples.json',
    'templates/rules/reading.yaml',
    'templates/words/slogans.yaml',
    'templates/init/lianfang.yaml.hbs',
    'templates/init/gitignore',
    'templates/schemes/shaoxing/scheme.yaml',
    'schemas/unit.schema.json',
  ]) {
    expect(files).toContain(needed);
  }
});

test('no packed text names a place of this machine', () => {
  const home = homedir();
  for (const file of packed()) {
    if (!/\.(?:js|ts|json|yaml|yml|md|hbs)$|LICENSE$/.test(file)) continue;
    const text = readFileSync(join(ROOT, file), 'utf8');
    const places = [ROOT, `${home}/`, '/tmp/', '/home/', '/Users/', 'file://'].filter((place) =>
      text.includes(place),
    );
    expect([file, places]).toEqual([file, []]);
  }
});

test('the program starts from what is packed alone', () => {
  const { imports, exports, bin } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as {
    imports: Record<string, Record<string, string>>;
    exports: Record<string, string | Record<string, string>>;
    bin: Record<string, string>;
  };
  const files = packed();
  const named = [
    imports['#cli']!['default']!,
    ...Object.values(bin),
    ...Object.values(exports['.'] as Record<string, string>),
  ];
  for (const file of named) expect(files).toContain(file.replace(/^\.\//, ''));
});
