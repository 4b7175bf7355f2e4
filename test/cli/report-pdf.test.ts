import { copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const SERIF = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
);

/** A repository with these fonts in lianfang.yaml, whose papers name a person that no font can print. */
function repository(fonts: string): string {
  const folder = tempFolder();
  cpSync(COUNTY, folder, { recursive: true });
  copyFileSync(SERIF, join(folder, '宋体.ttf'));
  const config = join(folder, 'lianfang.yaml');
  writeFileSync(config, `${readFileSync(config, 'utf8')}${fonts}`);
  const people = join(folder, 'units/womens-federation/people.yaml');
  writeFileSync(people, readFileSync(people, 'utf8').replace('张某', '张😀'));
  return folder;
}

async function report(fonts: string) {
  const out = tempFolder();
  const args = [
    'report',
    '个人廉政风险自查表',
    '-u',
    'womens-federation',
    '-f',
    'pdf',
    '-f',
    'xlsx',
  ];
  const { err, code } = await runCli([...args, '-o', out, '-q'], { cwd: repository(fonts) });
  const folder = join(out, 'womens-federation');
  const name = readdirSync(folder).find((own) => own.endsWith('.pdf'))!;
  const embedded = readFileSync(join(folder, name), 'latin1').matchAll(/\/FontName \/\w+\+(\S+)/g);
  return { err, code, fonts: [...embedded].map(([, font]) => String(font)).toSorted() };
}

test('report says which characters the fonts lack, and writes the file all the same', async () => {
  const { err, code, fonts } = await report('');
  expect(err).toMatch(/^注意：womens-federation\/.*\.pdf：字体中没有「😀」，印成了〓\n$/);
  expect(code).toBe(0);
  expect(fonts).toEqual(['NotoSansSC-Bold', 'NotoSerifSC-Regular']);
});

test('fonts may name files, from the folder of lianfang.yaml; names are for Excel', async () => {
  const own = await report('fonts:\n  head: 宋体.ttf\n  title: 宋体.ttf\n  body: 仿宋\n');
  expect(own.fonts).toEqual(['NotoSerifSC-Regular']);
  const { err, code } = await report('fonts:\n  body: 没有.ttf\n');
  expect(err).toContain('没有.ttf」读不到，已改用自带字体\n');
  expect(code).toBe(0);
});
