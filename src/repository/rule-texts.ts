import { existsSync, readFileSync } from 'node:fs';
import type { RuleCode } from '../diagnostics/rule-codes.ts';
import type { RuleMeta } from '../model/rule-meta.ts';
import { ruleMetasSchema } from '../model/rule-meta.ts';
import { packageFile } from '../package-files.ts';
import { readyList } from './ready-templates.ts';

const FILES = ['reading', 'records', 'scheme-files', 'ignores'];

/** What is said of the rules that have no check of their own (`templates/rules`). */
export function readRuleMetas(): readonly RuleMeta[] {
  return FILES.flatMap((file) => readyList(`rules/${file}.yaml`, ruleMetasSchema));
}

/** A fault that was planted in sound data, and how the same data have none. */
export type RuleExample = {
  /** The day on which it shows. */
  readonly asOf?: string;
  /** Whether it shows only beside an earlier edition, which was the sound data. */
  readonly earlier?: boolean;
  /** What the rule says of it. */
  readonly message: string;
  /** How the data with the fault differ from the sound ones. */
  readonly fault: readonly ExampleFile[];
  /** How data without it differ from these; left out where `fault` differs from just such data. */
  readonly nearMiss?: readonly ExampleFile[];
};

/** The lines of a file that differ, and how many more there are. */
export type ExampleFile = {
  readonly file: string;
  readonly lines: readonly {
    readonly is: 'around' | 'was' | 'now' | 'added' | 'removed';
    readonly text: string;
  }[];
  readonly left?: number;
};

const EXAMPLES = packageFile('dist/rule-examples.json');

/** The examples of each rule, executed by the tests and taken over by the build; none before a build. */
export function readRuleExamples(): Readonly<Partial<Record<RuleCode, readonly RuleExample[]>>> {
  return existsSync(EXAMPLES) ? JSON.parse(readFileSync(EXAMPLES, 'utf8')) : {};
}
