import type { ChartNote, FlowChart, FlowNode } from '../../model/chart.ts';
import { emWidth } from '../../util/em-text.ts';
import { TONE_LOOKS } from '../palette.ts';
import type { TextLine } from '../shapes.ts';
import { drawable, leadingOf, linesOf, SMALL, textHeight, textWidth } from '../shapes.ts';

export const PADDING = 6;
/** Above and below the text of a box. */
const INNER = 5;
const LEAST_DIAMOND = 44;
const MOST_DIAMOND = 180;
const BREAK_COST = 5;

/** The looks of a node, or of one part of a node that is too high for a page. */
export type NodeBox = {
  readonly outline: 'rect' | 'round' | 'diamond';
  readonly lines: readonly TextLine[];
  readonly width: number;
  readonly height: number;
  readonly risks: SideBox | undefined;
  readonly measures: SideBox | undefined;
};
export type SideBox = {
  readonly lines: readonly TextLine[];
  readonly height: number;
  readonly fill: string | undefined;
  readonly stroke: string;
  readonly lineWidth: number;
};

/** What the boxes of a chart are set to: widths, type size, and how high one may be. */
export type Sizes = {
  readonly column: number;
  readonly side: { readonly left: number; readonly right: number };
  readonly type: number;
  readonly most: number;
  /** The least height of a diamond beside whose corners labels of several lines stand. */
  readonly least: number;
};

const GRAVITY = ['grave', 'middle', 'light', 'plain'] as const;

/** One box a node; several, to be read one after the other, where one would be higher than a page. */
export function boxesOf(node: FlowNode, chart: FlowChart, sizes: Sizes): NodeBox[] {
  const name = linesOf(node.text, sizes.type, sizes.column - 2 * PADDING, true);
  const details = detailLines(node, sizes.type, sizes.column - 2 * PADDING);
  const risks = riskLines(node, chart, sizes);
  const measures = measureLines(node, chart, sizes);
  const tone = GRAVITY.find((own) => node.risks.some((risk) => risk.tone === own)) ?? 'plain';
  const plainLooks = { fill: undefined, stroke: '#333333', lineWidth: 0.75 };
  const side = (lines: readonly TextLine[], looks: Omit<SideBox, 'lines' | 'height'>) =>
    lines.length === 0
      ? undefined
      : { lines, height: textHeight(lines.length, SMALL) + 2 * INNER, ...looks };

  const diamond = node.kind === 'decision' ? diamondOf(node, name, details, sizes) : undefined;
  const most = Math.max(3, Math.floor((sizes.most - 2 * INNER) / leadingOf(sizes.type)) - 1);
  const mostBeside = Math.max(3, Math.floor((sizes.most - 2 * INNER) / leadingOf(SMALL)));
  const isWhole = risks.length <= mostBeside && measures.length <= mostBeside;
  if (diamond?.isWhole === true && isWhole) {
    return [
      {
        ...diamond.box,
        risks: side(risks, TONE_LOOKS[tone]),
        measures: side(measures, plainLooks),
      },
    ];
  }
  const texts = chunks([...name, ...details], most);
  const riskParts = chunks(risks, mostBeside);
  const measureParts = chunks(measures, mostBeside);
  const parts = Math.max(1, texts.length, riskParts.length, measureParts.length);
  const outline = node.kind === 'start' || node.kind === 'end' ? 'round' : 'rect';
  const boxes: NodeBox[] = Array.from({ length: parts }, (_, index) => {
    const lines = texts[index] ?? continued(node, sizes);
    const needed = textWidth(lines, sizes.type) + 4 * PADDING;
    return {
      outline,
      lines,
      width: outline === 'round' ? Math.min(sizes.column, Math.max(72, needed)) : sizes.column,
      height: textHeight(Math.max(1, lines.length), sizes.type) + 2 * INNER,
      risks: side(riskParts[index] ?? [], TONE_LOOKS[tone]),
      measures: side(measureParts[index] ?? [], plainLooks),
    };
  });
  return diamond === undefined ? boxes : [...boxes, diamond.box];
}

