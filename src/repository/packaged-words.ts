import type { Abolished, WordListId } from '../model/word-lists.ts';
import { packagedAbolishedSchema, packagedWordsSchema } from '../model/word-lists.ts';
import { readyList } from './ready-templates.ts';

const FILES = [
  'slogans',
  'tasks',
  'omissions',
  'rule-names',
  'leftovers',
  'signed-claims',
  'totals',
  'private-numbers',
];
const ABOLISHED = 'words/abolished.yaml';

/** A packaged list with what is said of it. */
export type PackagedList = {
  readonly id: WordListId;
  readonly title: string;
  readonly note?: string | undefined;
  readonly words: readonly string[];
};

/** The word lists of `templates/words`. */
export function readPackagedLists(): readonly PackagedList[] {
  return FILES.flatMap((file) => readyList(`words/${file}.yaml`, packagedWordsSchema)).map(
    (list) => ({ ...list, words: list.words.flatMap((line) => line.split(' ')) }),
  );
}

/** Laws and regulations that have ended, by title. */
export function readPackagedAbolished(): ReadonlyMap<string, Abolished> {
  return new Map(
    readyList(ABOLISHED, packagedAbolishedSchema).flatMap(({ titles, since, by }) =>
      titles.map((title) => [title, { since, by }]),
    ),
  );
}
