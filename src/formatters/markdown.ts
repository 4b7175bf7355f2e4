import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { SEVERITY_NAMES, summarize, summaryLine } from '../diagnostics/summarize.ts';
import { groupBy } from '../util/group-by.ts';
import { safe } from '../util/safe.ts';
import type { Formatter } from './formatter.ts';

/** Comments on a change have a length limit; the rest is only counted. */
const LISTED = 200;

/** For comments on a change request: what there is of each rule, then one line a finding. */
export const markdown: Formatter = (diagnostics) => {
  const lines = ['## 廉防检查', '', summaryLine(summarize(diagnostics)), ''];
  if (diagnostics.length > 0) lines.push(...table(diagnostics), '', ...list(diagnostics));
  return `${lines.join('\n').trimEnd()}\n`;
};

function table(diagnostics: readonly Diagnostic[]): string[] {
  const byRule = [...groupBy(diagnostics, ({ code, severity }) => `${code} ${severity}`).values()];
  const rows = byRule
    .toSorted(
      (a, b) => rank(a[0]!.severity) - rank(b[0]!.severity) || (a[0]!.code < b[0]!.code ? -1 : 1),
    )
    .map((found) => {
      const { code, rule, severity } = found[0]!;
      return `| ${SEVERITY_NAMES[severity]} | ${code} ${rule} | ${found.length} |`;
    });
  return ['| 级别 | 规则 | 数目 |', '| --- | --- | ---: |', ...rows];
}

function rank(severity: Severity): number {
  return Object.keys(SEVERITY_NAMES).indexOf(severity);
}

function list(diagnostics: readonly Diagnostic[]): string[] {
  const shown = diagnostics.slice(0, LISTED);
  const lines: string[] = [];
  for (const [file, found] of groupBy(shown, (one) => one.file)) {
    lines.push(`### ${escape(file)}`, '');
    for (const { start, severity, code, message, hint } of found) {
      const advice = hint === undefined ? '' : `（${escape(hint)}）`;
      lines.push(
        `- ${start.line}:${start.column} **${SEVERITY_NAMES[severity]}** ${code} ${escape(message)}${advice}`,
      );
    }
    lines.push('');
  }
  const left = diagnostics.length - shown.length;
  if (left > 0) lines.push(`另有 ${left} 项没有列出，请运行 lianfang check 查看`);
  return lines;
}

/** Data as plain text: no markup, no mention, no HTML, one line. */
function escape(text: string): string {
  return safe(text)
    .replace(/[\\`*_[\]()#|!~>]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/@(?=\w)/g, '@\u200B');
}
