import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isBlank, isTodo } from '../todo.ts';

export const ownerMissing = defineRule({
  meta: {
    code: 'LF330',
    name: 'owner-missing',
    title: '风险点没有责任人',
    severity: 'warning',
    rationale: '没有责任人的风险点没有人防；岗位的风险点由在岗的人负责，科室和单位的要另写明。',
  },
  check({ unit, scheme, relations, assessment, report }) {
    // Where the scheme demands the field, LF309 says so.
    if (scheme.requires.risk.includes('owner')) return;
    const ranksByLevel = new Map(scheme.responsibility.map(({ level, owner }) => [level, owner]));
    for (const risk of relations.risks) {
      if (isBlank(risk) || risk.owner !== undefined || isTodo(unit, at(risk.ref, 'owner')))
        continue;
      const level = assessment.risks.get(risk.id)?.level ?? '';
      const ranks = ranksByLevel.get(level) ?? [];
      if (ranks.length > 0) {
        report(risk.ref, say`${{ risk: named('risk', risk) }}为${{ level }}，没有写责任人`, {
          hint: `在 owner 写上岗位，职级应是${ranks.join('、')}`,
        });
        continue;
      }
      const answered =
        risk.post !== undefined ||
        risk.leader !== undefined ||
        risk.ownerDepartment !== undefined ||
        ['post', 'leader', 'ownerDepartment'].some((key) => isTodo(unit, at(risk.ref, key))) ||
        (risk.department !== undefined && relations.headOf(risk.department) !== undefined);
      if (answered) continue;
      report(risk.ref, say`${{ risk: named('risk', risk) }}没有责任人`, {
        hint: '在 owner 写上岗位，或写明 ownerDepartment、leader',
      });
    }
  },
});
