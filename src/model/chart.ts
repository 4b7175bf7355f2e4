import type { Tone } from './scheme.ts';

/**
 * What a chart says, without anything of its looks: papers fill it from the data, `figures/` lays it
 * out, renderers draw it.
 */
export type Chart = FlowChart | LevelBars | HeatMap;

/** 权力运行流程图: one power from its start to its ends. */
export type FlowChart = {
  readonly kind: 'flow';
  /** Printed above the chart; empty where the paper's own title says it. */
  readonly title: string;
  /** Above the chart: 职权类别、职权编码、承办机构. */
  readonly heads: readonly ChartNote[];
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** Below the chart: 相对人权利、投诉举报途径. */
  readonly notes: readonly ChartNote[];
  /** Heads of the boxes at the sides in the scheme's own words; else 风险点 and 防控措施. */
  readonly boxHeads?: { readonly risks: string; readonly measures: string };
};

export type ChartNote = { readonly label: string; readonly items: readonly string[] };

export type FlowNode = {
  readonly id: string;
  readonly kind: 'start' | 'step' | 'decision' | 'end';
  readonly text: string;
  /** Under the text: 承办岗位、办理时限、文书, each only where the data has it. */
  readonly details: readonly ChartNote[];
  /** The box on one side: each point with its level in words. */
  readonly risks: readonly { readonly text: string; readonly level: string; readonly tone: Tone }[];
  /** The box opposite: each measure with who answers for it. */
  readonly measures: readonly { readonly text: string; readonly owner: string }[];
};

/** The hand-over from a step to one that follows; a branch of a decision says when it is taken. */
export type FlowEdge = { readonly from: string; readonly to: string; readonly label: string };

/** A level with its looks: the scheme's own colour, else that of its tone. */
export type ChartLevel = {
  readonly text: string;
  readonly tone: Tone;
  readonly color: string | undefined;
};

/** How many points of each level: one bar a row (the unit, or each department). */
export type LevelBars = {
  readonly kind: 'bars';
  readonly title: string;
  /** Gravest first; points without a level come last under 未评定. */
  readonly levels: readonly ChartLevel[];
  /** One count a level, in the order of `levels`. */
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
};

/** Numbers in a grid, the darker the more: tiers of posts by categories of points. */
export type HeatMap = {
  readonly kind: 'heat';
  readonly title: string;
  readonly columns: readonly string[];
  /** One number a column, in the order of `columns`. */
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
};
