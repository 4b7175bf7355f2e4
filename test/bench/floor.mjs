// Reads every file of a folder with one library and does nothing with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [how, folder] = process.argv.slice(2);
const read = how === 'json' ? JSON.parse : (await import('yaml')).parse;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (/\.(?:json|yaml)$/.test(name)) read(readFileSync(join(folder, name), 'utf8'));
}
