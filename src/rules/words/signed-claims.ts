import { anyOf, perLists } from './word-pattern.ts';

/** The words by which a text says that something has been signed or reviewed: 已签字 of 表册均已签字. */
export const signedClaim = perLists((lists) => {
  const claim = new RegExp(anyOf(lists['signed-claims']), 'u');
  const other = new RegExp(anyOf(lists['signed-claim-exceptions']), 'u');
  return (text: string): string | undefined =>
    text
      .split(/[，。；;,]/u)
      .filter((clause) => !other.test(clause))
      .flatMap((clause) => claim.exec(clause)?.[0] ?? [])[0];
});
