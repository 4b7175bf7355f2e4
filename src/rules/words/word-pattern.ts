import type { WordLists } from '../../model/word-lists.ts';

/** What `…` in a word stands for. */
const GAP = '[^，,]{1,16}';

/**
 * The source of a pattern for any of the words, the longest first. `except`: words that begin with one
 * of them and are not meant (共同 for 共).
 */
export function anyOf(words: readonly string[], except: readonly string[] = []): string {
  if (words.length === 0) return '(?!)';
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((word) => patternOf(word) + unlessFollowed(word, except)).join('|')})`;
}

function patternOf(word: string): string {
  return word.split('…').map(escaped).join(GAP);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

function unlessFollowed(word: string, except: readonly string[]): string {
  const tails = except.filter((other) => other !== word && other.startsWith(word));
  return tails.length === 0 ? '' : `(?!${anyOf(tails.map((tail) => tail.slice(word.length)))})`;
}

/** Builds once for all who use the same lists: patterns of many words take time to put together. */
export function perLists<T>(build: (lists: WordLists) => T): (lists: WordLists) => T {
  const known = new WeakMap<WordLists, { readonly value: T }>();
  return (lists) => {
    let entry = known.get(lists);
    if (entry === undefined) known.set(lists, (entry = { value: build(lists) }));
    return entry.value;
  };
}
