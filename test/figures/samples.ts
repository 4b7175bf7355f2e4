import type { ChartLevel, FlowChart, FlowNode, HeatMap, LevelBars } from '../../src/model/chart.ts';

const node = (id: string, kind: FlowNode['kind'], text: string): FlowNode => ({
  id,
  kind,
  text,
  details: [],
  risks: [],
  measures: [],
});

/** A decision with a way out and a way on, whose texts hold what languages of markup read. */
export const small: FlowChart = {
  kind: 'flow',
  title: '受理<b>&流程图',
  heads: [{ label: '职权名称', items: ['资金支付'] }],
  nodes: [
    node('start', 'start', '申请'),
    {
      ...node('end', 'decision', '材料齐全'),
      risks: [{ text: '放宽{{条件}}', level: '高', tone: 'grave' }],
      measures: [{ text: '双人"复核"', owner: '科长' }],
    },
    node('class', 'end', '退回'),
    { ...node('x', 'end', '办结'), details: [{ label: '办理时限', items: ['2日'] }] },
  ],
  edges: [
    { from: 'start', to: 'end', label: '' },
    { from: 'end', to: 'x', label: '是' },
    { from: 'end', to: 'class', label: '否|#' },
    { from: 'end', to: 'nowhere', label: '' },
  ],
  notes: [{ label: '投诉举报途径', items: ['机关纪委'] }],
};

/** 31 steps with two decisions, one of which leads back. */
export const long: FlowChart = {
  kind: 'flow',
  title: '专项资金分配流程图',
  heads: [],
  notes: [],
  nodes: Array.from({ length: 31 }, (_, index): FlowNode => {
    const kind = index === 0 ? 'start' : index === 30 ? 'end' : 'step';
    const own = node(`s${index}`, index === 5 || index === 17 ? 'decision' : kind, `环节${index}`);
    const details = [
      { label: '承办岗位', items: ['经办岗'] },
      { label: '办理时限', items: ['3个工作日'] },
    ];
    const risks = [{ text: '不按规定的程序和条件办理', level: '中', tone: 'middle' as const }];
    const measures = [{ text: '双人办理，全程留痕', owner: '科长' }];
    return { ...own, details, ...(index % 3 === 1 ? { risks, measures } : {}) };
  }),
  edges: [
    ...Array.from({ length: 30 }, (_, index) => ({
      from: `s${index}`,
      to: `s${index + 1}`,
      label: index === 5 || index === 17 ? '通过' : '',
    })),
    { from: 's5', to: 's30', label: '不予受理' },
    { from: 's17', to: 's8', label: '退回' },
  ],
};

const level = (text: string, tone: ChartLevel['tone']): ChartLevel => ({
  text,
  tone,
  color: undefined,
});
export const THREE = [level('高', 'grave'), level('中', 'middle'), level('低', 'light')];
export const FOUR = [
  level('特别重大', 'grave'),
  level('重大', 'grave'),
  level('较大', 'middle'),
  level('一般', 'light'),
];

export const bars: LevelBars = {
  kind: 'bars',
  title: '各科室风险点等级分布',
  levels: [...THREE, level('未评定', 'plain')],
  rows: Array.from({ length: 60 }, (_, index) => ({
    label:
      index === 3 ? '财政监督检查和行政审批服务综合协调领导小组办公室（合署）' : `科室${index}`,
    counts: [index % 4, (index * 7) % 23, index * 3, index % 2],
  })),
};

export const heat: HeatMap = {
  kind: 'heat',
  title: '岗位层级与风险类别',
  columns: ['思想道德', '岗位职责', '业务流程', '制度机制', '外部环境'],
  rows: ['领导班子成员', '中层干部', '一般人员'].map((label, row) => ({
    label,
    counts: [3, 8, 0, 21, 44].map((count) => count * row),
  })),
};
