import type { Formatter } from './formatter.ts';
import { summarize } from '../diagnostics/summary.ts';

/** For programs. A change that breaks readers raises `schemaVersion`. */
export const json: Formatter = (diagnostics) =>
  `${JSON.stringify({ schemaVersion: 1, diagnostics, summary: summarize(diagnostics) }, null, 2)}\n`;
