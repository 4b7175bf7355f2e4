import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Document } from '../../src/papers/document.ts';
import { DEFAULT_FONTS, loadRenderer } from '../../src/renderers/renderer-registry.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { WORD_FILES, WORKBOOKS } from './printed-papers.ts';
import { UNITS } from './printed-sets.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the PDFs, named by format and file, and of the sets as JSON; none without LibreOffice. */
    readonly printed: string | undefined;
  }
}

const PROGRAMS = ['soffice', 'pdftotext'];

/** Prints once what all tests of this folder look at: LibreOffice takes long to start. */
export async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const missing = PROGRAMS.filter((program) => spawnSync('which', [program]).status !== 0);
  project.provide('printed', undefined);
  if (missing.length > 0) {
    const said = `没有 ${missing.join('、')}`;
    if (process.env['LIANFANG_NEEDS_OFFICE'] === '1') throw new Error(said);
    process.stderr.write(`${said}：跳过 test/office 中对 Word、Excel 文件打印效果的核对\n`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'lianfang-office-'));
  await writeSamples(folder, 'docx', WORD_FILES);
  await writeSamples(folder, 'xlsx', WORKBOOKS);
  for (const unit of UNITS) await writeSet(folder, unit);
  printFiles(folder);
  project.provide('printed', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function writeSamples(
  folder: string,
  format: 'docx' | 'xlsx',
  files: Readonly<Record<string, readonly Document[]>>,
): Promise<void> {
  const { render } = await loadRenderer(format);
  for (const [name, documents] of Object.entries(files)) {
    const [file] = await render(documents, { name, fonts: DEFAULT_FONTS, author: '某县某局' });
    writeFileSync(join(folder, `${format}-${name}.${format}`), file!.bytes);
  }
}

async function writeSet(folder: string, unit: string): Promise<void> {
  const out = join(folder, 'sets');
  const args = ['report', '-u', unit, '-f', 'docx', '-f', 'xlsx', '-f', 'json', '-o', out, '-q'];
  const { code, err } = await runCli(args, { cwd: COUNTY });
  if (code !== 0) throw new Error(err);
  for (const name of readdirSync(join(out, unit))) {
    const format = name.split('.').at(-1) ?? '';
    if (format === 'docx' || format === 'xlsx') {
      copyFileSync(join(out, unit, name), join(folder, `${format}-${unit} ${name}`));
    }
  }
}

/** Turns all office files of a folder into PDFs beside them, by one start. */
function printFiles(folder: string): void {
  const files = readdirSync(folder).filter((name) => /\.(?:docx|xlsx)$/.test(name));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder];
  const paths = files.map((name) => join(folder, name));
  const { stdout, stderr } = spawnSync('soffice', [...args, ...paths], { encoding: 'utf8' });
  const lost = files.filter((name) => !existsSync(join(folder, name.replace(/\w+$/, 'pdf'))));
  if (lost.length > 0) {
    throw new Error(`LibreOffice did not print ${lost.join(', ')}\n${stdout}${stderr}`);
  }
}
