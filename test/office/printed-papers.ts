import type { Block, Document } from '../../src/papers/document.ts';
import type { FlowChart } from '../../src/model/chart.ts';
import {
  bureauList,
  longTextList,
  paper,
  personSheet,
  row,
  table,
  text,
} from '../renderers/samples.ts';

const say = (value: string): Block => ({ kind: 'paragraph', role: 'body', text: value });
export const CHART: FlowChart = {
  kind: 'flow',
  title: '资金拨付流程图',
  heads: [],
  nodes: ['开始', '受理申请', '审核材料', '办结'].map((own, index) => ({
    id: `n${index}`,
    kind: index === 0 ? 'start' : index === 3 ? 'end' : 'step',
    text: own,
    details: index === 1 ? [{ label: '承办岗位', items: ['预算科科长'] }] : [],
    risks: index === 2 ? [{ text: '收受好处放宽条件', level: '高', tone: 'grave' }] : [],
    measures: index === 2 ? [{ text: '两人共同审核', owner: '分管领导' }] : [],
  })),
  edges: [0, 1, 2].map((from) => ({ from: `n${from}`, to: `n${from + 1}`, label: '' })),
  notes: [],
};

export const LETTER = paper(
  [
    { kind: 'paragraph', role: 'number', text: '某财函〔2026〕5号' },
    { kind: 'paragraph', role: 'addressee', text: '各科室：' },
    ...Array.from({ length: 12 }, () => say('廉'.repeat(26 + 3 * 28))),
    { kind: 'closing', by: ['某县财政局'], on: '2026年1月5日', seal: true },
  ],
  {
    style: 'letter',
    title: '某县财政局关于进一步加强廉政风险防控管理工作并开展岗位廉政风险排查的通知',
  },
);

/** Letters of growing length: pages end in all places of what ends them. */
export const ENDS = Array.from({ length: 9 }, (_, index) =>
  paper(
    [
      ...Array.from({ length: 2 }, () => say('廉'.repeat(26 + 28 * 2))),
      say('廉'.repeat(26 + 28 * index)),
      say('特此通知。'),
      { kind: 'paragraph', role: 'attachment', text: '附件：1.登记表\n2.一览表\n3.承诺书' },
      { kind: 'closing', by: ['某局'], on: '2026年1月5日', seal: true },
    ],
    { style: 'letter', title: '通知' },
  ),
);
/** Tables that end in all places of a page, signed below. */
export const SIGNED = Array.from({ length: 8 }, (_, index) =>
  paper(
    [
      table(
        [['序号'], ['风险点']],
        Array.from({ length: 24 + index }, () => row([text('廉'), text('风险')])),
      ),
      { kind: 'paragraph', role: 'note', text: '注：本表一式两份' },
      { kind: 'signatures', items: ['填表人：', '审核人：', '日期：'] },
    ],
    { title: '登记表' },
  ),
);

const ATTACHED = paper(
  [
    say('特此通知。'),
    { kind: 'pageBreak' },
    { kind: 'paragraph', role: 'attachmentMark', text: '附件' },
    { kind: 'paragraph', role: 'center', text: '廉政风险点一览表' },
    say('廉'.repeat(40)),
  ],
  { style: 'letter', title: '通知' },
);

/** A long date below a short name, without a seal: it reaches far to the right. */
const UNSEALED = paper(
  [say('特此说明。'), { kind: 'closing', by: ['国库处'], on: '2026年12月16日', seal: false }],
  { style: 'letter', title: '情况说明' },
);

/** A record that nearly fills a page. */
const RECORD = paper(
  [
    {
      kind: 'fields',
      bordered: true,
      rows: Array.from({ length: 24 }, (_, index) => [
        {
          field: `f${index}`,
          label: '问题摘要',
          value: text('已经查明'),
          labelSpan: 1,
          valueSpan: 1,
        },
      ]),
    },
    {
      kind: 'opinions',
      boxes: ['处置意见', '评估意见'].map((title) => ({
        title,
        text: '',
        signs: ['负责人（签字）'],
        seal: true,
        dated: true,
      })),
    },
    { kind: 'paragraph', role: 'note', text: '注：本记录一式两份' },
  ],
  { title: '处置记录', grid: [16, 60] },
);

/** Papers that are printed as Word files, by the name of the file. */
export const WORD_FILES: Readonly<Record<string, readonly Document[]>> = {
  letter: [LETTER],
  person: [personSheet({ draft: true })],
  list: [bureauList(20, 10)],
  long: [longTextList()],
  ends: ENDS,
  attached: [ATTACHED],
  unsealed: [UNSEALED],
  record: [RECORD],
  signed: SIGNED,
  chart: [paper([{ kind: 'figure', chart: CHART, table: table([['步骤']], [row([text('')])]) }])],
  binder: [
    paper([], {
      pageNumbers: 'none',
      blocks: [
        { kind: 'title', text: '廉政风险防控手册', cover: true },
        { kind: 'paragraph', role: 'center', text: '某县某局' },
      ],
    }),
    paper(
      [
        {
          kind: 'contents',
          entries: [
            { text: '清单', level: 1, document: 2 },
            { text: '自查表', level: 2, document: 3 },
            { text: '通知', level: 1, document: 4 },
          ],
        },
      ],
      { title: '目录', pageNumbers: 'none', foot: { text: '附件', draft: false } },
    ),
    { ...bureauList(8, 5), pageNumbers: 'continued' },
    { ...personSheet(), pageNumbers: 'continued' },
    { ...LETTER, pageNumbers: 'continued' },
  ],
};

/** Papers that are printed as workbooks, by the name of the file. */
export const WORKBOOKS: Readonly<Record<string, readonly Document[]>> = {
  list: [bureauList(20, 10)],
  person: [personSheet({ draft: true })],
  persons: [personSheet({ risks: 6 })],
  long: [longTextList()],
};
