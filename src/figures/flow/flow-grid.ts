import type { LineShape, Shape } from '../drawing.ts';
import { boxOf, lineOf, SMALL } from '../shapes.ts';
import type { SideBox } from './boxes.ts';
import { PADDING } from './boxes.ts';
import type { FlowFrame, LaneSpan } from './flow-frame.ts';
import type { Edge } from './flow-graph.ts';
import type { RowGap, Label, FlowPiece, FlowPlan } from './piece-plan.ts';
import { acrossKey, gapOf, hasOut, laneX, middleX, outKey, planOf } from './piece-plan.ts';
import type { Hand, Route } from './route.ts';

export type { FlowPiece } from './piece-plan.ts';

type Spot = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A plan with its heights: where each piece stands and where each gap begins. */
type FlowSheet = {
  readonly plan: FlowPlan;
  readonly spots: readonly Spot[];
  readonly gaps: readonly (RowGap & { readonly top: number })[];
};

/** Boxes and lines of a page's rows, from the upper edge on, and how high they are. */
export function layOutGrid(
  pieces: readonly FlowPiece[],
  edges: readonly Edge[],
  frame: FlowFrame,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const plan = planOf(pieces, edges, frame);
  const { sheet, height } = sheetOf(plan);
  const sides = pieces.map((piece, index) => sideShapes(sheet, piece, index));
  const shapes = [
    ...sides.flatMap(({ ties }) => ties),
    ...plan.routes.map((route) => lineOf(pathOf(sheet, route), { arrow: true })),
    ...sides.flatMap(({ boxes }) => boxes),
    ...pieces.map((piece, index) => nodeShape(piece, sheet.spots[index]!)),
    ...plan.routes.flatMap((route) => {
      const label = plan.labels.get(route);
      return label === undefined ? [] : [labelShape(sheet, route, label)];
    }),
  ];
  return { shapes, height };
}

function sheetOf(plan: FlowPlan): { sheet: FlowSheet; height: number } {
  const spots: Spot[] = [];
  const gaps: (RowGap & { top: number })[] = [];
  let y = 0;
  for (let row = 0; row <= plan.rows; row += 1) {
    const gap = gapOf(plan, row);
    gaps.push({ ...gap, top: y });
    y += gap.height;
    const band = bandOf(plan, row);
    plan.pieces.forEach((piece, index) => {
      if (piece.row !== row) return;
      const { width, height } = piece.box;
      spots[index] = {
        x: middleX(plan, index) - width / 2,
        y: y + (band - height) / 2,
        width,
        height,
      };
    });
    y += band;
  }
  return { sheet: { plan, spots, gaps }, height: y };
}

/** Height of a row: its boxes, those at the sides, and the labels at corners. */
function bandOf({ pieces, routes, labels }: FlowPlan, row: number): number {
  const boxes = pieces
    .filter((piece) => piece.row === row)
    .flatMap(({ box }) => [box.height, box.risks?.height ?? 0, box.measures?.height ?? 0]);
  const corners = routes
    .filter(({ edge, exit }) => pieces[edge.from]!.row === row && exit !== 'bottom')
    .map((route) => 2 * (labels.get(route)?.height ?? 0) + 4);
  return Math.max(0, ...boxes, ...corners);
}

function pathOf(sheet: FlowSheet, route: Route): LineShape['points'] {
  const { plan, gaps } = sheet;
  const { edge, exit, entry, way } = route;
  const [from, to] = [sheet.spots[edge.from]!, sheet.spots[edge.to]!];
  const [startX, endX] = [middleX(plan, edge.from), middleX(plan, edge.to)];
  const start = exit === 'bottom' ? { x: startX, y: from.y + from.height } : handOf(from, exit);
  const end = entry === 'top' ? { x: endX, y: to.y } : handOf(to, entry);
  if (way.kind === 'straight') return [start, { x: end.x, y: start.y }, end];
  const above = gaps[plan.pieces[edge.to]!.row]!;
  if (way.kind === 'across') {
    const depth = above.across.depthOf.get(acrossKey(plan, route)) ?? 0;
    const y = above.top + above.label + above.out.height + depth;
    return [start, { x: start.x, y }, { x: end.x, y }, end];
  }
  const points = [start];
  const main = laneX(plan, route, 'main');
  if (hasOut(route)) {
    const below = gaps[plan.pieces[edge.from]!.row + 1]!;
    const y = below.top + below.label + (below.out.depthOf.get(outKey(plan, route)) ?? 0);
    const x = exit === 'bottom' ? start.x : laneX(plan, route, 'near');
    points.push({ x, y: start.y }, { x, y }, { x: main, y });
  } else points.push({ x: main, y: start.y });
  if (entry === 'top') {
    const depth = above.into.depthOf.get(`${edge.to}`) ?? 0;
    const y = above.top + above.label + above.out.height + above.across.height + depth;
    points.push({ x: main, y }, { x: end.x, y }, end);
  } else points.push({ x: main, y: end.y }, end);
  return points;
}

