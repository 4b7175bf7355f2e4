import type { Finding } from '../diagnostics/diagnostic.ts';
import { checkingRules } from './rule-registry.ts';
import type { RuleContext } from './rule.ts';

/** Runs the rules over one unit. The order of the findings means nothing: `finish` sorts them. */
export function runRules(input: Omit<RuleContext, 'report'>): Finding[] {
  const broken = new Set(
    (input.unit.faulty ?? []).filter(({ path }) => path.length === 0).map(({ file }) => file),
  );
  const findings: Finding[] = [];
  for (const { meta, check } of checkingRules) {
    check?.({
      ...input,
      report: (ref, message, { on, hint, related, assumed } = {}) => {
        // What was recovered of a broken text serves references; it is not judged.
        if (broken.has(ref.file)) return;
        findings.push({
          code: meta.code,
          ref,
          message,
          ...(on && { on }),
          ...(hint && { hint }),
          ...(related && { related }),
          ...(assumed === true && { assumed }),
        });
      },
    });
  }
  return findings;
}
