import type {
  Block,
  Cell,
  Document,
  Paper,
  TableBlock,
  TableColumn,
  TableRow,
} from '../../src/papers/document.ts';

/** Papers modelled on lists that offices really publish; names and units are made up. */

export const text = (value: string): Cell => ({ kind: 'text', text: value });
export const number = (value: number): Cell => ({ kind: 'number', value });
export const items = (...values: string[]): Cell => ({ kind: 'items', items: values, from: 1 });
const grave: Cell = { kind: 'level', text: '高', tone: 'grave' };
const middle: Cell = { kind: 'level', text: '中', tone: 'middle' };
const light: Cell = { kind: 'level', text: '低', tone: 'light' };

const PORTRAIT: Paper = { size: 'A4', orientation: 'portrait', fontSize: 10.5 };
const LANDSCAPE: Paper = { size: 'A4', orientation: 'landscape', fontSize: 10.5 };
const FOOT = { text: '2026年版　数据摘要 9f3c21ab', draft: false };

/** A paper around blocks. */
export function paper(blocks: readonly Block[], changes: Partial<Document> = {}): Document {
  const title = changes.title ?? '样表';
  return {
    id: 'sample',
    title,
    sheet: title,
    style: 'form',
    pageNumbers: 'own',
    paper: PORTRAIT,
    grid: [20, 20, 20, 20],
    blocks: [{ kind: 'title', text: title }, ...blocks],
    foot: FOOT,
    missing: [],
    ...changes,
  };
}

/** A table with a one-storey head; `columns` are header, grid columns, alignment. */
export function table(
  columns: readonly (readonly [string, number?, TableColumn['align']?])[],
  rows: readonly TableRow[],
): TableBlock {
  return {
    kind: 'table',
    columns: columns.map(([header, span = 1, align = 'left'], index) => ({
      key: `c${index}`,
      header,
      span,
      align,
    })),
    head: [columns.map(([header], column) => ({ text: header, column, colSpan: 1, rowSpan: 1 }))],
    rows,
  };
}

/** A data row without merged cells, or with the spans given. */
export function row(cells: readonly Cell[], rowSpans?: readonly number[]): TableRow {
  return { kind: 'data', cells, rowSpans: rowSpans ?? cells.map(() => 1) };
}

const NINE_COLUMNS = [
  ['序号', 1, 'center'],
  ['单位/科室', 1, 'center'],
  ['风险类别', 1, 'center'],
  ['风险点', 1, 'left'],
  ['廉政风险主要内容及表现形式', 1, 'left'],
  ['风险等级', 1, 'center'],
  ['防控措施', 1, 'left'],
  ['部门负责人', 1, 'center'],
  ['责任领导', 1, 'center'],
] as const;
const NINE_WIDTHS = [5, 12, 12, 14, 30, 6, 36, 8, 8];

type Risk = readonly [category: string, point: string, forms: string, level: Cell, measures: Cell];
const RISKS: readonly Risk[] = [
  [
    '岗位职责风险',
    '公车管理',
    '公务用车被私用，加油和维修不合规定',
    light,
    items('教育提醒', '订立加油、维修、用车的管理办法', '按月汇总核对用车信息并公示，听取各方意见'),
  ],
  [
    '业务流程风险',
    '重大经济事项决策制度缺失或未执行',
    '重大事项、大额资金未按规定集体研究',
    grave,
    text('严格“三重一大”集体决策制度，规范决策程序'),
  ],
  [
    '岗位职责风险',
    '工程设计',
    '设计过度或不合理，造成浪费',
    middle,
    items('开展培训，提高业务水平', '按实际需求设计，实行会审'),
  ],
  [
    '岗位职责风险',
    '工程招标',
    '设置不合理条件排斥投标人；未经集体决策而化整为零规避招标；应招未招；另订实质不同的合同；与投标人串通谋利',
    middle,
    items('开展培训，提高业务与职业道德水平', '按规定招标，集体决策并作合法合规审核'),
  ],
  [
    '岗位职责风险',
    '工程款审核及支付',
    '未按合同和进度审核支付，多付或错付',
    middle,
    items('开展培训，提高业务水平', '完善项目、财务、审计制度，落实项目负责人责任'),
  ],
];

function nineColumnRows(departments: readonly string[], perDepartment: number): TableRow[] {
  return departments.flatMap((department, which) =>
    Array.from({ length: perDepartment }, (_, index): TableRow => {
      const [category, point, forms, level, measures] = RISKS[index % RISKS.length] ?? RISKS[0]!;
      const span = index === 0 ? perDepartment : 0;
      return row(
        [
          number(which * perDepartment + index + 1),
          text(department),
          text(category),
          text(point),
          text(forms),
          level,
          measures,
          text('张某'),
          text('李某'),
        ],
        [1, span, 1, 1, 1, 1, 1, span, span],
      );
    }),
  );
}