/** The smallest diamond that holds the text; with only the name's beginning where it would be too high. */
function diamondOf(
  node: FlowNode,
  name: readonly TextLine[],
  details: readonly TextLine[],
  { column, type, most, least }: Sizes,
): { readonly isWhole: boolean; readonly box: NodeBox } {
  const limit = Math.min(MOST_DIAMOND, most);
  const box = (text: string, withDetails: boolean): NodeBox => {
    let best: NodeBox | undefined;
    let leastCost = Infinity;
    for (let share = 0.4; share < 0.86; share += 0.05) {
      const lines = [
        ...linesOf(text, type, column * share, true),
        ...(withDetails ? detailLines(node, type, column * share) : []),
      ];
      const height = diamondHeight(lines, type, column);
      // A little higher is better than words torn apart.
      const cost = height + lines.length * BREAK_COST;
      if (best === undefined || cost < leastCost) {
        leastCost = cost;
        best = {
          outline: 'diamond',
          lines,
          width: column,
          height: Math.max(height, least),
          risks: undefined,
          measures: undefined,
        };
      }
    }
    return best ?? box('判断', false);
  };
  const whole = box(node.text, true);
  if (whole.height <= limit) return { isWhole: true, box: whole };
  const named = box(node.text, false);
  const hasDetails = details.length > 0;
  if (named.height <= limit && hasDetails) return { isWhole: false, box: named };
  return { isWhole: name.length === 0, box: box(`${startOf(node)}…`, false) };
}

/** Lines near the middle may be wider: each must end before the slope. */
function diamondHeight(lines: readonly TextLine[], type: number, column: number): number {
  const leading = leadingOf(type);
  const half = (lines.length * leading) / 2;
  const heights = lines.map(({ text }, index) => {
    const top = index * leading - half;
    const farthest = Math.max(Math.abs(top), Math.abs(top + leading));
    const left = 1 - (emWidth(text) * type + PADDING) / column;
    return left <= 0.05 ? Infinity : (2 * farthest + 2) / left;
  });
  return Math.max(LEAST_DIAMOND, ...heights);
}

/** 承办岗位、办理时限、文书, each on a line of its own unless they are short. */
function detailLines(node: FlowNode, type: number, width: number): TextLine[] {
  const texts: string[] = [];
  for (const text of node.details.map(detailText)) {
    if (text === '') continue;
    const joined = `${texts.at(-1) ?? ''}　${text}`;
    if (texts.length > 0 && emWidth(drawable(joined)) * type <= width) texts.pop();
    else {
      texts.push(text);
      continue;
    }
    texts.push(joined);
  }
  return texts.flatMap((text) => linesOf(text, type, width));
}

export function detailText({ label, items }: ChartNote): string {
  const text = items.join('、');
  if (text.trim() === '') return '';
  return label === '' ? text : `${label}：${text}`;
}

/** The points numbered; the level after each, or once below where all have the same. */
function riskLines(node: FlowNode, chart: FlowChart, { side }: Sizes): TextLine[] {
  if (node.risks.length === 0) return [];
  const levels = new Set(node.risks.map(({ level }) => level));
  const [only] = levels.size === 1 ? levels : [];
  const items = node.risks.map(({ text, level }) =>
    only === undefined && level !== '' ? `${text}（${level}）` : text,
  );
  const foot = only === undefined || only === '' ? '' : `等级：${only}`;
  return sideLines(chart.boxHeads?.risks ?? '风险点', items, foot, side.left);
}

function measureLines(node: FlowNode, chart: FlowChart, { side }: Sizes): TextLine[] {
  if (node.measures.length === 0) return [];
  const owners = new Set(node.measures.map(({ owner }) => owner));
  const [only] = owners.size === 1 ? owners : [];
  const items = node.measures.map(({ text, owner }) =>
    only === undefined && owner !== '' ? `${text}（责任人：${owner}）` : text,
  );
  const foot = only === undefined || only === '' ? '' : `责任人：${only}`;
  return sideLines(chart.boxHeads?.measures ?? '防控措施', items, foot, side.right);
}

function sideLines(head: string, items: readonly string[], foot: string, side: number): TextLine[] {
  const width = side - 2 * PADDING;
  return [
    ...linesOf(head, SMALL, width, true),
    ...items.flatMap((item, index) =>
      linesOf(items.length === 1 ? item : `${index + 1}. ${item}`, SMALL, width),
    ),
    ...linesOf(foot, SMALL, width, true),
  ];
}

function continued(node: FlowNode, { type, column }: Sizes): TextLine[] {
  return linesOf(`${startOf(node)}（续）`, type, column - 2 * PADDING, true);
}

/** The first characters of a node's text, by which it is known where it does not fit. */
function startOf({ text }: FlowNode): string {
  return Array.from(drawable(text).replaceAll('\n', '')).slice(0, 8).join('');
}

function chunks(lines: readonly TextLine[], most: number): (readonly TextLine[])[] {
  const parts: (readonly TextLine[])[] = [];
  for (let from = 0; from < lines.length; from += most) parts.push(lines.slice(from, from + most));
  return parts;
}
