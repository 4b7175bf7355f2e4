import type { PointSteps } from '../../calendar/obligations/signed-steps.ts';
import { hasPassed, stageAsked } from '../../calendar/obligations/signed-steps.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { say } from '../../diagnostics/message.ts';
import type { Filing } from '../../model/kinds/year/filing.ts';
import type { Relations } from '../../scheme/relations.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { signedClaim } from '../words/signed-claims.ts';
import { calendarOf } from './sign-offs.ts';

export const toldAsSigned = defineRule({
  meta: {
    code: 'LF414',
    name: 'told-as-signed',
    title: '报送的材料自称已经签字或审核，审核记录没有',
    severity: 'warning',
    rationale:
      '备案的「有关情况」写了已经签字、盖章或者审核、审定，所报的风险点到报送那天却没有走完审核。话是随手写的，签批的人据此认为已经办过。没有写明报哪些风险点、岗位、机构的，看全部风险点。',
  },
  check(context) {
    const { unit, project, relations, words, report } = context;
    const claimIn = signedClaim(words.lists);
    for (const filing of unit.filings.filter(isOpen)) {
      // Last year's points may well have changed since.
      const isPast = Number(filing.on?.slice(0, 4)) < (project.config.edition ?? 0);
      const claims = filing.summary.map(claimIn);
      if (isPast || claims.every((claim) => claim === undefined)) continue;
      const { signed } = calendarOf(context);
      if (signed === undefined) return;
      const points = pointsOf(filing, relations).flatMap((id) => signed.points.get(id) ?? []);
      const count = points.filter((steps) => !wasThrough(steps, filing.on)).length;
      if (count === 0) continue;
      for (const [index, claim] of claims.entries()) {
        if (claim === undefined) continue;
        report(
          at(filing.ref, 'summary', index),
          say`${{ filing: named('filing', filing) }}写「${{ claim }}」，所报的 ${{ points: points.length }} 个风险点有 ${{ count }} 个到报送时没有审核通过`,
          { hint: '审核通过后再写，或者写明审核到哪一步' },
        );
      }
    }
  },
});

/** Points that a filing names, itself or by post or department; all where it names none. */
function pointsOf(
  { risks, posts, departments }: Filing,
  { risks: all, risksOfPost, risksOfDepartment }: Relations,
): readonly string[] {
  const isNamed = risks.length + posts.length + departments.length > 0;
  if (!isNamed) return all.map(({ id }) => id);
  const ofOwners = [...posts.flatMap(risksOfPost), ...departments.flatMap(risksOfDepartment)];
  return [...new Set([...risks, ...ofOwners.map(({ id }) => id)])];
}

function wasThrough(steps: PointSteps, by: string | undefined): boolean {
  const last = stageAsked(steps, []);
  if (last === undefined) return true;
  return by === undefined ? steps.agreed.has(last) : hasPassed(steps, last, by);
}
