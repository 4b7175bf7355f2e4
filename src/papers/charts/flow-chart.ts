import type { ChartNote, FlowChart, FlowEdge, FlowNode } from '../../model/chart.ts';
import type { CellContext } from '../layout/cell-values.ts';
import { texts, valueOf } from '../layout/cell-values.ts';
import type { TableBlock } from '../document.ts';
import type { Records } from '../fields/field.ts';
import { childRows } from '../fields/kind-rows.ts';
import { NOT_RATED } from '../fields/field-values.ts';
import type { Scope, ScopeOf } from '../rows/row-scope.ts';
import { scopeOf } from '../rows/row-scope.ts';
import { buildTable } from '../layout/table-block.ts';
import type { TextContext } from '../text/fill-text.ts';
import { flowColumns } from './flow-columns.ts';

const START = 'start';

/** 权力运行流程图 of the sheet's power; undefined where its flow is not written down. */
export function flowChart(
  { sheet, given }: Pick<TextContext, 'sheet' | 'given'>,
  bare: boolean,
  title: string | undefined,
): FlowChart | undefined {
  if (sheet.subject !== 'power') return undefined;
  const power = sheet.record;
  const steps = childRows('step', power);
  const [first] = steps;
  if (first === undefined) return undefined;
  const say = (key: string) => texts(valueOf(key, sheet, given).value);
  const notes = (...keys: readonly string[]): ChartNote[] =>
    keys.flatMap((key) => {
      const items = say(key);
      return items.length === 0 ? [] : [{ label: given.fields.find(key)?.header ?? key, items }];
    });
  const start: FlowNode = {
    id: START,
    kind: 'start',
    text: '开始',
    details: notes('power.conditions'),
    risks: [],
    measures: [],
  };
  const last = steps.filter(isLast);
  const { words } = given.context.scheme;
  return {
    kind: 'flow',
    title: title ?? say('power.name').join(''),
    boxHeads: { risks: words.riskPoint, measures: words.measure },
    heads: notes('power.type', 'power.class', 'power.code', 'power.department', 'power.timeLimit'),
    nodes: [
      start,
      ...steps.map((step) => stepNode(step, sheet, bare, given)),
      ...last.map(({ id }) => endNode(id)),
    ],
    edges: [{ from: START, to: stepId(first.id), label: '' }, ...steps.flatMap(edgesOf)],
    notes: [
      ...(bare ? [] : [...withoutStep(sheet, steps, given), ...commonMeasures(steps, given)]),
      ...notes('power.citizenRights', 'power.complaintChannel', 'power.supervision'),
    ],
  };
}

/** The same as a table: a line a point, the step's cells over its lines. */
export function flowTable(
  bare: boolean,
  spans: readonly number[],
  { sheet, given, blank }: TextContext,
): TableBlock {
  const per = bare ? {} : { per: 'risk' as const };
  return buildTable(
    {
      rows: { from: 'steps', order: [], ...per },
      columns: flowColumns(bare),
      spareRows: 0,
      minRows: 0,
    },
    { sheet, spans },
    { who: undefined, blank, spareRows: undefined },
    given,
  );
}

/** Ids of steps begin otherwise than those of the ends, so that no two are the same. */
const stepId = (id: string): string => `step-${id}`;
const endId = (id: string): string => `end-${id}`;

/** After it nothing follows: it says so, or it is the last. */
function isLast({ end, next, power, number }: Records['step']): boolean {
  return end || next?.length === 0 || (next === undefined && number === power.steps.length);
}

/** Where conditions part the ways, there is a decision, also where the step does not call itself one. */
function isDecision({ kind, next = [] }: Records['step']): boolean {
  return kind === '判断' || next.filter(({ when }) => when !== undefined).length > 1;
}

function endNode(after: string): FlowNode {
  return { id: endId(after), kind: 'end', text: '结束', details: [], risks: [], measures: [] };
}

function edgesOf(step: Records['step']): FlowEdge[] {
  const { id, next, power, number, end } = step;
  const from = stepId(id);
  const known = new Set(power.steps.map((one) => one.id));
  const following = power.steps[number];
  const named =
    next?.filter(({ to }) => known.has(to)) ??
    (end || following === undefined ? [] : [{ to: following.id, when: undefined }]);
  return [
    ...named.map(({ to, when }) => ({ from, to: stepId(to), label: when ?? '' })),
    ...(isLast(step) ? [{ from, to: endId(id), label: '' }] : []),
  ];
}

function stepNode(
  step: Records['step'],
  sheet: Scope,
  bare: boolean,
  given: CellContext,
): FlowNode {
  const scope = scopeOf('step', step, { parent: sheet });
  const say = (key: string) => texts(valueOf(key, scope, given).value);
  const details = ['step.post', 'step.timeLimit', 'step.documents'].flatMap((key) => {
    const items = say(key);
    return items.length === 0 ? [] : [{ label: given.fields.find(key)?.header ?? key, items }];
  });
  const risks = bare ? [] : given.context.relations.risksOfStep(step.power.id, step.id);
  const measures = new Set(risks.flatMap(({ id }) => given.context.relations.measuresOf(id)));
  return {
    id: stepId(step.id),
    kind: isDecision(step) ? 'decision' : 'step',
    text: say('step.name').join(''),
    details,
    risks: risks.map((risk) => riskNote(risk, scope, given)),
    measures: [...measures].map((measure) => measureNote(measure, scope, given)),
  };
}

function riskNote(
  record: Records['risk'],
  parent: Scope,
  given: CellContext,
): FlowNode['risks'][number] {
  const scope = scopeOf('risk', record, { parent });
  const { value: level } = valueOf('risk.level', scope, given);
  const isLevel = typeof level === 'object' && 'level' in level;
  const said = texts(level).join('');
  const isNotRated = said === NOT_RATED;
  return {
    text: texts(valueOf('risk.name', scope, given).value).join(''),
    // A point that the scheme does not rate has no level to be written.
    level: isNotRated ? '' : said,
    tone: isLevel ? level.tone : 'plain',
  };
}

function measureNote(
  record: Records['measure'],
  parent: Scope,
  given: CellContext,
): FlowNode['measures'][number] {
  const scope = scopeOf('measure', record, { parent });
  const say = (key: string) => texts(valueOf(key, scope, given).value).join('、');
  return { text: say('measure.content'), owner: say('measure.executor') };
}

/** Measures that the points at the steps share: named once below the chart, not beside every step. */
function commonMeasures(steps: readonly Records['step'][], given: CellContext): ChartNote[] {
  const { relations, scheme } = given.context;
  const risks = steps.flatMap(({ power, id }) => relations.risksOfStep(power.id, id));
  const items = new Set(risks.flatMap(relations.commonMeasuresOf).map(({ content }) => content));
  if (items.size === 0) return [];
  return [{ label: `共性${scheme.words.measure}`, items: [...items] }];
}

/** Points of the power that no step holds: named below the chart, so that none is lost. */
function withoutStep(
  sheet: ScopeOf<'power'>,
  steps: readonly Records['step'][],
  given: CellContext,
): ChartNote[] {
  const { relations, scheme } = given.context;
  const ids = new Set(steps.map(({ id }) => id));
  const rest = relations
    .risksOfPower(sheet.record.id)
    .filter(({ step }) => step === undefined || !ids.has(step));
  if (rest.length === 0) return [];
  const items = rest.map((risk) => {
    const { text, level } = riskNote(risk, sheet, given);
    return level === '' ? text : `${text}（${level}）`;
  });
  return [{ label: `其他${scheme.words.riskPoint}`, items }];
}
