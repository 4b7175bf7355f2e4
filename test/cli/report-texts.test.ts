import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** A unit whose scheme asks for letters, and one of the letters. */
const UNIT = 'audit-bureau';

function county(): string {
  const folder = tempFolder();
  cpSync(COUNTY, folder, { recursive: true });
  return folder;
}

async function report(cwd: string, ...args: string[]) {
  const out = tempFolder();
  const result = await runCli(['report', '--out', out, ...args], { cwd });
  const files = folderFiles(out);
  return { ...result, files, names: [...files.keys()] };
}

function withDocument(text: string): string[] {
  const file = join(tempFolder(), '函.md');
  writeFileSync(file, text);
  return ['--profile', file, '--unit', UNIT, '--format', 'md'];
}

const HEAD = '---\ntitle: 函\nstyle: letter\nsheetPer: letter\n---\n';

describe('a text of the user', () => {
  test('is printed from its file', async () => {
    const args = withDocument(`${HEAD}{{unit.name}}发出{{letter.kind}}。\n`);
    const { code, files, names, err } = await report(COUNTY, ...args);
    expect(code).toBe(0);
    expect(names).toHaveLength(1);
    expect(files.get(names[0]!)!.toString()).toMatch(/^某县审计局发出.+。$/m);
    expect(err).not.toContain('注意');
  });

  test('tells what the data lacks, once a letter', async () => {
    const folder = county();
    const letters =
      '- { id: l01, kind: 通报 }\n- { id: l02, kind: 通报, number: 某纪〔2026〕1号 }\n';
    writeFileSync(join(folder, 'units', UNIT, 'letters.yaml'), letters);
    const args = withDocument(`${HEAD}{{letter.number}}{{letter.number}}，{{letter.on}}\n`);
    const { code, err, files, names } = await report(folder, ...args);
    expect(code).toBe(0);
    expect(err).toContain('注意：某县审计局：《函》l01：缺 文号、发出日期，已留空\n');
    expect(err).toContain('注意：某县审计局：《函》l02：缺 发出日期，已留空\n');
    expect(files.get(names[0]!)!.toString()).not.toMatch(/undefined|\{\{/);
    const blank = await report(folder, ...args, '--blank');
    expect(blank.err).not.toContain('注意');
    expect(blank.code).toBe(0);
  });

  test('is refused with the places of its faults', async () => {
    const args = withDocument(`${HEAD}据{{letter.subjct}}，\n\n# 大标题\n`);
    const { code, err, names } = await report(COUNTY, ...args);
    expect(code).toBe(1);
    expect(names).toEqual([]);
    expect(err).toContain(
      '函.md:6:2 LF621 没有字段「letter.subjct」（您是否要写「letter.subject」）',
    );
    expect(err).toContain('函.md:8:1 LF625');
  });
});

describe('a paper of which the unit has nothing this year', () => {
  function withoutLetters(): string {
    const folder = county();
    rmSync(join(folder, 'units', UNIT, 'letters.yaml'));
    return folder;
  }

  test('is told of where it was asked for', async () => {
    const args = ['提醒函', '--unit', UNIT];
    const { code, err, names } = await report(withoutLetters(), ...args);
    expect(code).toBe(0);
    expect(names).toEqual([]);
    expect(err).toContain('未出表：某县审计局：《提醒函》本年尚无此项\n');
  });

  test('stands in the list of the whole set without failing it', async () => {
    const args = ['--unit', UNIT, '--format', 'md'];
    const { code, err, files } = await report(withoutLetters(), ...args);
    expect(code).toBe(0);
    expect(files.get(`${UNIT}/目录.md`)!.toString()).toMatch(/\| 提醒函 \| 本年尚无此项 \|/);
    expect(err).not.toContain('未出表');
  });

  test('prints as an empty form', async () => {
    const args = ['提醒函', '--unit', UNIT, '--format', 'md', '--blank'];
    const { code, names, files } = await report(withoutLetters(), ...args);
    expect(code).toBe(0);
    expect(names).toHaveLength(1);
    expect(files.get(names[0]!)!.toString()).toMatch(/年　月　日$/m);
  });
});

describe('a layout that no scheme lists', () => {
  test('is printed by its title or id', async () => {
    for (const name of ['待审清单', 'review-list']) {
      const { code, names } = await report(COUNTY, name, '--unit', UNIT, '--format', 'md');
      expect(code).toBe(0);
      expect(names).toEqual([`${UNIT}/待审清单.md`]);
    }
  });

  test('says what changed since an earlier edition', async () => {
    const folder = county();
    const file = join(folder, 'units/town/risks.yaml');
    const [first = '', , ...rest] = readFileSync(file, 'utf8').split(/^(?=- id:)/m);
    writeFileSync(file, [first, ...rest].join(''));
    const config = join(folder, 'lianfang.yaml');
    writeFileSync(config, readFileSync(config, 'utf8').replace('edition: 2026', 'edition: 2025'));
    const args = ['待审清单', '--unit', 'town', '--format', 'md', '--against', folder];
    const { code, names, files } = await report(COUNTY, ...args);
    expect(code).toBe(0);
    expect(files.get(names[0]!)!.toString()).toContain('与2025年相比，变动1个');
    expect(files.get(names[0]!)!.toString()).toMatch(/\| 1 \| 新增 \|/);
  });
});

test('forms are workbooks and letters are office documents', async () => {
  const { code, names } = await report(COUNTY, '提醒函', '待审清单', '--unit', UNIT);
  expect(code).toBe(0);
  expect(names.map((name) => name.replace(/.*\./, '')).toSorted()).toEqual(['docx', 'xlsx']);
});
