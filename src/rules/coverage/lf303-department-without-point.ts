import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { canMissRisks, hasSubject } from './coverage.ts';
import { named } from '../called.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';
import { isBlank, isTodo } from '../todo.ts';

export const departmentWithoutPoint = defineRule({
  meta: {
    code: 'LF303',
    name: 'department-without-point',
    title: '内设机构没有风险点',
    severity: 'error',
    rationale: '机构一级的流程、制度风险不会出现在个人的表上，要由机构自己查找。',
  },
  check(context) {
    const { unit, scheme, relations, report } = context;
    if (!scheme.scope.departments || !canMissRisks(context)) return;
    const ownPoints = hasSubject(context, 'department');
    for (const department of relations.departments) {
      const covered =
        relations.risksOfDepartment(department.id).length > 0 ||
        // Where departments have no points of their own, those of their posts stand for them.
        (!ownPoints &&
          relations
            .postsOf(department.id)
            .some((post) => relations.risksOfPost(post.id).length > 0));
      const examined =
        department.noRisk !== undefined || isTodo(unit, at(department.ref, 'noRisk'));
      if (isBlank(department) || covered || examined) continue;
      report(department.ref, say`${{ department: named('department', department) }}没有风险点`, {
        assumed: isAssumed(scheme.scope, 'departments'),
        hint: '补上风险点；查过而没有的，写 noRisk 并说明理由',
      });
    }
  },
});
