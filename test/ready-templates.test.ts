import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packagedValues } from '../src/pipeline/packaged-values.ts';
import { readyName } from '../src/repository/ready-templates.ts';
import { runBin } from './support/run-bin.ts';
import { tempFolder } from './support/temp-folder.ts';

const READY = join(import.meta.dirname, '../dist/ready');

test('the build keeps every packaged scheme, layout and list as it is read', () => {
  const { values, findings } = packagedValues();
  expect(findings).toEqual([]);
  expect(values.size).toBeGreaterThan(100);
  for (const [file, value] of values) {
    const kept: unknown = JSON.parse(readFileSync(join(READY, readyName(file)), 'utf8'));
    expect([file, kept]).toStrictEqual([file, value]);
  }
  const names = readdirSync(READY, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.json')).toSorted()).toEqual(
    [...values.keys()].map(readyName).toSorted(),
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
