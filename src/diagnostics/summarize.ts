import type { Diagnostic, Severity } from './diagnostic.ts';
import { keysOf } from '../util/keys-of.ts';

/** How many of each severity, and in how many files. */
export type Summary = { readonly [S in Severity]: number } & { readonly files: number };

export function summarize(diagnostics: readonly Diagnostic[]): Summary {
  const counts = { error: 0, warning: 0, info: 0, todo: 0 };
  const files = new Set<string>();
  for (const { severity, file } of diagnostics) {
    counts[severity]++;
    files.add(file);
  }
  return { ...counts, files: files.size };
}

/** Chinese terms of the severities, most serious first. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '提醒',
  info: '提示',
  todo: '待填',
};
const MEASURE_WORDS: Readonly<Record<Severity, string>> = {
  error: '个',
  warning: '个',
  info: '条',
  todo: '项',
};

/** 「共 3 个错误、5 个提醒、12 项待填（2 个文件）」; what does not occur is not named. */
export function summaryLine(summary: Summary): string {
  const parts = keysOf(SEVERITY_NAMES)
    .filter((severity) => summary[severity] > 0)
    .map(
      (severity) => `${summary[severity]} ${MEASURE_WORDS[severity]}${SEVERITY_NAMES[severity]}`,
    );
  if (parts.length === 0) return '没有发现问题';
  return `共 ${parts.join('、')}（${summary.files} 个文件）`;
}
