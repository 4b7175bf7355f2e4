import { at } from '../../diagnostics/diagnostic.ts';
import type { Measure } from '../../model/kinds/measure.ts';
import { itemsOf, numberedItems } from '../words/pieces.ts';
import { shorten } from '../../util/shorten.ts';
import { called } from '../called.ts';
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
  check({ unit, scheme, relations, report }) {
    if (!scheme.measures.oneToOne || !isWhole(unit, 'measures')) return;
    for (const risk of relations.risks) {
      const items = risk.manifestation.flatMap(itemsOf);
      const measures = relations.measuresOf(risk.id);
      if (items.length < 2 || measures.length === 0) continue;
      if (measures.some((one) => isBlank(one) || isTodo(unit, at(one.ref, 'answers')))) continue;
      const left = unanswered(items, measures);
      if (left.length === 0) continue;
      const named = left
        .slice(0, 3)
        .map((index) => `第 ${index + 1} 项「${shorten(items[index]!)}」`);
      report(
        at(risk.ref, 'manifestation'),
        `${called('risk', risk)}有 ${items.length} 项表现，措施只答了 ${items.length - left.length} 项`,
        { hint: `可能没有措施的：${named.join('、')}；一条措施管几项的，在 answers 写明` },
      );
    }
  },
});

/**
 * Indexes of manifestations without a measure: by `answers` where it is used, else by count and by
 * what was omitted: 未公示 asks for a measure that says 公示.
 */
function unanswered(items: readonly string[], measures: readonly Measure[]): number[] {
  const indexes = [...items.keys()];
  const answered = new Set(measures.flatMap(({ answers }) => answers));
  if (answered.size > 0) return indexes.filter((index) => !answered.has(index + 1));
  const given = measures.reduce((sum, { content }) => sum + numberedItems(content).length, 0);
  const said = measures.map(({ content }) => content).join('\n');
  return indexes.filter((index) => index >= given || isOmissionUnheeded(items[index]!, said));
}

/** An omitted act and nothing else: 未公示, 未按规定登记. */
const OMISSION =
  /^(?:未|不|没有|没|漏)(?:按规定|按要求|依规|及时|按时|如实|履行|进行|经)*(公示|公开|公告|登记|备案|报备|审批|报批|复核|审核|报告|回避|签字|盖章|验收|盘点|对账|归档|建档|评审|招标|审计|轮岗|听证|告知|送达|回访|核实|核对|留痕|入账|入库|记录|检查|集体研究|集体决策|集体讨论)$/u;

function isOmissionUnheeded(item: string, said: string): boolean {
  const act = OMISSION.exec(item)?.[1];
  return act !== undefined && !said.includes(act);
}
