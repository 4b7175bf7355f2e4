// Puts the sources together into a few files, a command or renderer each with what several need beside them:
// loading them one by one took a third of a small check. Packages stay what they are, and outside.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

await build({
  entryPoints: [root('src/cli.ts'), root('src/index.ts')],
  outdir: root('dist'), // flat: src/package-files.ts counts on it
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  logLevel: 'warning',
});
