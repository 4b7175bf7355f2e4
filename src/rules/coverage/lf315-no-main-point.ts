import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { named } from '../called.ts';
import { canMissRisks } from './coverage.ts';
import { defineRule } from '../rule.ts';
import { hasTodo } from '../todo.ts';

export const noMainPoint = defineRule({
  meta: {
    code: 'LF315',
    name: 'no-main-point',
    title: '分管的机构没有主要风险点',
    severity: 'warning',
    rationale: '领导的表要列出分管机构的主要风险点；哪些是主要的没有标明，领导的表就少了这一半。',
    basis: '领导的风险点包括分管机构主要风险点的方案',
  },
  check(context) {
    const { unit, scheme, relations, report } = context;
    if (scheme.derive.leaders !== 'mainPointsInCharge' || !canMissRisks(context)) return;
    for (const department of relations.departments) {
      const inCharge = relations.leadersInChargeOf(department.id);
      const own = relations.risks.filter(
        (risk) =>
          risk.department === department.id ||
          relations.postById.get(risk.post ?? '')?.department === department.id,
      );
      if (inCharge.length === 0 || own.length === 0) continue;
      if (own.some((risk) => risk.main || hasTodo(unit, at(risk.ref, 'main')))) continue;
      report(
        department.ref,
        say`${{ department: named('department', department) }}的 ${{ count: own.length }} 个${{ riskPoint: scheme.words.riskPoint }}没有一个标明为主要${{ riskPoint: scheme.words.riskPoint }}`,
        {
          hint: `在主要的风险点写 main: true，分管领导${inCharge.map(({ name }) => `「${name}」`).join('、')}的表才会列出`,
          assumed: isAssumed(scheme.derive, 'leaders'),
        },
      );
    }
  },
});
