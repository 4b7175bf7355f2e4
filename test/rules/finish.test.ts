import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/diagnostic.ts';
import type { RuleCode } from '../../src/diagnostics/rule-codes.ts';
import type { FinishOptions } from '../../src/rules/finish.ts';
import { finish } from '../../src/rules/finish.ts';
import type { Edit } from './support.ts';
import { checked, edited } from './support.ts';
import { registeredRules } from '../../src/pipeline/registered-rules.ts';

const options: FinishOptions = {
  registry: registeredRules(),
  locate: (ref, on, span) => {
    const line = Number(ref.path[0] ?? 0) + 1;
    const column = span?.start ?? (on === 'key' ? 1 : 5);
    return { start: { line, column }, end: { line, column: column + 1 } };
  },
};
const finding = (code: RuleCode, file: string, index: number, message = '甲'): Finding => ({
  code,
  ref: { file, path: [index] },
  message,
});

describe('finish', () => {
  test('sorts by file, line, column, code, message, and prints nothing twice', () => {
    const findings = [
      finding('LF301', 'b.yaml', 0),
      finding('LF301', 'a.yaml', 9),
      finding('LF301', 'a.yaml', 1, '乙'),
      finding('LF301', 'a.yaml', 1),
      finding('LF201', 'a.yaml', 1),
      { ...finding('LF301', 'a.yaml', 1), on: 'key' as const },
      finding('LF301', 'a.yaml', 1),
    ];
    const shown = finish(findings, options).map(
      ({ file, start, code, message }) =>
        `${file}:${start.line}:${start.column} ${code} ${message}`,
    );
    expect(shown).toEqual([
      'a.yaml:2:1 LF301 甲',
      'a.yaml:2:5 LF201 甲',
      'a.yaml:2:5 LF301 乙',
      'a.yaml:2:5 LF301 甲',
      'a.yaml:10:5 LF301 甲',
      'b.yaml:1:5 LF301 甲',
    ]);
    expect(finish(findings.toReversed(), options)).toEqual(finish(findings, options));
  });

  test('gives the severity of the rule, or the configured one by code or name', () => {
    const findings = [
      finding('LF301', 'a.yaml', 0),
      finding('LF321', 'a.yaml', 1),
      finding('LF328', 'a.yaml', 2),
    ];
    const severities = { LF301: 'warning', 'point-without-power': 'off' } as const;
    expect(
      finish(findings, { ...options, severities }).map(
        ({ code, severity }) => `${code} ${severity}`,
      ),
    ).toEqual(['LF301 warning', 'LF328 warning']);
  });

  test('names rules that there are not, and keeps what says that data was not read', () => {
    const severities = { 'post-without-pont': 'off', LF001: 'off' } as const;
    const shown = finish([finding('LF001', 'a.yaml', 0)], { ...options, severities });
    expect(shown.map(({ code, message, hint }) => `${code} ${message}：${hint}`)).toEqual([
      'LF001 甲：undefined',
      'LF103 没有规则「post-without-pont」：您是否要写「post-without-point」',
      'LF103 规则 LF001 不能关闭：它说明数据没有读进来，只能改正',
    ]);
  });

  test('refuses a code that no rule has', () => {
    // @ts-expect-error: no such code
    expect(() => finish([finding('LF999', 'a.yaml', 0)], options)).toThrow('LF999');
  });
});

describe('ignore', () => {
  const noPower: Edit = ['risks.yaml', 'power: pay\n  step: approve\n  category', 'category'];
  const ignoring = (entry: string): Edit => [
    'risks.yaml',
    'owner: chief',
    `owner: chief\n  ignore: [${entry}]`,
  ];
  const codes = (edits: readonly Edit[]) =>
    checked(edited(edits)).diagnostics.map(({ code, start }) => `${code} ${start.line}`);

  test('what is found in the record is not printed', () => {
    expect(codes([noPower])).toEqual(['LF321 1']);
    expect(codes([noPower, ignoring('{code: LF321, reason: 与职权无关}')])).toEqual([]);
  });

  test('what is found in another record is', () => {
    const edits: Edit[] = [ignoring('{code: LF321, reason: 与职权无关}'), noPower];
    const other: Edit = ['risks.yaml', 'power: pay\n  step: approve\n  category', 'category'];
    expect(codes([...edits, other])).toEqual(['LF321 8']);
  });

  test('beneath the record, too', () => {
    const owner: Edit = ['powers.yaml', 'name: 申请}', 'name: 申请, post: nobody}'];
    const ignore: Edit = [
      'powers.yaml',
      'id: pay',
      'id: pay\n  ignore: [{code: LF201, reason: 岗位待设}]',
    ];
    expect(codes([owner, ignore])).toEqual([]);
  });

  test('without a reason it is reported, and still has its effect', () => {
    expect(codes([noPower, ignoring('{code: LF321}')])).toEqual(['LF504 7']);
    expect(
      codes([noPower, ignoring('{code: LF321, reason: 待填}')]).map((one) => one.slice(0, 5)),
    ).toContain('LF504');
  });

  test('without effect it is reported', () => {
    expect(codes([ignoring('{code: LF321, reason: 与职权无关}')])).toEqual(['LF505 9']);
  });

  test('an ignore of a rule that is off has its effect', () => {
    const off: Edit = ['lianfang.yaml', 'rules: {}', 'rules: {LF321: off}'];
    expect(codes([noPower, off, ignoring('{code: LF321, reason: 与职权无关}')])).toEqual([]);
  });
});

test('a demand that the scheme assumed warns at most, and says so', () => {
  const assumed = { ...finding('LF301', 'a.yaml', 0), assumed: true } as const;
  const slight = { ...finding('LF321', 'a.yaml', 1), assumed: true } as const;
  const told = (found: readonly Finding[], severities: FinishOptions['severities'] = {}) =>
    finish(found, { ...options, severities }).map(({ severity, message }) => [severity, message]);
  const suffix = '甲（通知未作规定，按本方案的假定）';
  expect(told([assumed, slight])).toEqual([
    ['warning', suffix],
    ['info', suffix],
  ]);
  // Who sets the severity of a rule has decided it for the unit.
  expect(told([assumed], { LF301: 'error' })).toEqual([['error', suffix]]);
  expect(told([finding('LF301', 'a.yaml', 0)])).toEqual([['error', '甲']]);
});
