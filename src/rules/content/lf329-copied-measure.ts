import type { Message } from '../../diagnostics/message.ts';
import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Use } from './measure-items.ts';
import {
  addUse,
  isCopied,
  measureItems,
  measuresIn,
  OFTEN,
  pointsOf,
  usesByText,
} from './measure-items.ts';
import { clausesOf } from '../words/pieces.ts';
import { shorten } from '../../util/shorten.ts';
import { called } from '../called.ts';
import type { RuleContext } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { sloganTest } from '../words/slogans.ts';

const MOST_RELATED = 20;

export const copiedMeasure = defineRule({
  meta: {
    code: 'LF329',
    name: 'copied-measure',
    title: '同一句措施用在多处',
    severity: 'warning',
    rationale: '不同的风险抄同一句措施，是排查走过场最常见的样子；措施应针对各自的风险点。',
  },
  check({ relations, words, report }) {
    const isSlogan = sloganTest(words.lists);
    const texts = usesByText(relations);
    const usesByOpening = new Map<string, Use[]>();
    for (const { measure, texts: items } of measureItems(relations)) {
      for (const text of items) {
        const [opening] = clausesOf(text);
        // Only slogans are compared by their opening: a time or a condition may open many measures.
        if (opening !== undefined && isSlogan(opening)) addUse(usesByOpening, opening, measure);
      }
    }
    const reported = new Set<Use['measure']>();
    for (const uses of texts.values()) {
      if (!isCopied(uses)) continue;
      const measures = measuresIn(uses);
      const points = pointsOf(measures);
      for (const measure of measures) reported.add(measure);
      const text = shorten(uses[0]?.text ?? '');
      const often = howOften(measures.length, points);
      reportCluster(report, measures, say`「${{ text }}」${often}`);
    }
    for (const uses of usesByOpening.values()) {
      const measures = measuresIn(uses);
      if (measures.length < OFTEN || measures.every((measure) => reported.has(measure))) continue;
      const opening = shorten(uses[0]?.text ?? '');
      const often = howOften(measures.length, pointsOf(measures));
      reportCluster(report, measures, say`以「${{ opening }}」开头的措施${often}`);
    }
  },
});

/** One finding for the whole cluster, at the measure that comes first. */
function reportCluster(
  report: RuleContext['report'],
  [first, ...others]: readonly Use['measure'][],
  message: Message,
): void {
  if (first === undefined) return;
  report(at(first.ref, 'content'), message, {
    hint: '针对各个风险点分别写出做法；确是通用制度的，写成对职权、岗位或科室的措施',
    related: others.slice(0, MOST_RELATED).map((measure) => ({
      ref: at(measure.ref, 'content'),
      message: `${called('measure', measure)}也是这一句`,
    })),
  });
}

function howOften(measures: number, points: number): Message {
  const served = points === 0 ? '' : say`，用于 ${{ points }} 个风险点`;
  return measures === 1 ? say`一条${served}` : say`写了 ${{ measures }} 次${served}`;
}
