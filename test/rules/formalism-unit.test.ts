import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

/**
 * `test/cases/formalism/`: a unit as bad as real ones are, beside another unit and last year's edition.
 * What was planted in it is listed here; nothing else may be found.
 */
const INPUT = fileURLToPath(new URL('../cases/formalism/input', import.meta.url));

const PLANTED: readonly (readonly [what: string, code: string, file: string, says: string])[] = [
  ['a member of the leadership is left out', 'LF306', 'posts.yaml', '副局长'],
  ['a slogan for a measure', 'LF328', 'measures.yaml', '加强教育'],
  ['one measure under three points', 'LF329', 'measures.yaml', '写了 3 次'],
  ['a measure with one word changed', 'LF341', 'measures.yaml', '抄表记录'],
  ['a point copied to another post', 'LF342', 'risks.yaml', '抄表时少记水量'],
  ['the copy has another level', 'LF343', 'risks.yaml', '中 1 个、低 1 个'],
  ['a sheet copied to another post', 'LF344', 'posts.yaml', '供水科长'],
  ['the finance bureau decides', 'LF345', 'measures.yaml', '某县财政局'],
  ['the year of a template', 'LF345', 'measures.yaml', '20××年'],
  ['a date of five years ago', 'LF345', 'measures.yaml', '2021-12-31'],
  ['an abolished law', 'LF345', 'powers.yaml', '合同法'],
  ['a measure that names a rule', 'LF346', 'measures.yaml', '物资管理办法'],
  ['a manifestation that names a rule', 'LF346', 'risks.yaml', '物资管理办法'],
  ['trifles', 'LF347', 'unit.yaml', '最低的「低」'],
  ['a clerk with fourteen points', 'LF348', 'posts.yaml', '14 个风险点'],
  ['a head with one point', 'LF349', 'posts.yaml', '局长'],
  ['a number left out', 'LF350', 'measures.yaml', '「2.」之后是「4.」'],
  ['a wrong total', 'LF351', 'unit.yaml', '风险点 45 个'],
  ['a wrong total of a level', 'LF351', 'unit.yaml', '高风险 5 个'],
  ['last year’s text with other posts and dates', 'LF352', 'unit.yaml', '一字不差'],
];

type Shown = { readonly code: string; readonly file: string; readonly message: string };

async function found(...args: readonly string[]): Promise<readonly Shown[]> {
  const { out } = await runCli(['check', '--format', 'json', ...args], { cwd: INPUT });
  return (JSON.parse(out) as { diagnostics: Shown[] }).diagnostics;
}

describe('a unit as bad as real ones are', () => {
  test.each(PLANTED)('%s: %s', async (_, code, file, says) => {
    const hits = (await found('--against', '../last-year')).filter(
      (one) =>
        one.code === code &&
        one.file === `units/water-bureau/${file}` &&
        one.message.includes(says),
    );
    expect(hits).toHaveLength(1);
  });

  test('nothing else is found', async () => {
    const codes = (await found('--against', '../last-year')).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(PLANTED.map(([, code]) => code).toSorted());
  });

  test('last year’s text is only seen beside last year', async () => {
    expect((await found()).map(({ code }) => code)).not.toContain('LF352');
  });

  test('the year of an edition does for its folder', async () => {
    expect(await found('--against', '2025')).toEqual(await found('--against', '../last-year'));
  });
});
