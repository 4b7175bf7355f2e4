import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { itemsOf } from '../words/pieces.ts';
import { shorten } from '../../util/shorten.ts';
import { named } from '../called.ts';
import { ruleNameTests } from '../words/rule-names.ts';
import { defineRule } from '../rule.ts';

export const onlyNamesRule = defineRule({
  meta: {
    code: 'LF346',
    name: 'only-names-rule',
    title: '只写了一个制度名称',
    severity: 'warning',
    rationale:
      '“执行《…》”“违反《…》”没有说在哪个环节、做什么或会怎样；制度本来就要执行，写上它不等于防住了风险。',
  },
  check({ relations, words, report }) {
    const { onlyFollows, onlyBreaks, mayBreak } = ruleNameTests(words.lists);
    for (const measure of relations.measures) {
      if (!measure.content.includes('《')) continue;
      const items = itemsOf(measure.content);
      if (items.length === 0 || !items.every((item) => onlyFollows.test(item))) continue;
      report(
        at(measure.ref, 'content'),
        say`措施「${{ content: shorten(measure.content) }}」只说要执行制度，没有写怎样防`,
        { hint: '写出制度中针对这个风险的做法：谁、在哪一步、做什么、留下什么' },
      );
    }
    for (const risk of relations.risks) {
      for (const [index, text] of risk.manifestation.entries()) {
        if (!mayBreak.test(text)) continue;
        const items = itemsOf(text);
        if (items.length === 0 || !items.every((item) => onlyBreaks.test(item))) continue;
        report(
          at(risk.ref, 'manifestation', index),
          say`${{ risk: named('risk', risk) }}的表现形式「${{ text: shorten(text) }}」只说违反规定，没有写会怎样做`,
          { hint: '写出在哪个环节、以什么方式违反，得了什么好处' },
        );
      }
    }
  },
});
