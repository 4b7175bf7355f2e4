import type { Opened } from '../../src/pipeline/open-and-assess.ts';
import { assessProject } from '../../src/pipeline/open-and-assess.ts';
import { resolveScheme } from '../../src/pipeline/resolve-scheme.ts';
import type { Root } from '../../src/repository/files.ts';
import { openProject } from '../../src/repository/open-project.ts';

/** `openRepository` at once, for tests. */
export function openAssessed(place: string | Root): Opened {
  return assessProject(openProject(place), resolveScheme);
}
