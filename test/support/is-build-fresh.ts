import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Whether nothing that the build made its values from was changed since. */
export function isBuildFresh(): boolean {
  const ready = join(ROOT, 'dist/ready');
  if (!existsSync(ready)) return false;
  const built = statSync(ready).mtimeMs;
  return ['src', 'templates'].every((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).every(
      (name) => statSync(join(ROOT, folder, name)).mtimeMs < built,
    ),
  );
}
