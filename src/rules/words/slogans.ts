import { clausesOf } from './pieces.ts';
import { anyOf, perLists } from './word-pattern.ts';

/**
 * Tells a measure that is only a slogan (加强教育管理) from one that says what is done. Three steps for
 * each clause, in this order:
 *   1. set phrases count as an abstract noun (三重一大, 四个意识: their numbers mean nothing);
 *   2. anything concrete saves the clause: a number, a time, a document, somebody who acts, an act;
 *   3. else it is a slogan if it opens with words such as 加强 and ends in an abstract noun, if it
 *      only states an aim (杜绝…), or if nothing but such words stands in it.
 * A text is empty if every clause is. In doubt it is not.
 */
export const sloganTest = perLists((lists) => {
  const phrases = new RegExp(anyOf(lists['slogan-phrases']), 'gu');
  const subject = `[^，]{0,6}${anyOf(lists['slogan-subjects'])}`;
  const before = `(?:(?:对|针对|在|从)[^，]{1,12}?|${subject})?(?:要|应当|应|须|必须|都|均|并|同时)*`;
  const opening = new RegExp(`^${before}${anyOf(lists['slogan-openings'])}`, 'u');
  const ending = new RegExp(
    `${anyOf(lists['slogan-nouns'])}${anyOf(lists['slogan-endings'])}?$`,
    'u',
  );
  const aim = new RegExp(
    `^${anyOf(lists['slogan-aim-adverbs'])}*${anyOf(lists['slogan-aims'])}`,
    'u',
  );
  const acts = `(?<!${anyOf(lists['concrete-act-verbs'])})${anyOf(lists['concrete-acts'])}`;
  const concrete = [
    new RegExp(`\\d|[一二两三四五六七八九十百千万]+${anyOf(lists['concrete-counters'])}`, 'u'),
    new RegExp(anyOf(lists['concrete-times']), 'u'),
    /《[^》]+》/u,
    new RegExp(anyOf(lists['concrete-actors'], lists['concrete-actor-exceptions']), 'u'),
    new RegExp(`${acts}(?!${anyOf(lists['concrete-act-nouns'])})`, 'u'),
  ];
  const isAllSoft = madeOf(lists['slogan-virtues']);

  const isSloganClause = (clause: string) => {
    if (concrete.some((sign) => sign.test(clause))) return false;
    if (aim.test(clause)) return true;
    return (opening.test(clause) && ending.test(clause)) || isAllSoft(clause);
  };
  return (text: string): boolean => {
    const plain = text.normalize('NFKC').replace(QUOTES, '').replace(phrases, '精神');
    const clauses = clausesOf(plain);
    return clauses.length > 0 && clauses.every(isSloganClause);
  };
});

const QUOTES = /[“”"「」]/gu;

/** Takes the longest known word again and again until nothing, or something unknown, is left. */
function madeOf(words: readonly string[]): (clause: string) => boolean {
  const known = new Set(words);
  const longest = Math.max(0, ...words.map((word) => word.length));
  return (clause) => {
    let position = 0;
    while (position < clause.length) {
      let length = Math.min(longest, clause.length - position);
      while (length > 0 && !known.has(clause.slice(position, position + length))) length--;
      if (length === 0) return false;
      position += length;
    }
    return true;
  };
}
