import { anyOf, perLists } from './word-pattern.ts';

/** What a text says that was not done, if it says nothing else: 公示 of 未公示, 登记 of 未按规定登记. */
export const omittedAct = perLists((lists) => {
  const adverbs = `${anyOf(lists['omission-adverbs'])}*`;
  const omission = new RegExp(
    `^${anyOf(lists['omission-words'])}${adverbs}(${anyOf(lists['omission-acts'])})$`,
    'u',
  );
  return (text: string): string | undefined => omission.exec(text)?.[1];
});
