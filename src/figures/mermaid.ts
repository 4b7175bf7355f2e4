import type { Chart, FlowNode } from '../model/chart.ts';
import { detailText } from './flow/boxes.ts';
import { graphOf } from './flow/flow-graph.ts';
import { drawable } from './shapes.ts';

/**
 * A flow as a Mermaid diagram for Markdown; nothing for charts of numbers, whose table says all. Nodes
 * are numbered, so that no id of the data can be taken for a word of the language.
 */
export function mermaid(chart: Chart): string | undefined {
  if (chart.kind !== 'flow') return undefined;
  const { nodes, edges } = graphOf(chart);
  if (nodes.length === 0) return undefined;
  return [
    'flowchart TD',
    ...nodes.map((node, index) => `  n${index + 1}${shaped(node)}`),
    ...edges.map(({ from, to, label }) => {
      const branch = label === '' ? '' : `|"${escaped(label)}"|`;
      return `  n${from + 1} -->${branch} n${to + 1}`;
    }),
    '',
  ].join('\n');
}

function shaped(node: FlowNode): string {
  const text = `"${textOf(node)}"`;
  switch (node.kind) {
    case 'start':
    case 'end':
      return `([${text}])`;
    case 'decision':
      return `{${text}}`;
    case 'step':
      return `[${text}]`;
  }
}

function textOf({ text, details, risks, measures }: FlowNode): string {
  const lines = [
    text,
    ...details.map(detailText).filter((line) => line !== ''),
    ...risks.map((risk) => `风险点：${risk.text}${risk.level === '' ? '' : `（${risk.level}）`}`),
    ...measures.map(
      (measure) =>
        `防控措施：${measure.text}${measure.owner === '' ? '' : `（责任人：${measure.owner}）`}`,
    ),
  ];
  return lines.map(escaped).join('<br/>');
}

/** As entities, whatever Mermaid, Markdown or HTML would read as its own: a list's marks as well. */
function escaped(text: string): string {
  return drawable(text)
    .replace(/[&<>"'`#;{}[\]|\\*_~$%]|^[-+]|(?<=^\d+)[.)]/gm, (sign) => `#${sign.codePointAt(0)};`)
    .replaceAll('\n', '<br/>');
}
