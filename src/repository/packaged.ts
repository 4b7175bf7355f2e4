import { fileURLToPath } from 'node:url';
import { packageFile } from '../package-files.ts';
import type { Root } from './files.ts';
import { openRoot } from './files.ts';

const TEMPLATES = fileURLToPath(packageFile('templates/'));

/** Schemes, layouts, word lists and what is said of rules, as they come with the package. */
export function packagedRoot(): Root {
  return openRoot(TEMPLATES, 'lianfang:templates/');
}
