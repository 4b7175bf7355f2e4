import { say } from '../../diagnostics/message.ts';
import type { RuleContext } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { signOffsOf } from './sign-offs.ts';

export const changedSince = defineRule({
  meta: {
    code: 'LF407',
    name: 'changed-since',
    title: '审核后内容又改过',
    severity: 'warning',
    rationale:
      '审核认的是当时的内容；改了签过的内容，原来的审核就不再管它，须重新审核，不影响没有改的各项。',
  },
  check(context) {
    reportStale(context, 'content', '重新报送和审核改过的各项（lianfang review submit）');
  },
});

/** Reports, at the record that signed for it, what no longer is what was signed. */
export function reportStale(context: RuleContext, what: 'content' | 'basis', hint: string): void {
  for (const { items, chain } of signOffsOf(context)?.subjects ?? []) {
    for (const { item, stale, staleIn, track, next } of items) {
      if (stale?.what !== what || staleIn === undefined) continue;
      // Between submission and the first decision, or after a return, the text is being worked on.
      const isDecided = staleIn.kind === 'decide' || next === 0;
      const isOpen = track.returned !== undefined || track.round.size < 2;
      if (!isDecided || isOpen || chain.steps.length === 0) continue;
      context.report(
        staleIn.ref,
        say`「${{ item: item.name }}」在${{ on: staleIn.on ?? '' }}「${{ stage: staleIn.stage }}」后变了：${{ reasons: stale.reasons }}`,
        {
          on: 'key',
          hint,
          ...(item.risk && { related: [{ ref: item.risk.ref, message: '现在的内容' }] }),
        },
      );
    }
  }
}
