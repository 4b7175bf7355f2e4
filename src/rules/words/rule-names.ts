import type { WordListId } from '../../model/word-lists.ts';
import { anyOf, perLists } from './word-pattern.ts';

const TITLES =
  '(?:本单位|我单位|我局|本局|县|区|市|省)?(?:的)?《[^》]+》(?:(?:第[^条]{1,8}条)(?:第[^款项]{1,5}[款项])?)?(?:[和与及、以]*《[^》]+》)*';

/** What can be only said of following a rule, or of breaking one. */
export type RuleNameTests = {
  /** 「严格执行《…》」「按照《…》的规定办理」, and nothing else. */
  readonly onlyFollows: RegExp;
  /** 「违反《…》第十条规定」, 「不按《…》办理」, 「违反有关规定」, and nothing else. */
  readonly onlyBreaks: RegExp;
  /** Saves taking apart what cannot be meant. */
  readonly mayBreak: RegExp;
};

export const ruleNameTests = perLists((lists): RuleNameTests => {
  const of = (id: WordListId) => anyOf(lists[id]);
  const rules = `(?:等|中|里)?(?:的)?(?:有关|相关|各项|具体)?${of('rule-words')}*`;
  const unnamed = `${of('rule-owners')}+(?:的)?(?:${of('rule-unnamed')}|[、和及])+`;
  return {
    onlyFollows: new RegExp(
      `^${of('rule-follow-adverbs')}*${of('rule-follow-verbs')}{1,3}${TITLES}${rules}(?:进行|予以|来|去)?(?:严格|认真)?${of('rule-follow-acts')}*(?:工作)?$`,
      'u',
    ),
    mayBreak: new RegExp(`^.{0,6}${of('rule-break-verbs')}`, 'u'),
    onlyBreaks: new RegExp(
      `^(?:存在)?${of('rule-break-verbs')}(?:${TITLES}${rules}|${unnamed})${of('rule-break-acts')}*(?:的)?(?:行为|问题|情形|情况)?$`,
      'u',
    ),
  };
});
