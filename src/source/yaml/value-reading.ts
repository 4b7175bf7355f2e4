import type { Finding, Span } from '../../diagnostics/diagnostic.ts';
import type { NodeWriter } from '../node-table.ts';
import type { loadYaml } from './load-yaml.ts';

/** A document on the way from nodes to data: what is filled, and where the reader stands in it. */
export type ValueReading = {
  readonly file: string;
  readonly text: string;
  readonly nodes: NodeWriter;
  readonly yaml: ReturnType<typeof loadYaml>;
  readonly findings: Finding[];
  readonly path: (string | number)[];
};

/** Reports a fault of the value that is being read. */
export function reportHere(
  { file, path, findings }: ValueReading,
  fault: Omit<Finding, 'ref' | 'span'> & { readonly span: Span },
): void {
  findings.push({ ...fault, ref: { file, path: [...path] } });
}
