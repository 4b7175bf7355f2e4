import { expect, test } from 'vitest';
import { explainLevel, explanationText } from '../../src/scheme/explain-level.ts';
import type { Raw } from './support.ts';
import { assess, schemeOf, unitOf, yaml } from './support.ts';

const scheme = schemeOf(
  yaml(`
words: { level: 廉政风险等级 }
levels: [{ id: 重要, tone: grave, definition: 易发生违纪违法 }, { id: 一般, tone: light }]
factors:
  discretion: { label: 自由裁量权, scale: [小, 较大] }
  complaints: { label: 信访反映, scale: [少, 较集中] }
rating:
  of: riskPoint
  first:
    - { when: { any: [{ discretion: 较大 }, { complaints: 较集中 }] }, level: 重要, clause: 二（一）2 }
    - { otherwise: 一般 }
`),
);

function text(risk: Raw): string {
  const unit = unitOf({ risks: [{ id: 'r', unit: true, ...risk }] });
  const assessed = assess(scheme, unit).risks.get('r')!;
  const what = { kind: '风险点', id: 'r', name: '招标文件编制' };
  return explanationText(explainLevel(what, assessed, scheme));
}

test('inputs, rule with its clause, conclusion', () => {
  expect(text({ factors: { discretion: '较大', complaints: '少' } })).toBe(
    `风险点「招标文件编制」（r）
输入
  自由裁量权：较大
  信访反映：少
规则
  符合“自由裁量权较大”，定为重要（二（一）2）
结论
  廉政风险等级：重要
  方案对该级的说明：易发生违纪违法`,
  );
});

test('what is missing and what may still become of it', () => {
  expect(text({ factors: { discretion: '小' } })).toBe(
    `风险点「招标文件编制」（r）
输入
  自由裁量权：小
  信访反映：未填
结论
  缺少「信访反映」，仍可能是重要、一般，未评定
  廉政风险等级：未评定`,
  );
});

test('a decision beside the computed level, with its reason', () => {
  const ratings = [
    { stage: '集体审定', level: '一般', on: '2026-03-01', reason: '已经实行双人复核' },
  ];
  expect(text({ factors: { discretion: '较大', complaints: '少' }, ratings })).toBe(
    `风险点「招标文件编制」（r）
输入
  自由裁量权：较大
  信访反映：少
规则
  符合“自由裁量权较大”，定为重要（二（一）2）
结论
  2026-03-01 在「集体审定」中定为一般，与计算的重要不同，理由：已经实行双人复核
  计算的等级：重要
  评定的等级：一般
  廉政风险等级：一般`,
  );
});

test('a clause with its note, and an assumption that no clause carries', () => {
  const noted = schemeOf(
    yaml(`levels: [{id: 重要, tone: grave}, {id: 一般, tone: light}]
factors: {discretion: {label: 自由裁量权, scale: [较小, 较大]}}
rating:
  of: riskPoint
  first:
    - {when: {discretion: 较大}, level: 重要, clause: 第二条, note: 顿号按任一理解}
    - {otherwise: 一般, note: 其余为一般}`),
  );
  const ruleOf = (discretion: string) => {
    const unit = unitOf({ risks: [{ id: 'r', unit: true, factors: { discretion } }] });
    const assessed = assess(noted, unit).risks.get('r')!;
    return explainLevel({ kind: '风险点', id: 'r', name: '甲' }, assessed, noted).sections.find(
      ({ heading }) => heading === '规则',
    )?.lines;
  };
  expect(ruleOf('较大')).toEqual([
    '符合“自由裁量权较大”，定为重要（第二条；说明：顿号按任一理解）',
  ]);
  expect(ruleOf('较小')).toEqual(['不符合以上各条，定为一般（通知未作规定；假定：其余为一般）']);
});

test('what the scheme does not rate', () => {
  const byPost = schemeOf(yaml('rating: { of: post, first: [{ otherwise: 低 }] }'));
  const assessed = assess(byPost, unitOf({ risks: [{ id: 'r', unit: true }] })).risks.get('r')!;
  const { sections } = explainLevel({ kind: '风险点', id: 'r', name: '甲' }, assessed, byPost);
  expect(sections).toEqual([
    {
      heading: '结论',
      lines: ['本方案评定岗位，不属于岗位的风险点不评级', '风险等级：不评级'],
    },
  ]);
});
