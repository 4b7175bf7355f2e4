import type { FlowChart, FlowNode } from '../../model/chart.ts';

/** A hand-over between two nodes, by their places in the list. */
export type Edge = { readonly from: number; readonly to: number; readonly label: string };

export type Graph = { readonly nodes: readonly FlowNode[]; readonly edges: readonly Edge[] };

/** The chart without what cannot be drawn: ids given twice, edges to nowhere, edges said twice. */
export function graphOf({ nodes, edges }: FlowChart): Graph {
  const places = new Map<string, number>();
  const kept: FlowNode[] = [];
  for (const node of nodes) {
    if (places.has(node.id)) continue;
    places.set(node.id, kept.length);
    kept.push(node);
  }
  const said = new Set<string>();
  const known: Edge[] = [];
  for (const { from, to, label } of edges) {
    const ends = { from: places.get(from), to: places.get(to) };
    if (ends.from === undefined || ends.to === undefined) continue;
    const edge = { from: ends.from, to: ends.to, label: label.trim() };
    const key = JSON.stringify(edge);
    if (said.has(key)) continue;
    said.add(key);
    known.push(edge);
  }
  return { nodes: kept, edges: known };
}
