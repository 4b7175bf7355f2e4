import { expect, test } from 'vitest';
import { say, textOf } from '../../src/diagnostics/message.ts';
import { named } from '../../src/rules/called.ts';
import { checked, edited } from './support.ts';

test('a message keeps what was put into it', () => {
  const risk = named('risk', { id: 'r1', name: '白条抵库' });
  const inner = say`，用于 ${{ points: 3 }} 处`;
  const message = say`${{ risk }}缺少${{ missing: ['责任人', '时限'] }}${inner}${''}`;
  expect(message).toEqual({
    text: '风险点「白条抵库」缺少责任人、时限，用于 3 处',
    template: '{risk}缺少{missing}，用于 {points} 处',
    args: {
      risk: { kind: 'risk', id: 'r1', name: '白条抵库', text: '风险点「白条抵库」' },
      missing: ['责任人', '时限'],
      points: 3,
    },
  });
  expect([textOf(message), textOf('待填')]).toEqual([message.text, '待填']);
});

test('of a person no more than the kind is told', () => {
  const person = named('person', { id: 'p01', name: '张某' });
  expect(person).toEqual({ kind: 'person', text: '人员' });
});

test('a diagnostic carries the arguments of its message', () => {
  const edit = ['risks.yaml', 'factors: {chance: 较大, harm: 较重}', 'factors: {}'] as const;
  const [found] = checked(edited([edit])).diagnostics;
  expect(found).toMatchObject({
    code: 'LF322',
    message: '风险点「擅自决定大额支出」未评定风险等级',
    template: '{record}未评定{level}',
    args: { record: { kind: 'risk', id: 'r1', name: '擅自决定大额支出' }, level: '风险等级' },
  });
});
