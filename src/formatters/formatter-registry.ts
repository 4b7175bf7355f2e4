import type { Formatter, Paint } from './formatter.ts';
import { keysOf } from '../util/keys-of.ts';

const LOADERS = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  github: async () => (await import('./github.ts')).github,
  markdown: async () => (await import('./markdown.ts')).markdown,
  summary: async () => (await import('./summary.ts')).summary,
} as const satisfies Record<string, () => Promise<Formatter>>;
export type FormatterName = keyof typeof LOADERS;

export const FORMATTER_NAMES = keysOf(LOADERS);

/** Loads a formatter by name, and nothing that the others need. */
export function loadFormatter(name: FormatterName): Promise<Formatter> {
  return LOADERS[name]();
}

/** Loads the colours of a terminal. */
export async function loadColors(): Promise<Paint> {
  return (await import('./colors.ts')).colors;
}
