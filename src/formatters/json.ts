import { summarize } from '../diagnostics/summarize.ts';
import type { Formatter } from './formatter.ts';

/** Characters that JSON leaves as they are and a terminal obeys. */
const UNSAFE = /[\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g;

/** For programs. A change that breaks readers raises `schemaVersion`. */
export const json: Formatter = (diagnostics) => {
  const value = { schemaVersion: 1, diagnostics, summary: summarize(diagnostics) };
  return `${JSON.stringify(value, null, 2).replace(UNSAFE, escaped)}\n`;
};

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
