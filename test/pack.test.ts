import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { folderFiles } from './support/folder-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A folder in which the packed package is installed, and nothing that it does not ask for. */
const INSTALLED = installed();
/** What `npm publish` would send; the build must be up to date. */
const PACKED = [...folderFiles(join(INSTALLED, 'node_modules/lianfang')).keys()];

test('the package holds the program and what it needs, nothing else', () => {
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
  expect(PACKED.filter((file) => !ALLOWED.some((allowed) => allowed.test(file)))).toEqual([]);
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
    expect(PACKED).toContain(needed);
  }
});

test('no packed text names a place of this machine', () => {
  const home = homedir();
  for (const file of PACKED) {
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
  const named = [
    imports['#cli']!['default']!,
    ...Object.values(bin),
    ...Object.values(exports['.'] as Record<string, string>),
  ];
  for (const file of named) expect(PACKED).toContain(file.replace(/^\.\//, ''));
});

function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lianfang-pack-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  run('npm', 'pack', ROOT, '--ignore-scripts', '--offline', '--silent');
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'lianfang'), { recursive: true });
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  run('tar', '-xzf', tarball, '-C', join(modules, 'lianfang'), '--strip-components=1');
  const { dependencies } = JSON.parse(
    readFileSync(join(modules, 'lianfang/package.json'), 'utf8'),
  ) as { dependencies: Record<string, string> };
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  return folder;
}

test('a program prints a table through the library, as the guide says', () => {
  const folder = INSTALLED;
  const guide = readFileSync(join(ROOT, 'docs/library.md'), 'utf8');
  const [, example = ''] = /```js\n(.*?)```/s.exec(guide) ?? [];
  writeFileSync(join(folder, 'example.js'), example);
  cpSync(
    join(ROOT, 'examples/county/units/finance-bureau'),
    join(folder, 'data/units/finance-bureau'),
    {
      recursive: true,
    },
  );
  writeFileSync(join(folder, 'data/lianfang.yaml'), 'edition: 2026\nclassification: 内部\n');

  const said = execFileSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' });
  expect(said).not.toContain(' LF');
  expect(said).toMatch(/^g-02 .+ (?:重要|一般)$/m);
  expect(readdirSync(join(folder, 'out'))).toEqual([
    '廉洁风险防控清单.md',
    '廉洁风险防控清单.xlsx',
  ]);
  const table = readFileSync(join(folder, 'out/廉洁风险防控清单.md'), 'utf8');
  expect(table).toContain('# 廉洁风险防控清单');
  expect(table.split('\n').filter((line) => line.startsWith('|')).length).toBeGreaterThan(20);

  // A TypeScript program sees the same with types, and what is wrong with it is told.
  const script = (layout: string) => `
import type { AssessedUnit, Diagnostic, Document, Layout, RenderedFile, Repository } from 'lianfang';
import { buildPaper, check, findUnit, FORMATS, loadLayout, openRepository, rate, renderPaper, UsageError } from 'lianfang';

const repository: Repository = await openRepository('data');
const unit: AssessedUnit = findUnit(repository, 'finance-bureau');
const found: readonly Diagnostic[] = await check(repository, { asOf: '2026-06-30' });
const level: string | undefined = rate(unit.unit, unit.resolved.scheme).risks.get('g-02')?.level;
const layout: ${layout} = await loadLayout(repository, unit, '廉洁风险防控清单', 'internal');
const sheets: readonly Document[] = await buildPaper(repository, unit, layout, { blank: true });
const files: readonly RenderedFile[] = await renderPaper(repository, unit, sheets, FORMATS[0], '清单');
const hint = (error: unknown): string | undefined => (error instanceof UsageError ? error.hint : undefined);
export { files, found, hint, level };
`;
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{"compilerOptions": {"strict": true, "noEmit": true, "module": "nodenext", "target": "es2023", "types": ["node"], "skipLibCheck": false}}',
  );
  const typecheck = (text: string) => {
    writeFileSync(join(folder, 'consumer.ts'), text);
    return spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc')], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  };
  expect(typecheck(script('Layout'))).toBe('');
  expect(typecheck(script('string'))).toMatch(/^consumer\.ts\(9,7\): error TS2322/);
});
