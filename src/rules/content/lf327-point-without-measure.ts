import { say } from '../../diagnostics/message.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { hasFaultIn, isBlank, isTodo, isWhole } from '../todo.ts';
import { at } from '../../diagnostics/diagnostic.ts';

const SERVED = ['risks', 'powers', 'posts', 'departments'];

export const pointWithoutMeasure = defineRule({
  meta: {
    code: 'LF327',
    name: 'point-without-measure',
    title: '风险点没有防控措施',
    severity: 'error',
    rationale: '排查出风险点却没有措施，等于只登记不防控。',
  },
  check({ unit, scheme, relations, report }) {
    const { measures } = relations;
    if (!isWhole(unit, 'measures') || hasFaultIn(unit, measures, SERVED)) return;
    const unassigned = (measure: (typeof measures)[number]) =>
      isBlank(measure) && isTodo(unit, at(measure.ref, 'risks'));
    // Measures laid out and not begun: the points they will serve are still to be filled in.
    if (measures.length > 0 && measures.every(unassigned)) return;
    for (const risk of relations.risks) {
      if (isBlank(risk) || relations.measuresOf(risk.id).length > 0) continue;
      // One to one means measures of its own.
      if (relations.commonMeasuresOf(risk).length > 0 && !scheme.measures.oneToOne) continue;
      report(
        risk.ref,
        say`${{ risk: named('risk', risk) }}没有${{ measure: scheme.words.measure }}`,
        {
          hint: '在 measures.yaml 增加措施，risks 写上它的编号',
        },
      );
    }
  },
});
