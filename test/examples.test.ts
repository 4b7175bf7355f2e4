import { describe, expect, test } from 'vitest';
import { openAssessed } from './support/open-assessed.ts';
import { readYaml } from '../src/source/read-yaml.ts';
import { folderFiles } from './support/folder-files.ts';
import { COUNTY, EXAMPLES, PUBLISHED } from './support/repositories.ts';
import { runCli } from './support/run-cli.ts';

type Found = { file: string; start: { line: number; column: number }; code: string };

async function findingsIn(repository: string): Promise<string[]> {
  const { out } = await runCli(['-C', repository, 'check', '--format', 'json']);
  const { diagnostics } = JSON.parse(out) as { diagnostics: Found[] };
  return diagnostics.map(
    ({ file, start, code }) => `${file}:${start.line}:${start.column} ${code}`,
  );
}

test('nothing at all is found in the county', async () => {
  expect(await findingsIn(COUNTY)).toEqual([]); // not even what is to be filled in
});

test.each(['womens-federation', 'government-offices', 'subdistrict'])(
  'at the end of its year nothing is overdue: %s',
  async (unit) => {
    const { out } = await runCli(['-C', COUNTY, 'due', '-u', unit, '--as-of', '2026-12-31']);
    expect(out).toContain('截至2026年12月31日');
    expect(out).not.toContain('逾期');
  },
);

test('in the published lists exactly these faults are found', async () => {
  const found = await findingsIn(PUBLISHED);
  await expect(`${found.join('\n')}\n`).toMatchFileSnapshot('./expected/published-findings.txt');
});

test('the files are of the kind that is read fast, with LF and with CRLF', () => {
  const files = [...folderFiles(EXAMPLES)].filter(([name]) => name.endsWith('.yaml'));
  const slow = files.flatMap(([name, bytes]) => {
    const crlf = Buffer.from(bytes.toString().replaceAll('\n', '\r\n'));
    return [bytes, crlf].some((each) => readYaml(name, each).via !== 'fast') ? [name] : [];
  });
  expect(files.length).toBeGreaterThan(40);
  expect(slow.length / files.length, slow.join()).toBeLessThanOrEqual(0.02);
});

describe('the units of the county are worth looking at', () => {
  const { assessed } = openAssessed(COUNTY);
  const units = assessed.map((each) => ({ ...each, id: each.unit.id }));
  const LARGE = { posts: 12, powers: 10, flows: 3, points: 40 };
  const USUAL = { posts: 5, powers: 5, flows: 0, points: 12 };

  test.each(units)('$id', ({ id, unit, resolved: { scheme }, relations, assessment }) => {
    const least = id === 'finance-bureau' ? LARGE : USUAL;
    expect(unit.posts.length).toBeGreaterThanOrEqual(least.posts);
    expect(unit.powers.length).toBeGreaterThanOrEqual(least.powers);
    expect(unit.risks.length).toBeGreaterThanOrEqual(least.points);
    const flows = unit.powers.filter(({ steps }) => steps.length > 1);
    expect(flows.length).toBeGreaterThanOrEqual(least.flows);

    const tiers = new Set(unit.posts.map((post) => relations.tierOf(post)));
    const categories = new Set(unit.risks.map(({ category }) => category));
    const levels = new Set([...assessment.risks.values()].map(({ level }) => level));
    for (const tier of scheme.tiers) expect(tiers).toContain(tier.id);
    for (const category of scheme.categories) expect(categories).toContain(category.id);
    for (const level of scheme.levels) expect(levels).toContain(level.id);
  });

  test('every packaged scheme has a unit', async () => {
    const listed = await runCli(['list', 'schemes', '--json'], { cwd: '/' });
    const schemes = (JSON.parse(listed.out) as { id: string }[]).map(({ id }) => id);
    const used = new Set(units.map(({ resolved }) => resolved.scheme.id));
    expect(schemes.filter((scheme) => !used.has(scheme))).toEqual([]);
  });
});

test('people are called 张某 and the like, and only in people.yaml', () => {
  for (const [name, bytes] of folderFiles(EXAMPLES)) {
    if (!name.endsWith('people.yaml')) continue;
    const names = [...bytes.toString().matchAll(/name: *([^,}\n]+?) *(?:[,}\n]|$)/g)];
    for (const [, person] of names)
      expect([name, person]).toEqual([name, expect.stringMatching(/^\p{Script=Han}{1,2}某$/u)]);
  }
});

test('no example holds a path of a machine', () => {
  for (const [name, bytes] of folderFiles(EXAMPLES)) {
    expect([name, /(?:^|[\s"'(])\/(?:home|root|tmp|work|Users)\//m.test(bytes.toString())]).toEqual(
      [name, false],
    );
  }
});
