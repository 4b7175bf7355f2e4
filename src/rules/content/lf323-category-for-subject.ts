import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { SchemeSubject } from '../../model/scheme.ts';
import { subjectOf } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const categoryForSubject = defineRule({
  meta: {
    code: 'LF323',
    name: 'category-for-subject',
    title: '这一类风险不在这个主体上查找',
    severity: 'warning',
    rationale: '方案规定了各类风险由谁查找，放错了主体，个人表上就会出现单位才管得了的事。',
  },
  check({ scheme, relations, report }) {
    const names = new Map<SchemeSubject, string>(scheme.subjects.map(({ id, name }) => [id, name]));
    const categoryById = new Map(scheme.categories.map((category) => [category.id, category]));
    for (const risk of relations.risks) {
      const category = categoryById.get(risk.category ?? '');
      const subject = subjectOf(risk);
      if (category === undefined || subject === undefined || category.subjects.length === 0)
        continue;
      if (category.subjects.includes(subject)) continue;
      const allowed = category.subjects.map((id) => names.get(id) ?? id).join('、');
      report(
        at(risk.ref, 'category'),
        say`${{ risk: named('risk', risk) }}属于${{ subject: names.get(subject) ?? subject }}，「${{ category: category.id }}」只在${{ allowed }}查找`,
        { hint: `换一个类别，或改到${allowed}名下` },
      );
    }
  },
});
