import { say } from '../diagnostics/message.ts';
import type { Finding, NodeRef } from '../diagnostics/diagnostic.ts';
import type { RuleCode } from '../diagnostics/rule-codes.ts';
import type { WordChanges } from '../model/word-lists.ts';
import { WORD_LIST_IDS, wordListsSchema } from '../model/word-lists.ts';
import { readPackagedAbolished, readPackagedLists } from '../repository/packaged-words.ts';
import type { RuleWords } from '../rules/rule.ts';
import { titleKey } from '../rules/words/abolished.ts';
import { suggest } from '../util/suggest.ts';

/** Changes of the lists with the place where they stand. */
export type PlacedChanges = {
  readonly changes: WordChanges;
  readonly code: RuleCode;
  readonly locate: (path: readonly (string | number)[]) => NodeRef;
};

let packaged: RuleWords | undefined;

/** The packaged lists, read when first asked for. */
export function packagedWords(): RuleWords {
  packaged ??= {
    lists: wordListsSchema.parse(
      Object.fromEntries(readPackagedLists().map(({ id, words }) => [id, words])),
    ),
    abolished: readPackagedAbolished(),
  };
  return packaged;
}

/** The lists with changes laid over them, the last one deciding. Without any they are the same value. */
export function changedWords(words: RuleWords, { changes }: PlacedChanges): RuleWords {
  const { add, without, abolished, inForce } = changes;
  const isChanged = [add, without, abolished, inForce].some((part) => Object.keys(part).length > 0);
  if (!isChanged) return words;
  const lists = WORD_LIST_IDS.map((id) => {
    const gone = new Set(without[id]);
    return [id, [...words.lists[id].filter((word) => !gone.has(word)), ...(add[id] ?? [])]];
  });
  const ended = new Map(words.abolished);
  for (const title of inForce) ended.delete(titleKey(title));
  for (const { titles, since, by } of abolished) {
    for (const title of titles) ended.set(titleKey(title), { since, by });
  }
  return { lists: wordListsSchema.parse(Object.fromEntries(lists)), abolished: ended };
}

/** Words and titles to take away that are not there: mistyped, they would quietly do nothing. */
export function changeFaults(words: RuleWords, placed: PlacedChanges): Finding[] {
  const { without, inForce } = placed.changes;
  return [
    ...WORD_LIST_IDS.flatMap((id) =>
      (without[id] ?? []).flatMap((word, index) =>
        words.lists[id].includes(word)
          ? []
          : [absent(placed, ['without', id, index], word, words.lists[id])],
      ),
    ),
    ...inForce.flatMap((title, index) =>
      words.abolished.has(titleKey(title))
        ? []
        : [absent(placed, ['inForce', index], title, [...words.abolished.keys()])],
    ),
  ];
}

function absent(
  { code, locate }: PlacedChanges,
  path: readonly (string | number)[],
  word: string,
  known: readonly string[],
): Finding {
  const meant = suggest(word, known);
  return {
    code,
    ref: locate(['wordLists', ...path]),
    message: say`词表里没有「${{ word }}」，不用去掉`,
    hint: meant === undefined ? '用 lianfang list words 查看各词表' : `您是否要写「${meant}」`,
  };
}
