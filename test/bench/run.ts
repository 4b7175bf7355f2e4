/**
 * `npm run bench`: whole processes, each fresh, in turn over several rounds; medians, and ratios to
 * the floor of the libraries beneath. Absolute times belong to one machine, ratios carry over.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { writeCounty } from './county.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const BIN = join(HERE, '../../bin/lianfang.js');
const [units = '100', rounds = '5', slowRounds = '1'] = process.argv.slice(2);

type Variant = {
  readonly name: string;
  readonly args: readonly string[];
  readonly rounds: number;
};
type Figures = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
};

/** Small processes differ more from run to run than large ones. */
const START_ROUNDS = 9;

const folder = mkdtempSync(join(tmpdir(), 'lianfang-bench-'));
try {
  const size = { units: Number(units), postsPerUnit: 100, risksPerPost: 5 };
  const clean = writeCounty(join(folder, 'clean'), { ...size, faulty: false });
  writeCounty(join(folder, 'faulty'), { ...size, faulty: true });
  writeJson(join(folder, 'clean'), join(folder, 'json'));
  const points = size.units * size.postsPerUnit * size.risksPerPost;
  console.log(`${points} risk points, ${clean.files} files, ${(clean.bytes / 1e6).toFixed(1)} MB`);

  const floor = join(HERE, 'floor.mjs');
  const variants: Variant[] = [
    {
      name: 'JSON.parse of the same content',
      args: [floor, 'json', join(folder, 'json')],
      rounds: Number(rounds),
    },
    {
      name: 'yaml (library) alone',
      args: [floor, 'yaml', join(folder, 'clean')],
      rounds: Number(slowRounds),
    },
    {
      name: 'check, clean',
      args: [BIN, '-C', join(folder, 'clean'), 'check'],
      rounds: Number(rounds),
    },
    {
      name: 'check, one finding a file',
      args: [BIN, '-C', join(folder, 'faulty'), 'check'],
      rounds: Number(rounds),
    },
  ];
  const runs = new Map<string, Figures[]>(variants.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(rounds); round++) {
    for (const variant of variants) {
      if (round < variant.rounds) runs.get(variant.name)!.push(measure(variant.args));
    }
  }
  console.log(startUp());
  const base = median(runs.get(variants[0]!.name)!.map(({ seconds }) => seconds));
  const yaml = median(runs.get(variants[1]!.name)!.map(({ seconds }) => seconds));
  for (const { name } of variants) {
    const seconds = median(runs.get(name)!.map((run) => run.seconds));
    const megabytes = Math.max(...runs.get(name)!.map((run) => run.megabytes));
    console.log(
      `${name.padEnd(32)} ${seconds.toFixed(2)} s  ${megabytes} MB  ${(seconds / base).toFixed(1)} × JSON.parse  ${(seconds / yaml).toFixed(3)} × yaml`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What a small run costs beside node alone, in processor time: nothing but start-up. */
function startUp(): string {
  const one = join(folder, 'one');
  measure([BIN, 'init', one, '--scheme', 'shaoxing', '--unit', '某县财政局', '--no-input']);
  const commands = [
    { name: 'node alone', args: ['-e', '0'] },
    { name: '--version', args: [BIN, '--version'] },
    { name: '--help', args: [BIN, '--help'] },
    { name: 'check, one new unit', args: [BIN, '-C', one, 'check'] },
  ];
  const seconds = commands.map((): number[] => []);
  for (let round = 0; round < START_ROUNDS; round++) {
    for (const [index, { args }] of commands.entries())
      seconds[index]!.push(measure(args).cpuSeconds);
  }
  const medians = seconds.map(median);
  return commands
    .map(({ name }, index) => {
      const ratio = medians[index]! / medians[0]!;
      return `${name.padEnd(32)} ${medians[index]!.toFixed(3)} s  ${ratio.toFixed(2)} × node alone`;
    })
    .join('\n');
}

function measure(args: readonly string[]): Figures {
  const report = join(folder, 'usage.json');
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', join(HERE, 'usage.cjs'), ...args],
    { env: { ...process.env, LIANFANG_BENCH_USAGE: report }, maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: ${String(stderr)}`);
  const { maxRss, cpuSeconds } = JSON.parse(readFileSync(report, 'utf8')) as {
    maxRss: number;
    cpuSeconds: number;
  };
  return { seconds, cpuSeconds, megabytes: Math.round(maxRss / 1024) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** The same content as JSON, one file for one. */
function writeJson(from: string, to: string): void {
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.yaml')) continue;
    const path = join(to, name.replace(/yaml$/, 'json'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(parse(readFileSync(join(from, name), 'utf8'))));
  }
}
