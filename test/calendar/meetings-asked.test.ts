import { expect, test } from 'vitest';
import { obligationsOf } from '../../src/calendar/obligations/obligations.ts';
import { calendarInput } from '../../src/pipeline/calendar.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { COUNTY } from '../support/repositories.ts';

/** Meetings, study and rotation that each notice asks for, as read in it: what, of whom, by when
 * (where the notice sets no day, by the stage that the unit of the county dated itself). */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'bureau-two-lists': [
    '党组会议研究部署：党组 2026-04-17',
    '学习有关规定和会议精神：局本级 2026-04-17',
  ],
  'cigarette-factory': ['学习上级要求和本厂方案：工厂 2026-06-30'],
  'county-departments': [
    '专题动员会：主要负责人 2026-02-27',
    '学习实施方案：单位 2026-02-27',
    '检验学习效果：单位 2026-02-27',
  ],
  'culture-tourism': ['传达会议精神和学习教育：单位 2026-03-06'],
  'enterprise-four-steps': [
    '集中学习：单位 2026-07-05',
    ...['党群办', '人力资源办', '经营管理办', '财务办', '设备物资办', '市场营销办'].map(
      (name) => `专题研究风险成因、防控措施和责任（${name}）：${name} 2026-08-31`,
    ),
  ],
  'price-bureau': ['廉政风险防控基本知识教育：单位 2026-12-31'],
  'special-school': ['全校动员会：学校 2026-05-28'],
  town: ['领导班子会议部署：镇 -', '全体干部职工动员大会：镇 -', '重点岗位交流轮岗：镇党委 -'],
  'womens-federation': ['动员部署和学习讲解：单位 2026-02-28'],
};

const opened = openAssessed(COUNTY);

test.each(opened.assessed.map((each) => [each.resolved.scheme.id, each] as const))(
  '%s asks for the meetings of its notice and no other',
  (id, assessed) => {
    const asked = obligationsOf(calendarInput(assessed, opened, '2026-12-31')).filter(
      ({ duty: { record } }) => record.includes('meeting') || record.includes('rotation'),
    );
    expect(asked.map(({ title, who, due = '-' }) => `${title}：${who} ${due}`)).toEqual(
      ASKED[id] ?? [],
    );
  },
);
