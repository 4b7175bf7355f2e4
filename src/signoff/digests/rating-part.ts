import type { Scheme } from '../../model/scheme.ts';
import type { Plain } from './encode.ts';
import { digestOf } from './encode.ts';

/** Words about a value, not the value: who reads them is people, not the rating. */
const WORDS = new Set(['clause', 'note', 'assumed', 'label', 'meaning', 'definition', 'prompts']);

/**
 * What of a scheme decides about levels (评定办法): the levels and their order, the factors, the
 * method, and the ranks and tiers that conditions ask for. A new column title or clause is not in it.
 */
function ratingPart(scheme: Scheme): Plain {
  return {
    levels: scheme.levels.map(({ id }) => id),
    factors: withoutWords(scheme.factors),
    rating: withoutWords(scheme.rating),
    ranks: scheme.ranks.map(({ id, tier, head, departmentHead }) => ({
      id,
      tier,
      head,
      departmentHead,
    })),
    tiers: scheme.tiers.map(({ id, leader }) => ({ id, leader })),
  };
}

/** A scheme as sign-offs name it: `own@sha256-v1:…`, by the digest of its rating part. */
export function schemeVersion(scheme: Scheme): string {
  return `${scheme.id}@${digestOf('v1', 'rating', ratingPart(scheme))}`;
}

/** The folder that keeps this version of the scheme: `own@1a2b3c4d`. */
export function frozenName(version: string): string {
  const at = version.indexOf('@');
  const digest = version.slice(version.lastIndexOf(':') + 1);
  return `${version.slice(0, at)}@${digest.slice(0, 8)}`;
}

function withoutWords(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value as Plain;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => item !== undefined && !WORDS.has(key))
      .map(([key, item]) => [key, withoutWords(item)]),
  );
}
