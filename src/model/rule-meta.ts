import { z } from 'zod';
import { SEVERITIES } from '../diagnostics/diagnostic.ts';
import { RULE_CODES } from '../diagnostics/rule-codes.ts';

/** What must be given for a rule to find anything, or all that it can: a day, or an earlier edition. */
const RULE_NEEDS = ['day', 'earlier'] as const;
export type RuleNeed = (typeof RULE_NEEDS)[number];

/** What there is to say of a rule. Of rules without a check it stands in `templates/rules`. */
const ruleMetaSchema = z.strictObject({
  code: z.enum(RULE_CODES),
  /** Readable name, kebab-case, unique: works wherever the code does. */
  name: z.string(),
  /** What is wrong, in a few Chinese words. */
  title: z.string(),
  severity: z.enum(SEVERITIES),
  /** What it finds was not read at all: it can be neither turned off nor ignored. */
  mandatory: z.boolean().optional(),
  needs: z.enum(RULE_NEEDS).optional(),
  /** Why it matters, for the person who must mend it. */
  rationale: z.string(),
  /** The notice or standard that the rule comes from. */
  basis: z.string().optional(),
});
export const ruleMetasSchema = z.array(ruleMetaSchema);
export type RuleMeta = Readonly<z.infer<typeof ruleMetaSchema>>;
