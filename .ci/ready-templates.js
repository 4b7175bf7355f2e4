// Keeps the packaged schemes and layouts in the build as values, merged and validated, so that no run has to
// do it again. A fault in one of them ends the build.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLayouts } from '../dist/pipeline/check-layouts.js';
import { readProfile, resolveScheme } from '../dist/pipeline/resolve-scheme.js';
import { openPackagedSchemes } from '../dist/repository/open-project.js';
import { packagedRoot } from '../dist/repository/packaged.js';
import { readyName } from '../dist/repository/ready-templates.js';

const READY = fileURLToPath(new URL('../dist/ready/', import.meta.url));

const library = openPackagedSchemes();
const root = packagedRoot();
const schemes = library.schemeIds.map((id) => resolveScheme(id, { file: '', path: [] }, library));
const findings = schemes.flatMap((resolved) => resolved.findings);
if (findings.length === 0) findings.push(...checkLayouts({ schemes, library }));

const values = new Map(
  schemes.map(({ scheme, chain }) => [`schemes/${scheme?.id}/scheme.yaml`, { scheme, chain }]),
);
for (const file of readdirSync(root.path, { recursive: true }).map((name) =>
  name.split('\\').join('/'),
)) {
  if (!/(?:^|\/)(?:tables\/[^/]+\.yaml|documents\/[^/]+\.md)$/.test(file)) continue;
  const source = library.sources.read(root, file);
  const read = readProfile({ value: source.value, ref: { file: source.file, path: [] } }, library);
  findings.push(...source.findings, ...read.findings);
  values.set(file, read.profile);
}
if (findings.length > 0) throw new Error(findings.map((one) => JSON.stringify(one)).join('\n'));

for (const [file, value] of values) {
  const path = join(READY, readyName(file));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
}
