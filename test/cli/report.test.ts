import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { readTables } from '../support/read-tables.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const FORMATS = ['xlsx', 'md', 'csv', 'json'].flatMap((format) => ['--format', format]);

function county(): string {
  const folder = tempFolder();
  cpSync(COUNTY, folder, { recursive: true });
  return folder;
}

/** Runs `report` in a repository and reads what it wrote. */
async function report(cwd: string, ...args: string[]) {
  const out = tempFolder();
  const result = await runCli(['report', '--out', out, ...args], { cwd });
  return { ...result, folder: out, files: folderFiles(out) };
}

/** Everything a file says, packed parts too. */
function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString();
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${Buffer.from(part).toString()}`)
    .join('\n');
}

describe('a faulty unit', () => {
  function withFault(): string {
    const folder = county();
    const file = join(folder, 'units/womens-federation/posts.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n- {id: extra, name: 多余岗, rank: 皇帝}\n`);
    return folder;
  }

  test('is passed over with the reason; the others are printed', async () => {
    const { code, err, files } = await report(withFault(), '--format', 'md');
    expect(code).toBe(1);
    expect(err).toMatch(
      /^未出表：某区妇联：有 \d+ 个错误，先用 lianfang check 改正，或加 --draft 出草稿$/m,
    );
    const units = new Set([...files.keys()].map((name) => name.split('/')[0]));
    const others = readdirSync(join(COUNTY, 'units')).filter((id) => id !== 'womens-federation');
    expect(units).toEqual(new Set(others));
  });

  test('is printed as a draft if asked, and every page says so', async () => {
    const args = ['--draft', '--unit', 'womens-federation', ...FORMATS];
    const { code, files } = await report(withFault(), ...args);
    expect(code).toBe(0);
    for (const [name, bytes] of files) {
      if (name.endsWith('目录.md') || name.endsWith('.csv')) continue;
      if (name.endsWith('.xlsx')) {
        const sheets = Object.entries(unzipSync(bytes)).filter(([part]) => part.includes('/sheet'));
        expect(sheets.length).toBeGreaterThan(0);
        for (const [, sheet] of sheets) {
          expect(Buffer.from(sheet).toString()).toMatch(/<oddHeader>[^<]*草稿/);
        }
      } else if (name.endsWith('.json')) {
        const { documents } = JSON.parse(bytes.toString()) as { documents: { draft: boolean }[] };
        expect(new Set(documents.map(({ draft }) => draft))).toEqual(new Set([true]));
      } else {
        const papers = bytes.toString().match(/^# /gm);
        expect(bytes.toString().match(/\*\*草稿\*\*/g)?.length).toBe(papers?.length);
      }
    }
  });

  test('a clean unit is no draft', async () => {
    const { files } = await report(county(), '--unit', 'finance-bureau', '--format', 'md');
    for (const bytes of files.values()) {
      // A report of what is not signed through says so itself.
      const text = bytes.toString().replaceAll(/（草稿：尚有\d+项未审定）/g, '');
      expect(text).not.toContain('草稿');
    }
  });
});

