import { createHash } from 'node:crypto';
import type { Unit } from '../../model/project.ts';
import { RECORD_FILES } from '../../model/project.ts';

/** Names the way the digest is made; a change of it never passes for a change of the data. */
const VERSION = 'v1';

/**
 * The digest of everything a unit wrote down (数据摘要), `v1:` and 64 hexadecimal digits. How records
 * are split over files, their order, and how the YAML is written make no difference.
 */
export function unitDigest(unit: Unit): string {
  const lists = Object.keys(RECORD_FILES).map((list) => [
    list,
    unit[list as keyof typeof RECORD_FILES],
  ]);
  const content = canonical({
    unit: unit.info,
    departments: unit.departments,
    ...Object.fromEntries(lists),
  });
  return `${VERSION}:${createHash('sha256').update(content).digest('hex')}`;
}

/** The first eight digits, as printed at the foot of a paper: paper and data can be matched by them. */
export function shortDigest(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1, digest.indexOf(':') + 9);
}

/** JSON with keys in order, without places in files and without what is not there. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([key, item]) => key !== 'ref' && item !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${entries.join(',')}}`;
}
