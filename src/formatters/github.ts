import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { SEVERITY_NAMES, summarize, summaryLine } from '../diagnostics/summarize.ts';
import { safe } from '../util/safe.ts';
import type { Formatter } from './formatter.ts';
import { keysOf } from '../util/keys-of.ts';

/** What GitHub shows of each kind in one step: 10 errors, 10 warnings, 10 notices. */
const SHOWN = 10;
const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands that GitHub Actions prints beside the lines. Blanks (待填) are only counted. */
export const github: Formatter = (diagnostics) => {
  const lines: string[] = [];
  for (const severity of keysOf(COMMANDS)) {
    const found = diagnostics.filter((one) => one.severity === severity);
    // One place is kept for the line that says how many more there are.
    const shown = found.length > SHOWN ? found.slice(0, SHOWN - 1) : found;
    lines.push(...shown.map((one) => annotation(COMMANDS[severity], one)));
    if (shown.length < found.length) lines.push(rest(severity, found.length - shown.length));
  }
  lines.push(summaryLine(summarize(diagnostics)));
  return `${lines.join('\n')}\n`;
};

function annotation(command: string, one: Diagnostic): string {
  const properties = {
    file: one.file,
    line: one.start.line,
    endLine: one.end.line,
    col: one.start.column,
    endColumn: one.end.column,
    title: `${one.code} ${one.rule}`,
  };
  const written = Object.entries(properties)
    // Columns only mean something on one line.
    .filter(([key]) => one.start.line === one.end.line || key !== 'endColumn')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  const lines = [one.message, ...(one.hint === undefined ? [] : [one.hint])].map(safe);
  return `::${command} ${written}::${escapeText(lines.join('\n'))}`;
}

function rest(severity: keyof typeof COMMANDS, count: number): string {
  const text = `另有 ${count} 个${SEVERITY_NAMES[severity as Severity]}没有在此列出，请看完整结果`;
  return `::${COMMANDS[severity]} title=lianfang::${escapeText(text)}`;
}

/** As `@actions/core` escapes, so that data cannot issue commands. */
function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C').replaceAll(';', '%3B');
}
