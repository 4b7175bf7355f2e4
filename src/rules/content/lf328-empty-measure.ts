import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { numberedItems } from '../words/pieces.ts';
import { shorten } from '../../util/shorten.ts';
import { defineRule } from '../rule.ts';
import { sloganTest } from '../words/slogans.ts';

export const emptyMeasure = defineRule({
  meta: {
    code: 'LF328',
    name: 'empty-measure',
    title: '措施空泛',
    severity: 'warning',
    rationale:
      '“加强学习、严格管理”谁也说不清做没做到；措施要写出具体做法，或谁做、何时做、依据哪个文件、做到多少。',
  },
  check({ relations, words, report }) {
    const isSlogan = sloganTest(words.lists);
    for (const measure of relations.measures) {
      const items = numberedItems(measure.content);
      items.forEach((text, index) => {
        if (!isSlogan(text)) return;
        const which = items.length > 1 ? say`第 ${{ item: index + 1 }} 条` : '';
        report(
          at(measure.ref, 'content'),
          say`措施${which}「${{ text: shorten(text) }}」没有写出具体做法`,
          {
            hint: '写明做什么、谁来做、何时做或依据哪个文件，如“每季度抽查 10 份报销凭证”',
          },
        );
      });
    }
  },
});