/** The nine-column list of a bureau: merged unit and owner columns. */
export function bureauList(departments = 3, perDepartment = 5): Document {
  const names = Array.from({ length: departments }, (_, index) =>
    index === 0 ? '市重点工程建设管理服务中心' : `业务${index}科`,
  );
  return paper(
    [
      {
        kind: 'fields',
        bordered: false,
        rows: [
          [
            field('unit', '填表单位', text('某县某局'), 0, 5),
            field('date', '填表日期', text('2026年3月31日'), 0, 4),
          ],
        ],
      },
      table(NINE_COLUMNS, nineColumnRows(names, perDepartment)),
      { kind: 'paragraph', role: 'note', text: '注：风险等级分为高、中、低三级，经领导小组审定。' },
      { kind: 'signatures', items: ['填表人：', '审核人：', '单位负责人（签字）：'] },
    ],
    {
      id: 'risk-register',
      title: '某县某局廉政风险点及防控措施清单',
      sheet: '清单',
      paper: LANDSCAPE,
      grid: NINE_WIDTHS,
    },
  );
}

function field(key: string, label: string, value: Cell, labelSpan: number, valueSpan: number) {
  return { field: key, label, value, labelSpan, valueSpan };
}

/** One person's sheet: fields, a table with a two-storey head, opinion boxes, signatures. */
export function personSheet(
  changes: { readonly risks?: number; readonly draft?: boolean } = {},
): Document {
  const count = changes.risks ?? 3;
  const columns = ['序号', '风险类别', '风险点及表现形式', '风险等级'];
  const measures = ['前期预防', '中期监控', '后期处置'];
  const rows = Array.from({ length: count }, (_, index): TableRow => {
    const span = index === 0 ? count : 0;
    return row(
      [
        number(index + 1),
        text('岗位职责风险'),
        text('审核采购资料时对供应商资质把关不严，收受服务对象礼品礼金，影响公正履职。'),
        index === 0 ? grave : middle,
        items('学习采购管理办法', '两人以上共同审核'),
        text('科室负责人按月抽查采购档案，发现问题当场指出并记录在案。'),
        text('视情节提醒谈话、责令整改，移送有关部门处理。'),
      ],
      [1, span, 1, 1, 1, 1, 1],
    );
  });
  return paper(
    [
      {
        kind: 'fields',
        bordered: true,
        rows: [
          [
            field('unit', '单　位', text('某县某局'), 2, 2),
            field('department', '科　室', text('规划财务科'), 1, 2),
          ],
          [
            field('name', '姓　名', text('张某'), 2, 2),
            field('post', '职　务', text('科员'), 1, 2),
          ],
          [
            field(
              'duties',
              '岗位职责',
              text(
                '负责采购计划的编制、供应商资质的审核、合同的登记与归档，配合办公室做好固定资产管理。',
              ),
              2,
              5,
            ),
          ],
        ],
      },
      {
        kind: 'table',
        columns: [
          ...columns.map((header, index) => ({
            key: `c${index}`,
            header,
            span: 1,
            align: index === 2 ? ('left' as const) : ('center' as const),
          })),
          ...measures.map((header, index) => ({
            key: `m${index}`,
            header: `防控措施/${header}`,
            span: 1,
            align: 'left' as const,
          })),
        ],
        head: [
          [
            ...columns.map((header, column) => ({ text: header, column, colSpan: 1, rowSpan: 2 })),
            { text: '防控措施', column: 4, colSpan: 3, rowSpan: 1 },
          ],
          measures.map((header, index) => ({
            text: header,
            column: 4 + index,
            colSpan: 1,
            rowSpan: 1,
          })),
        ],
        rows: [...rows, { kind: 'spare' }, { kind: 'spare' }],
      },
      {
        kind: 'opinions',
        boxes: [
          { title: '科室意见', text: '', signs: ['负责人（签字）'], seal: false, on: '' },
          { title: '分管领导审核意见', text: '同意。', signs: ['签字'], seal: false, on: '' },
          { title: '领导小组审定意见', text: '', signs: ['组长（签字）'], seal: true, on: '' },
        ],
      },
      { kind: 'signatures', items: ['填表人：', '填表日期：　　年　　月　　日'] },
    ],
    {
      id: 'self-check',
      title: '个人廉政风险自查表',
      sheet: '张某',
      grid: [5, 10, 26, 8, 16, 16, 16],
      foot: { text: '附件3', draft: changes.draft ?? false },
    },
  );
}

/** A list with groups and one cell of 4,000 characters. */
export function longTextList(): Document {
  const long = '审批事项未按规定程序办理，未经集体研究擅自决定；'.repeat(160);
  return paper(
    [
      table(
        [['序号', 1, 'center'], ['职权名称'], ['风险点'], ['防控措施'], ['责任人', 1, 'center']],
        [
          { kind: 'group', text: '一、行政许可类' },
          row([
            number(1),
            text('公务车维修业务'),
            items('不如实申请', '多报项目'),
            items('强化审批'),
            text('科室主要负责人'),
          ]),
          row([
            number(2),
            text('长文本职权'),
            text(long),
            items('一车一卡', long.slice(0, 700), '定额加油'),
            text('科室主要负责人'),
          ]),
          { kind: 'group', text: '二、行政处罚类' },
          row([
            text('007'),
            text('=1+1'),
            text('未入预算 2026-03-31 http://example.org/a'),
            items('纳入预算'),
            text('-5'),
          ]),
        ],
      ),
    ],
    { title: '职权风险责任清单', paper: LANDSCAPE, grid: [5, 16, 50, 50, 14] },
  );
}
