import type { RatingValue } from '../rating/rating-program.ts';

/** Missing inputs with more possible values than this are not tried one by one. */
export const TOO_MANY = Symbol('too many');

/** What one input of the rating is for one record. Equal keys mean equal inputs. */
export type Input = KnownInput | MissingInput;
export type KnownInput = {
  readonly key: string;
  readonly value: RatingValue;
  readonly domain?: undefined;
};
export type MissingInput = {
  readonly key: string;
  /** Labels of what is to be filled in. */
  readonly missing: readonly string[];
  /** Everything that may turn out to stand here. */
  readonly domain: readonly RatingValue[] | typeof TOO_MANY;
  /** What stands here though it cannot be used. */
  readonly found?: string;
};

/** The record has none, and none is expected. */
export const NONE: KnownInput = { key: '-', value: undefined };

/** A word that no condition names: stands for all of them where the words are open. */
export const OTHER_WORD = '\u0000';

const MOST_WORDS = 14;

/** Every set of words that contains `known` and at most `more` others; `known` stands first. */
export function supersets(
  known: readonly string[],
  words: readonly string[],
  more: number,
): readonly (readonly string[])[] | typeof TOO_MANY {
  const others = words.filter((word) => !known.includes(word));
  if (others.length > MOST_WORDS) return TOO_MANY;
  let sets: (readonly string[])[] = [known];
  for (const word of others) {
    const longer = sets
      .filter((set) => set.length < known.length + more)
      .map((set) => [...set, word]);
    sets = [...sets, ...longer];
  }
  return sets;
}
