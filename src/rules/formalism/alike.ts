/**
 * From what similarity on two texts count as nearly the same (几乎一样): of all runs of three
 * characters that either has, seven in ten are in both. Of texts of 25 characters those differ in one
 * word; measures and points that people thought about stay below 0.4 (all twelve units of
 * examples/county).
 */
export const ALIKE = 0.7;

/** Shorter texts, without digits and punctuation, are alike by chance. */
export const LEAST_ALIKE_LENGTH = 8;

const LONG = 20;

/** How many times a text may not be used: two long texts do not agree by chance, three short ones do not. */
export function tooOften(texts: readonly string[]): number {
  return texts.every(({ length }) => length >= LONG) ? 2 : 3;
}

/** How many other places a finding names. */
export const MOST_RELATED = 20;
