import type { Scheme } from '../../model/scheme.ts';
import type { Opened } from '../../pipeline/open-and-assess.ts';
import { frozenName } from '../../signoff/digests/rating-part.ts';
import { writeYaml } from '../../source/write/write-yaml.ts';
import type { OutputFile } from '../write-files.ts';

/**
 * The scheme as it was at the first sign-off made with it (封存的方案): whole, with everything that it
 * extends laid under it, so that levels and signatures can be read when the scheme has moved on.
 */
export function frozenScheme(scheme: Scheme, version: string, opened: Opened): OutputFile[] {
  const id = frozenName(version);
  if (opened.library.scheme(id) !== undefined) return [];
  const { extends: _, ...whole } = scheme;
  const title = `# 封存的方案：第一次审核时的「${scheme.title}」，请勿改动\n`;
  const bytes = title + writeYaml(JSON.parse(JSON.stringify(whole)));
  return [{ path: `schemes/${id}/scheme.yaml`, bytes }];
}
