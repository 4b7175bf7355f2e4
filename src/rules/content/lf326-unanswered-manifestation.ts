import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Measure } from '../../model/kinds/measure.ts';
import { itemsOf, numberedItems } from '../words/pieces.ts';
import { shorten } from '../../util/shorten.ts';
import { named } from '../called.ts';
import { omittedAct } from '../words/omissions.ts';
import { defineRule } from '../rule.ts';
import { isBlank, isTodo, isWhole } from '../todo.ts';

export const unansweredManifestation = defineRule({
  meta: {
    code: 'LF326',
    name: 'unanswered-manifestation',
    title: '表现形式比措施多',
    severity: 'warning',
    rationale: '方案要求措施与风险一一对应；列了五种表现只有两条措施，总有几种没有人管。',
    basis: '要求措施“一对一”的方案',
  },
  check({ unit, scheme, relations, words, report }) {
    if (!scheme.measures.oneToOne || !isWhole(unit, 'measures')) return;
    for (const risk of relations.risks) {
      const items = risk.manifestation.flatMap(itemsOf);
      const measures = relations.measuresOf(risk.id);
      if (items.length < 2 || measures.length === 0) continue;
      if (measures.some((measure) => isBlank(measure) || isTodo(unit, at(measure.ref, 'answers'))))
        continue;
      const left = unanswered(items, measures, omittedAct(words.lists));
      if (left.length === 0) continue;
      const listed = left
        .slice(0, 3)
        .map((index) => `第 ${index + 1} 项「${shorten(items[index] ?? '')}」`);
      report(
        at(risk.ref, 'manifestation'),
        say`${{ risk: named('risk', risk) }}有 ${{ items: items.length }} 项表现，措施只答了 ${{ answered: items.length - left.length }} 项`,
        { hint: `可能没有措施的：${listed.join('、')}；一条措施管几项的，在 answers 写明` },
      );
    }
  },
});

/**
 * Indexes of manifestations without a measure: by `answers` where it is used, else by count and by
 * what was omitted: 未公示 asks for a measure that says 公示.
 */
function unanswered(
  items: readonly string[],
  measures: readonly Measure[],
  actOf: (text: string) => string | undefined,
): number[] {
  const indexes = [...items.keys()];
  const answered = new Set(measures.flatMap(({ answers }) => answers));
  if (answered.size > 0) return indexes.filter((index) => !answered.has(index + 1));
  const count = measures.reduce((sum, { content }) => sum + numberedItems(content).length, 0);
  const said = measures.map(({ content }) => content).join('\n');
  return indexes.filter((index) => {
    const act = actOf(items[index] ?? '');
    return index >= count || (act !== undefined && !said.includes(act));
  });
}
