import type { WaitingReview } from '../calendar/review-duties.ts';
import type { Finding, NodeRef, Severity, Target } from '../diagnostics/diagnostic.ts';
import type { RuleCode } from '../diagnostics/rule-codes.ts';
import type { Project, Unit } from '../model/project.ts';
import type { Scheme } from '../model/scheme.ts';
import type { Assessment } from '../scheme/assessment.ts';
import type { Relations } from '../scheme/relations.ts';

type RuleMeta = {
  readonly code: RuleCode;
  /** Readable name, kebab-case, unique: works wherever the code does. */
  readonly name: string;
  /** What is wrong, in a few Chinese words. */
  readonly title: string;
  readonly severity: Severity;
  /** Why it matters, for the person who must mend it. */
  readonly rationale: string;
  readonly examples: { readonly bad: string; readonly good: string };
  /** The notice or standard that the rule comes from. */
  readonly basis?: string;
  /** What it finds was not read at all: it can be neither turned off nor ignored. */
  readonly mandatory?: boolean;
  /** What must be given for it to find anything, or all that it can. */
  readonly needs?: RuleNeed;
};

/** The day that deadlines are judged by, or an earlier edition to compare with. */
export type RuleNeed = 'day' | 'earlier';

/** One unit with everything a rule may look at. */
export type RuleContext = {
  readonly project: Project;
  readonly unit: Unit;
  readonly scheme: Scheme;
  readonly relations: Relations;
  readonly assessment: Assessment;
  /** The day that deadlines are judged by, where one was given. */
  readonly asOf?: string;
  /** Reviews that wait for a step, where a day was given. */
  readonly waiting?: readonly WaitingReview[] | undefined;
  /** The same unit in an earlier edition, where one was given to compare with. */
  readonly earlier?: Unit;
  readonly report: (ref: NodeRef, message: string, more?: ReportOptions) => void;
};
type ReportOptions = {
  /** Default `value`; `key` points at the key itself. */
  readonly on?: Target;
  readonly hint?: string;
  readonly related?: Finding['related'];
};

/** A rule: metadata and, unless an earlier stage finds it (reading, schema), one pure function. */
export type Rule = {
  readonly meta: RuleMeta;
  readonly check?: (context: RuleContext) => void;
};

export function defineRule(rule: Rule): Rule {
  return rule;
}
