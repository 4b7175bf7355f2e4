import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import { finish } from '../rules/finish.ts';
import type { RuleWords } from '../rules/rule.ts';
import { ignoresOf } from '../rules/ignores.ts';
import type { RuleNeed } from '../model/rule-meta.ts';
import { runRules } from '../rules/run.ts';
import { todoFindings } from '../rules/reading/todo-findings.ts';
import { calendarInput } from './calendar.ts';
import type { EarlierEdition } from './earlier.ts';
import type { Opened } from './open-and-assess.ts';
import type { PlacedChanges } from './rule-words.ts';
import { changedWords, changeFaults, packagedWords } from './rule-words.ts';
import type { ResolvedScheme } from './resolved-scheme.ts';
import { registeredRules } from './registered-rules.ts';

export type CheckConditions = {
  readonly earlier?: EarlierEdition;
  /** The day that deadlines are judged by; without one nothing is overdue. */
  readonly asOf?: string;
};

/**
 * Everything that is wrong with a data repository, located and in order; compared with an earlier
 * edition, if given. Layouts that are the repository's own are checked with it.
 */
export async function checkAll(
  opened: Opened,
  options: CheckConditions = {},
): Promise<Diagnostic[]> {
  if (opened.schemes.every(({ isReady }) => isReady)) return checkData(opened, options);
  const { checkLayouts } = await import('./check-layouts.ts');
  return checkData(opened, options, checkLayouts(opened));
}

/** The same without the layouts of papers, or with what was found in them. */
export function checkData(
  opened: Opened,
  { earlier, asOf }: CheckConditions = {},
  layoutFindings: readonly Finding[] = [],
): Diagnostic[] {
  const { project, assessed } = opened;
  const words = wordsInUse(opened);
  const findings: readonly Finding[] = [
    ...opened.findings,
    ...words.findings,
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
        words: words.of(resolved),
        ...(before === undefined ? {} : { earlier: before }),
        ...(asOf === undefined ? {} : { asOf, waiting: calendarInput(one, opened, asOf).waiting }),
      });
    }),
    ...project.units.flatMap(todoFindings),
    ...layoutFindings,
  ];

  const { locator } = opened;
  const supplied = new Set<RuleNeed>();
  if (earlier !== undefined) supplied.add('earlier');
  if (asOf !== undefined) supplied.add('day');
  return finish(findings, {
    registry: registeredRules(),
    severities: project.config.rules,
    configRef: project.configRef,
    ignores: project.units.flatMap(ignoresOf),
    supplied,
    locate: (ref, on, span) =>
      span === undefined ? locator.locate(ref, on) : locator.range(ref.file, span),
  });
}

/** The word lists of every scheme in use, as the repository and the scheme change them. */
function wordsInUse({ project, schemes }: Opened): {
  readonly of: (resolved: ResolvedScheme) => RuleWords;
  readonly findings: readonly Finding[];
} {
  const { config, configRef } = project;
  const common: PlacedChanges = {
    changes: config.wordLists,
    code: 'LF103',
    locate: (path) => at(configRef, ...path),
  };
  const packaged = packagedWords();
  const base = changedWords(packaged, common);
  const bySchemes = schemes.map((resolved) => {
    const { scheme, locate } = resolved;
    const own: PlacedChanges = { changes: scheme.wordLists, code: 'LF609', locate };
    return { resolved, words: changedWords(base, own), findings: changeFaults(base, own) };
  });
  const byScheme = new Map(bySchemes.map(({ resolved, words }) => [resolved.scheme, words]));
  return {
    of: ({ scheme }) => byScheme.get(scheme) ?? base,
    findings: [
      ...changeFaults(packaged, common),
      ...bySchemes.flatMap((scheme) => scheme.findings),
    ],
  };
}
