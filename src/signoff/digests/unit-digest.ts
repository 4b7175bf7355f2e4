import { createHash } from 'node:crypto';
import type { Unit } from '../../model/project.ts';
import { KINDS } from '../../model/kinds.ts';
import type { AnyRecord } from '../../model/unit-records.ts';
import { recordsOf } from '../../model/unit-records.ts';
import { compareNatural, compareText } from '../../util/natural-order.ts';

/** Names the way the digest is made; a change of it never passes for a change of the data. */
const VERSION = 'v1';

/**
 * The lists of the first version, which it writes down even where they are empty. One that came later
 * stands only where there is something in it, so that a digest printed before still holds.
 */
const EVEN_EMPTY = new Set(
  (
    'departments people posts powers risks measures regulations reviews commitments notices filings ' +
    'inspections warnings rectifications letters evaluations'
  ).split(' '),
);

/**
 * The digest of everything a unit wrote down (数据摘要), `v1:` and 64 hexadecimal digits. How records
 * are split over files, their order, and how the YAML is written make no difference.
 */
export function unitDigest(unit: Unit): string {
  const written: Record<string, unknown> = { unit: unit.info };
  for (const { kind, records } of recordsOf(unit)) {
    const { list } = KINDS[kind];
    if (list === undefined || (records.length === 0 && !EVEN_EMPTY.has(list))) continue;
    written[list] = records.toSorted(byOrderAndId);
  }
  const content = canonical(written);
  return `${VERSION}:${createHash('sha256').update(content).digest('hex')}`;
}

/** The order in which the first version wrote records down, wherever they stand and print. */
function byOrderAndId(a: AnyRecord, b: AnyRecord): number {
  return (
    (a.order ?? Infinity) - (b.order ?? Infinity) ||
    compareNatural(a.id ?? '', b.id ?? '') ||
    compareText(a.ref.file, b.ref.file)
  );
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