function handOf({ x, y, width, height }: Spot, hand: Hand): { x: number; y: number } {
  return { x: hand === 'left' ? x : x + width, y: y + height / 2 };
}

function nodeShape({ box, type }: FlowPiece, spot: Spot): Shape {
  const { outline, lines } = box;
  const isThick = outline !== 'rect';
  return boxOf(spot, lines, {
    outline,
    size: type,
    padding: outline === 'diamond' ? 0 : PADDING - 1,
    lineWidth: isThick ? 1 : 0.75,
  });
}

/** The boxes at both sides of a piece, each tied to it by a dashed line. */
function sideShapes(
  sheet: FlowSheet,
  piece: FlowPiece,
  index: number,
): { ties: Shape[]; boxes: Shape[] } {
  const ties: Shape[] = [];
  const boxes: Shape[] = [];
  const { left, right } = sheet.plan.frame;
  const { risks, measures } = piece.box;
  if (risks !== undefined && left !== undefined) add('left', left, risks);
  if (measures !== undefined && right !== undefined) add('right', right, measures);
  return { ties, boxes };

  function add(hand: Hand, span: LaneSpan, side: SideBox): void {
    const spot = sheet.spots[index]!;
    const end = handOf(spot, hand);
    let { x, y } = end;
    if (piece.shape === 'diamond' && isUsed(sheet.plan, index, hand)) {
      // The corner is taken by a branch: the tie meets the slope above it.
      y -= spot.height / 4;
      x += ((hand === 'left' ? 1 : -1) * spot.width) / 4;
    }
    const middle = Math.abs(end.y - y) + 4 > side.height / 2 ? y : end.y;
    const top = middle - side.height / 2;
    const edge = hand === 'left' ? span.x + span.width : span.x;
    ties.push(
      lineOf(
        [
          { x: edge, y },
          { x, y },
        ],
        { dashed: true, stroke: '#555555' },
      ),
    );
    boxes.push(
      boxOf({ x: span.x, y: top, width: span.width, height: side.height }, side.lines, {
        size: SMALL,
        align: 'left',
        padding: PADDING,
        fill: side.fill,
        stroke: side.stroke,
        lineWidth: side.lineWidth,
      }),
    );
  }
}

function isUsed({ routes }: FlowPlan, index: number, hand: Hand): boolean {
  return routes.some(
    ({ edge, exit, entry }) =>
      (edge.from === index && exit === hand) || (edge.to === index && entry === hand),
  );
}

function labelShape(sheet: FlowSheet, route: Route, label: Label): Shape {
  const { plan, gaps } = sheet;
  const { edge, exit, way } = route;
  const { width, height, lines } = label;
  const spot = sheet.spots[edge.from]!;
  const middle = middleX(plan, edge.from);
  const place = (x: number, y: number): Shape =>
    boxOf({ x, y, width, height }, lines, { outline: 'none', align: 'left' });
  if (exit !== 'bottom') {
    const corner = handOf(spot, exit);
    const box = plan.pieces[edge.from]!.box;
    const isTied = (exit === 'left' ? box.risks : box.measures) !== undefined;
    const x = exit === 'left' ? corner.x - 2.5 - width : corner.x + 2.5;
    return place(x, isTied ? corner.y + 1 : corner.y - height - 1);
  }
  const below = gaps[plan.pieces[edge.from]!.row + 1]!;
  if (way.kind === 'straight') return place(middle + 3, below.top + 1);
  const isOut = way.kind === 'lane';
  const depth = isOut
    ? (below.out.depthOf.get(outKey(plan, route)) ?? 0)
    : below.out.height + (below.across.depthOf.get(acrossKey(plan, route)) ?? 0);
  const goal = isOut ? laneX(plan, route, 'main') : middleX(plan, edge.to);
  const y = below.top + below.label + depth - height - 1;
  return place(goal > middle ? middle + 3 : middle - 3 - width, y);
}
