import { fileURLToPath } from 'node:url';
import type { Root } from './files.ts';
import { openRoot } from './files.ts';

const TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Schemes, layouts, word lists and what is said of rules, as they come with the package. */
export function packagedRoot(): Root {
  return openRoot(TEMPLATES, 'lianfang:templates/');
}