describe('what is printed', () => {
  test('one paper by its id or its title, in the formats asked for', async () => {
    const byTitle = await report(county(), '廉洁风险防控清单', '--format', 'md', '--format', 'csv');
    expect([...byTitle.files.keys()]).toEqual([
      'finance-bureau/01 廉洁风险防控清单.csv',
      'finance-bureau/01 廉洁风险防控清单.md',
    ]);
    const byId = await report(county(), 'control-list', '--format', 'md', '--format', 'csv');
    expect(byId.files).toEqual(byTitle.files);
    expect(byId.out.trimEnd().split('\n')).toHaveLength(2);
    expect(byId.err).toBe('已写入 2 个文件\n');
  });

  test('--blank is an empty form with its heads and lines to write on', async () => {
    const args = ['control-list', '--blank', '--spare-rows', '5', '--format', 'xlsx'];
    const { files } = await report(county(), ...args);
    const [[name, bytes] = ['', Buffer.alloc(0)]] = files;
    const [paper] = await readTables('xlsx', [{ name, bytes }]);
    expect(paper?.title).toBe('廉洁风险防控清单');
    expect(paper?.tables[0]?.headers.length).toBeGreaterThan(5);
    expect(paper?.tables[0]?.rows).toEqual([]);
    expect(textOf(bytes)).not.toContain('张某');
  });

  test('--spare-rows adds rows to the end and changes nothing else', async () => {
    const rowsOf = (bytes: Buffer) =>
      Object.entries(unzipSync(bytes))
        .filter(([part]) => part.includes('/sheet'))
        .map(([, sheet]) => Buffer.from(sheet).toString().match(/<row /g)?.length ?? 0);
    const [usual, more] = await Promise.all(
      ['0', '7'].map((rows) =>
        report(county(), 'control-list', '--spare-rows', rows, '--format', 'xlsx'),
      ),
    );
    const [[, before] = ['', Buffer.alloc(0)]] = usual!.files;
    const [[, after] = ['', Buffer.alloc(0)]] = more!.files;
    expect(rowsOf(after)[0]! - rowsOf(before)[0]!).toBe(7);
    const read = (bytes: Buffer) => readTables('xlsx', [{ name: '', bytes }]);
    expect(await read(after)).toEqual(await read(before));
  });

  test('--per-file gives each person a file', async () => {
    const args = ['personal-check', '--unit', 'womens-federation', '--format', 'md'];
    const together = await report(county(), ...args);
    const apart = await report(county(), ...args, '--per-file');
    const [all = ''] = [...together.files.values()].map(String);
    expect(together.files.size).toBe(1);
    expect(apart.files.size).toBe(all.match(/^# /gm)?.length);
    for (const [name, bytes] of apart.files) {
      expect(name).toMatch(/^womens-federation\/01 个人廉政风险自查表\/[^/]+\.md$/);
      expect(all).toContain(bytes.toString().trimEnd());
    }
  });
});

test('file names are safe whatever names the data have', async () => {
  const folder = county();
  const NASTY = [
    '../../越界',
    'a/b\\c:d*e?f"g<h>i|j',
    'a b\\c:d*e?f"g<h>i|j',
    '..',
    '.隐藏',
    'CON',
    '末尾有点。. . ',
    '长'.repeat(90),
    '😀'.repeat(60),
    '同名',
    '同名',
  ];
  const nasty = NASTY.map(
    (name, index) =>
      `- {id: n${index}, name: ${JSON.stringify(name)}, rank: 一般干部, department: d${index}}\n`,
  );
  const departments = NASTY.map(
    (name, index) => `  - {id: d${index}, name: ${JSON.stringify(name)}}\n`,
  );
  const posts = join(folder, 'units/construction-company/posts.yaml');
  writeFileSync(posts, `${readFileSync(posts, 'utf8')}\n${nasty.join('')}`);
  const unit = join(folder, 'units/construction-company/unit.yaml');
  writeFileSync(
    unit,
    readFileSync(unit, 'utf8').replace(/^departments:\n/m, (found) => found + departments.join('')),
  );
  for (const extra of [[], ['--per-file']]) {
    const args = ['--draft', '--unit', 'construction-company', ...FORMATS, ...extra];
    const { code, out, err, files } = await report(folder, ...args);
    expect(code, err).toBe(0);
    // Every file that was named is there: none went elsewhere or over another.
    const listed = out.trimEnd().split('\n');
    expect(new Set(listed).size).toBe(listed.length);
    expect(files.size).toBe(listed.length);
    for (const name of files.keys()) {
      for (const part of name.split('/')) {
        expect(part).not.toMatch(/[<>:"\\|?*\u0000-\u001F]|[. ]$|^\.|^(?:CON|NUL|AUX|PRN)(?:\.|$)/);
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
      }
    }
  }
});

describe('only inside may people be named', () => {
  const SENTINELS = ['哨兵甲乙', '瞭望丙丁', '更夫戊己'];

  /** A county whose people all have names that stand nowhere else. */
  function withSentinels(): { folder: string; names: string[] } {
    const folder = county();
    const names: string[] = [];
    for (const [name, bytes] of folderFiles(folder)) {
      if (!name.endsWith('people.yaml')) continue;
      const text = bytes.toString().replace(/name: \S+?(?=\s*[}\n])/g, () => {
        const sentinel = `${SENTINELS[names.length % 3]}${String(names.length)}`;
        names.push(sentinel);
        return `name: ${sentinel}`;
      });
      writeFileSync(join(folder, name), text);
    }
    return { folder, names };
  }

  test.each(['public', 'internal'])('%s', async (audience) => {
    const { folder, names } = withSentinels();
    expect(names.length).toBeGreaterThan(30);
    const all: string[] = [];
    for (const how of [FORMATS, ['--format', 'md', '--per-file']]) {
      const made = await report(folder, '--audience', audience, ...how);
      expect(made.code, made.err).toBe(0);
      all.push(made.out.replaceAll(made.folder, ''), made.err);
      all.push(...[...made.files].map(([name, bytes]) => name + textOf(bytes)));
    }
    const text = all.join('\n');
    const found = SENTINELS.filter((sentinel) => text.includes(sentinel));
    if (audience === 'internal') expect(found).toEqual(SENTINELS);
    if (audience === 'public') expect(found).toEqual([]);
    expect(text).toContain('防控');
  });
});

describe('for society', () => {
  test('the papers that each scheme makes public and no other, the rest with the reason', async () => {
    const { code, err, files } = await report(COUNTY, '--audience', 'public', '--format', 'txt');
    expect(code).toBe(0);
    const papers = [...files.keys()].filter((name) => !name.endsWith('目录.md'));
    expect(papers.toSorted()).toEqual([
      'audit-bureau/01 单位廉政承诺书.txt',
      'audit-bureau/02 廉政承诺公示.txt',
      'culture-tourism/01 廉政风险点目录.txt',
      'culture-tourism/02 裁量权基准表.txt',
      'culture-tourism/03 廉政风险点公示.txt',
      'statistics-bureau/01 权力清单.txt',
      'statistics-bureau/02 责任清单.txt',
      'statistics-bureau/03 局本级廉政风险清单.txt',
      'statistics-bureau/04 科室（队）廉政风险清单.txt',
      'statistics-bureau/05 廉政风险清单公示.txt',
      'town/01 风险岗位职权目录.txt',
      'town/02 风险岗位业务流程目录.txt',
      'town/03 业务流程图.txt',
    ]);
    expect(err).toContain('《廉政风险点公示》按方案只在单位内公布，用 --audience unit 生成');
    expect(err).toMatch(/某县财政局：《廉洁风险防控清单》.*供内部使用，方案没有要求向社会公布/);
  });

  test('a unit that posts nothing gets no folder, and the run says so by its code', async () => {
    const made = await report(COUNTY, '--audience', 'public', '--unit', 'finance-bureau');
    expect([made.code, made.files.size]).toEqual([1, 0]);
  });

  test('what is posted in the unit goes there, also a form that is only posted', async () => {
    const args = ['--audience', 'unit', '--unit', 'special-school', '--format', 'txt'];
    const { files } = await report(COUNTY, ...args);
    const text = [...files.keys()].join('\n');
    expect(text).toContain('廉政风险公示');
    expect(text).toContain('单位廉政风险防控登记表');
    expect(text).not.toContain('个人岗位廉政风险防控登记表');
  });
});

describe('what is on the disk is safe', () => {
  test('nothing is overwritten unless told, and then all of it', async () => {
    const out = tempFolder({ 'finance-bureau/01 廉洁风险防控清单.md': '我的\n' });
    const run = (...args: string[]) =>
      runCli(['report', '--unit', 'finance-bureau', '--out', out, '--format', 'md', ...args], {
        cwd: COUNTY,
      });
    const before = folderFiles(out);
    const refused = await run();
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('01 廉洁风险防控清单.md');
    expect(refused.err).toContain('--force');
    expect(folderFiles(out)).toEqual(before);
    expect((await run('--force')).code).toBe(0);
    expect(folderFiles(out).get('finance-bureau/01 廉洁风险防控清单.md')?.toString()).toContain(
      '#',
    );
  });

  test('--dry-run lists what it would write and writes nothing', async () => {
    const dry = await report(county(), '--unit', 'finance-bureau', '--dry-run', ...FORMATS);
    expect([dry.code, dry.files.size]).toEqual([0, 0]);
    expect(dry.err).toMatch(/^将写入 \d+ 个文件\n$/);
    const wet = await report(county(), '--unit', 'finance-bureau', ...FORMATS);
    const names = dry.out.replaceAll(`${dry.folder}/`, '').trimEnd().split('\n');
    expect(names.toSorted()).toEqual([...wet.files.keys()].toSorted());
  });

  test('stdout is data and stderr is talk', async () => {
    const loud = await report(county(), '--unit', 'finance-bureau', '--format', 'md');
    for (const line of loud.out.trimEnd().split('\n')) {
      expect(loud.files.has(line.slice(loud.folder.length + 1))).toBe(true);
    }
    expect(loud.err).toMatch(/^已写入 \d+ 个文件\n$/);
    const quiet = await report(county(), '--unit', 'finance-bureau', '--format', 'md', '--quiet');
    expect([quiet.out, quiet.err]).toEqual(['', '']);
    expect(quiet.files).toEqual(loud.files);
  });
});
