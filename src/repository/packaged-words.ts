import type { Abolished, WordListId } from '../model/word-lists.ts';
import { packagedAbolishedSchema, packagedWordsSchema } from '../model/word-lists.ts';
import { packagedRoot } from './packaged.ts';
import { newSources } from './sources.ts';

const FILES = [
  'slogans',
  'tasks',
  'omissions',
  'rule-names',
  'leftovers',
  'totals',
  'private-numbers',
];

/** A packaged list with what is said of it. */
export type PackagedList = {
  readonly id: WordListId;
  readonly title: string;
  readonly note?: string | undefined;
  readonly words: readonly string[];
};

/** The word lists of `templates/words`. */
export function readPackagedLists(): readonly PackagedList[] {
  const sources = newSources();
  const root = packagedRoot();
  return FILES.flatMap((file) =>
    packagedWordsSchema.parse(sources.read(root, `words/${file}.yaml`)?.value),
  ).map((list) => ({ ...list, words: list.words.flatMap((line) => line.split(' ')) }));
}

/** Laws and regulations that have ended, by title. */
export function readPackagedAbolished(): ReadonlyMap<string, Abolished> {
  const source = newSources().read(packagedRoot(), 'words/abolished.yaml');
  return new Map(
    packagedAbolishedSchema
      .parse(source?.value)
      .flatMap(({ titles, since, by }) => titles.map((title) => [title, { since, by }])),
  );
}
