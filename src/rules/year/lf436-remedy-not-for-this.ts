import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import type { Scheme } from '../../model/scheme.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import type { RuleContext } from '../rule.ts';
import { defineRule } from '../rule.ts';

type Remedy = Scheme['letters'][number];
/** What a remedy is used on. */
type Matter = {
  readonly nature: string | undefined;
  readonly levels: readonly string[];
  readonly subject: 'post' | 'department' | undefined;
};

export const remedyNotForThis = defineRule({
  meta: {
    code: 'LF436',
    name: 'remedy-not-for-this',
    title: '检查方式、处置方式或者函件与方案规定的情形不符',
    severity: 'warning',
    rationale:
      '方案规定什么情形用什么办法：个别的发函，普遍的通报，等级不同轻重不同；用错了，该警醒的没有警醒到。',
    basis: '按问题性质、等级或者对象规定办法的方案',
  },
  check(context) {
    const { unit, scheme, relations } = context;
    const findings = new Map(
      unit.inspections.flatMap((one) => one.findings).map((finding) => [finding.id, finding]),
    );
    const warnings = new Map(unit.warnings.map((warning) => [warning.id, warning]));
    for (const letter of unit.letters.filter(isOpen)) {
      const remedy = scheme.letters.find(
        ({ id }) => letter.kind === id || letter.kind.startsWith(id),
      );
      const finding = findings.get(letter.finding ?? '');
      const warning = warnings.get(letter.warning ?? '');
      const levels = levelsOf(context, [letter, finding ?? {}, warning ?? {}]);
      const { post } = letter.to ?? {};
      judge(context, at(letter.ref, 'kind'), say`${{ letter: named('letter', letter) }}`, remedy, {
        nature: finding?.typical,
        levels,
        subject: post === undefined ? undefined : 'post',
      });
    }
    for (const warning of unit.warnings.filter(isOpen)) {
      const remedy = scheme.warnings.handling.find(({ id }) => id === warning.handling);
      const isOfPosts = warning.posts.length > 0;
      const isOfDepartments = !isOfPosts && warning.departments.length > 0;
      judge(
        context,
        at(warning.ref, 'handling'),
        say`${{ warning: named('warning', warning) }}`,
        remedy,
        {
          nature: undefined,
          levels: levelsOf(context, [warning]),
          subject: isOfPosts ? 'post' : isOfDepartments ? 'department' : undefined,
        },
      );
    }
    for (const inspection of unit.inspections.filter(isOpen)) {
      const method = scheme.inspections.methods.find(({ id }) => id === inspection.method);
      const risks = inspection.risks.filter((id) => relations.riskById.has(id));
      judge(
        context,
        at(inspection.ref, 'method'),
        say`${{ inspection: named('inspection', inspection) }}`,
        method && { ...method, subjects: [], natures: [] },
        { nature: undefined, levels: levelsOf(context, [{ risks }]), subject: undefined },
      );
    }
  },
});

/** Levels of what a record is about: its points, else its posts. */
function levelsOf(
  { assessment }: RuleContext,
  records: readonly { readonly risks?: readonly string[]; readonly posts?: readonly string[] }[],
): string[] {
  const levels = (
    of: ReadonlyMap<string, { level?: string | undefined }>,
    ids: readonly string[],
  ) => ids.flatMap((id) => of.get(id)?.level ?? []);
  const byPost = levels(
    assessment.posts,
    records.flatMap(({ posts = [] }) => posts),
  );
  if (byPost.length > 0) return byPost;
  return levels(
    assessment.risks,
    records.flatMap(({ risks = [] }) => risks),
  );
}

function judge(
  { report, scheme }: RuleContext,
  ref: NodeRef,
  record: ReturnType<typeof say>,
  remedy: Omit<Remedy, 'definition'> | undefined,
  { nature, levels, subject }: Matter,
): void {
  if (remedy === undefined) return;
  const { id, natures } = remedy;
  if (nature !== undefined && natures.length > 0 && !natures.some((one) => one === nature)) {
    report(
      ref,
      say`${record}：「${{ remedy: id }}」用于${{ natures }}问题，这是${{ nature }}问题`,
      {
        hint: `改用适合${nature}问题的办法，或者核对问题的性质`,
        assumed: isAssumed(remedy, 'natures'),
      },
    );
  }
  const fits = levels.length === 0 || levels.some((level) => remedy.levels.includes(level));
  if (remedy.levels.length > 0 && !fits) {
    report(
      ref,
      say`${record}：「${{ remedy: id }}」用于${{ levels: remedy.levels }}，所涉及的${{ word: scheme.words.level }}是${{ found: [...new Set(levels)] }}`,
      {
        hint: '改用相应等级的办法，或者核对所涉及的岗位和风险点',
        assumed: isAssumed(remedy, 'levels'),
      },
    );
  }
  const { subjects } = remedy;
  if (subject !== undefined && subjects.length > 0 && !subjects.includes(subject)) {
    const word = subject === 'post' ? '个人' : scheme.words.department;
    report(ref, say`${record}：「${{ remedy: id }}」不用于${{ subject: word }}`, {
      hint: `改用适合${word}的办法`,
      assumed: isAssumed(remedy, 'subjects'),
    });
  }
}
