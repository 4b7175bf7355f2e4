import type { Message } from '../../diagnostics/message.ts';
import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Evaluation } from '../../model/kinds/year/evaluation.ts';
import { isOpen } from '../../scheme/relations.ts';
import { ballotTally } from '../../scheme/inputs/evaluation-scores.ts';
import { defineRule } from '../rule.ts';

export const votesDiffer = defineRule({
  meta: {
    code: 'LF411',
    name: 'votes-differ',
    title: '汇总的票数与原始票不符',
    severity: 'error',
    rationale:
      '汇总数从原始票来；对不上，等级和评议结论就没有根据。票数多于参加人数，也说明统计有误。',
  },
  check({ unit, report }) {
    for (const evaluation of unit.evaluations.filter(isOpen)) {
      const people = evaluation.participants.reduce((sum, { count }) => sum + count, 0);
      if (evaluation.ballots.length > people && people > 0) {
        report(
          at(evaluation.ref, 'ballots'),
          say`原始票 ${{ ballots: evaluation.ballots.length }} 张，多于参加的 ${{ people }} 人`,
          { hint: '核对票数和参加人数' },
        );
      }
      for (const [index, item] of evaluation.items.entries()) {
        const message = faultOf(evaluation, index, item, people);
        if (message === undefined) continue;
        const key = item.votes === undefined ? 'score' : 'votes';
        report(at(evaluation.ref, 'items', index, key), say`「${{ item: item.item }}」${message}`, {
          hint: '按原始票重新统计',
        });
      }
    }
  },
});

function faultOf(
  { ballots }: Evaluation,
  index: number,
  { votes, score }: Evaluation['items'][number],
  people: number,
): Message | undefined {
  if (ballots.length > 0) {
    const tally = ballotTally(ballots, index);
    for (const word of new Set([...Object.keys(votes ?? {}), ...Object.keys(tally.votes)])) {
      const written = votes?.[word] ?? 0;
      const counted = tally.votes[word] ?? 0;
      if (votes !== undefined && written !== counted) {
        return say`写的是${{ word }} ${{ written }} 票，原始票是 ${{ counted }} 票`;
      }
    }
    if (score !== undefined && tally.score !== undefined && Math.abs(score - tally.score) > 0.005) {
      return say`写的是 ${{ written: score }} 分，原始票平均 ${{ counted: tally.score }} 分`;
    }
  }
  const cast = Object.values(votes ?? {}).reduce((sum, count) => sum + count, 0);
  return people > 0 && cast > people
    ? say`共 ${{ cast }} 票，多于参加的 ${{ people }} 人`
    : undefined;
}
