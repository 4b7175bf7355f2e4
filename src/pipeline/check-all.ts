import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import { checkProfile } from '../papers/check/check-profile.ts';
import { finish } from '../rules/finish.ts';
import { ignoresOf } from '../rules/ignores.ts';
import type { RuleNeed } from '../model/rule-meta.ts';
import { runRules } from '../rules/run.ts';
import { todoFindings } from '../rules/reading/todo-findings.ts';
import { calendarInput } from './calendar.ts';
import type { EarlierEdition } from './earlier.ts';
import type { Opened } from './open-and-assess.ts';
import { registeredRules } from './registered-rules.ts';
import type { ResolvedScheme } from './resolve-scheme.ts';
import { layoutsOf, loadProfile } from './resolve-scheme.ts';

export type CheckOptions = {
  readonly earlier?: EarlierEdition;
  /** The day that deadlines are judged by; without one nothing is overdue. */
  readonly asOf?: string;
};

/** Everything that is wrong with a data repository, located and in order; compared with an earlier edition, if given. */
export function checkAll(opened: Opened, { earlier, asOf }: CheckOptions = {}): Diagnostic[] {
  const { project, assessed, schemes } = opened;
  const findings: readonly Finding[] = [
    ...opened.findings,
    ...assessed.flatMap((one) => {
      const { unit, resolved, relations, assessment } = one;
      const { scheme } = resolved;
      const before = earlier?.(unit);
      return runRules({
        project,
        unit,
        scheme,
        relations,
        assessment,
        ...(before === undefined ? {} : { earlier: before }),
        ...(asOf === undefined ? {} : { asOf, waiting: calendarInput(one, opened, asOf).waiting }),
      });
    }),
    ...project.units.flatMap(todoFindings),
    ...schemes.flatMap((resolved) => checkLayouts(resolved, opened)),
  ];

  const { locator } = opened;
  const given = new Set<RuleNeed>();
  if (earlier !== undefined) given.add('earlier');
  if (asOf !== undefined) given.add('day');
  return finish(findings, {
    registry: registeredRules(),
    severities: project.config.rules,
    configRef: project.configRef,
    ignores: project.units.flatMap(ignoresOf),
    given,
    locate: (ref, on, span) =>
      span === undefined ? locator.locate(ref, on) : locator.range(ref.file, span),
  });
}

/** Faults of the layouts that the scheme's papers name. */
function checkLayouts(resolved: ResolvedScheme, { library }: Opened): Finding[] {
  const { scheme, locate } = resolved;
  const layoutOf = layoutsOf(resolved, library);
  return scheme.papers.flatMap((paper, index) => {
    const { profile, ref, findings } = loadProfile(
      paper,
      locate(['papers', index]),
      resolved,
      library,
    );
    if (profile === undefined) return findings;
    return [
      ...findings,
      ...checkProfile(profile, scheme, paper.audience, (path) => at(ref, ...path), layoutOf),
    ];
  });
}
