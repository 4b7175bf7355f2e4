// Keeps the packaged schemes, layouts and lists in the build as values, merged and validated, so that no run
// has to do it again. A fault in one of them ends the build. Another folder than `dist/ready/` may be given.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedValues } from '../src/pipeline/packaged-values.ts';
import { readyName } from '../src/repository/ready-templates.ts';

const READY = process.argv[2] ?? fileURLToPath(new URL('../dist/ready/', import.meta.url));

const { values, findings } = packagedValues();
if (findings.length > 0) throw new Error(findings.map((one) => JSON.stringify(one)).join('\n'));
for (const [file, value] of values) {
  const path = join(READY, readyName(file));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
}
