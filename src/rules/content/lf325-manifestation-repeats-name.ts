import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { normalized } from '../words/pieces.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const manifestationRepeatsName = defineRule({
  meta: {
    code: 'LF325',
    name: 'manifestation-repeats-name',
    title: '表现形式与风险点相同',
    severity: 'warning',
    rationale: '表现形式照抄名称，等于没有写怎样发生、在哪里发生。',
  },
  check({ relations, report }) {
    for (const risk of relations.risks) {
      const name = normalized(risk.name);
      if (name === '') continue;
      risk.manifestation.forEach((text, index) => {
        if (normalized(text) !== name) return;
        report(
          at(risk.ref, 'manifestation', index),
          say`${{ risk: named('risk', risk) }}的表现形式只是重复名称`,
          {
            hint: '写出在什么环节、以什么方式发生；没有更多可写的，删去这一项',
          },
        );
      });
    }
  },
});
