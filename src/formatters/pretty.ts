import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { SEVERITY_NAMES, summarize, summaryLine } from '../diagnostics/summarize.ts';
import { groupBy } from '../util/group-by.ts';
import { safe } from '../util/safe.ts';
import { excerpt } from './excerpt.ts';
import type { FormatOptions, Formatter, Paint } from './formatter.ts';

/** For people at a terminal: grouped by file, each finding with its line and a caret under it. */
export const pretty: Formatter = (diagnostics, options) => {
  const paint = options.paint ?? UNPAINTED;
  const blocks: string[] = [];
  for (const found of groupBy(diagnostics, ({ file }) => file).values()) {
    const lines = options.textOf?.(found[0]!.file)?.split(/\r?\n/);
    for (const one of found) blocks.push(block(one, lines, options, paint));
  }
  blocks.push(paint.bold(summaryLine(summarize(diagnostics))));
  return `${blocks.join('\n')}\n`;
};

const asItIs = (text: string): string => text;
const UNPAINTED: Paint = {
  error: asItIs,
  warning: asItIs,
  info: asItIs,
  todo: asItIs,
  dim: asItIs,
  bold: asItIs,
};

function block(
  one: Diagnostic,
  lines: readonly string[] | undefined,
  { width = 100 }: FormatOptions,
  paint: Paint,
): string {
  const { file, start, severity, code, message, hint, related } = one;
  const head = `${safe(file)}:${start.line}:${start.column}`;
  const out = [
    `${paint.bold(head)} ${paint[severity](SEVERITY_NAMES[severity])} ${paint.dim(code)} ${safe(message)}`,
  ];
  const line = lines?.[start.line - 1];
  // Of what is still blank the address says all there is to see.
  if (line !== undefined && severity !== 'todo') {
    const shown = excerpt(line, one, width - 4);
    if (shown !== undefined) {
      out.push(
        `    ${shown.text}`,
        `    ${' '.repeat(shown.indent)}${paint[severity](shown.marks)}`,
      );
    }
  }
  if (hint !== undefined && severity !== 'todo') out.push(`    ${paint.dim(`→ ${safe(hint)}`)}`);
  for (const place of related ?? []) {
    const at = `${safe(place.file)}:${place.start.line}:${place.start.column}`;
    out.push(`    ${paint.dim(`${at} ${safe(place.message)}`)}`);
  }
  return out.join('\n');
}
