import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderFiles } from './support/folder-files.ts';
import { runBin } from './support/run-bin.ts';
import { tempFolder } from './support/temp-folder.ts';

const ROOT = join(import.meta.dirname, '..');

test('the build keeps every packaged scheme, layout and list as it is read', () => {
  const folder = tempFolder();
  const args = ['--import', 'tsx', '.ci/ready-templates.js', folder];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe' });
  const read = folderFiles(folder);
  expect(read.size).toBeGreaterThan(100);
  const texts = (files: ReadonlyMap<string, Buffer>) =>
    [...files].map(([name, bytes]) => [name, bytes.toString()]);
  expect(texts(folderFiles(join(ROOT, 'dist/ready')))).toEqual(texts(read));
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
