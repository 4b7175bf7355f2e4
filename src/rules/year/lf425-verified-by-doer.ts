import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const verifiedByDoer = defineRule({
  meta: {
    code: 'LF425',
    name: 'verified-by-doer',
    title: '验收人就是整改人',
    severity: 'error',
    rationale: '自己整改、自己验收等于没有验收；同一人任两个岗位的也不行。',
  },
  check({ unit, relations, report }) {
    for (const rectification of unit.rectifications.filter(isOpen)) {
      const { owner, verifiedBy, ref } = rectification;
      if (owner === undefined || verifiedBy === undefined) continue;
      const people = (id: string) =>
        (relations.postById.get(id)?.holders ?? [])
          .filter(({ until }) => until === undefined)
          .map(({ person }) => person);
      const doers = people(owner);
      const both = people(verifiedBy).find((person) => doers.includes(person));
      if (owner !== verifiedBy && both === undefined) continue;
      report(
        at(ref, 'verifiedBy'),
        say`${{ rectification: named('rectification', rectification) }}由整改责任人自己验收`,
        {
          hint: '由上一级或者监督部门的岗位验收',
        },
      );
    }
  },
});
