import { at } from '../../diagnostics/diagnostic.ts';
import { say } from '../../diagnostics/message.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const rotationNotMade = defineRule({
  meta: {
    code: 'LF435',
    name: 'rotation-not-made',
    title: '轮换没有换人，或轮入的人不在岗位上',
    severity: 'warning',
    rationale:
      '轮岗是换了人：轮出、轮入是同一人的不是轮岗；轮入的人应写在该岗位的 holders 中，只在记录上轮换的是走形式。',
  },
  check({ unit, relations, report }) {
    for (const rotation of unit.rotations.filter(isOpen)) {
      const { post, outgoing, incoming, ref } = rotation;
      if (incoming === undefined) continue;
      const holders = relations.postById.get(post ?? '')?.holders;
      const record = named('rotation', rotation);
      if (incoming === outgoing) {
        report(at(ref, 'incoming'), say`${{ record }}轮出、轮入的是同一人`, {
          hint: '写轮入的人，没有换人的不记轮换',
        });
      } else if (holders?.some(({ person }) => person === incoming) === false) {
        report(at(ref, 'incoming'), say`${{ record }}轮入的人不在该岗位的在岗人员中`, {
          hint: '在 posts.yaml 的 holders 写上轮入的人和任职日期',
        });
      }
    }
  },
});
