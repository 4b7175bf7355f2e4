import type { WaitingReview } from '../calendar/calendar-input.ts';
import type { Finding, NodeRef, Target } from '../diagnostics/diagnostic.ts';
import type { Project, Unit } from '../model/project.ts';
import type { Message } from '../diagnostics/message.ts';
import type { RuleMeta } from '../model/rule-meta.ts';
import type { Scheme } from '../model/scheme.ts';
import type { Assessment } from '../scheme/assessment.ts';
import type { Abolished, WordLists } from '../model/word-lists.ts';
import type { Relations } from '../scheme/relations.ts';

/** One unit with everything a rule may look at. */
export type RuleContext = {
  readonly project: Project;
  readonly unit: Unit;
  readonly scheme: Scheme;
  readonly relations: Relations;
  readonly assessment: Assessment;
  readonly words: RuleWords;
  /** The day that deadlines are judged by, where one was given. */
  readonly asOf?: string;
  /** Reviews that wait for a step, where a day was given. */
  readonly waiting?: readonly WaitingReview[] | undefined;
  /** The same unit in an earlier edition, where one was given to compare with. */
  readonly earlier?: Unit;
  readonly report: (ref: NodeRef, message: string | Message, more?: ReportOptions) => void;
};
/** What rules tell texts by: words, and the laws and regulations that have ended, by their titles. */
export type RuleWords = {
  readonly lists: WordLists;
  readonly abolished: ReadonlyMap<string, Abolished>;
};

type ReportOptions = {
  /** Default `value`; `key` points at the key itself. */
  readonly on?: Target;
  readonly hint?: string;
  readonly related?: Finding['related'];
  /** The demand is one that the scheme assumed where its notice is silent. */
  readonly assumed?: boolean;
};

/** A rule: metadata and, unless another stage finds it (reading, schema, ignores), one pure function. */
export type Rule = {
  readonly meta: RuleMeta;
  readonly check?: (context: RuleContext) => void;
};

export function defineRule(rule: Rule): Rule {
  return rule;
}
