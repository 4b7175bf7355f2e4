import { say } from '../../diagnostics/message.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import type { NamedRecord } from '../../diagnostics/message.ts';
import type { Entity } from '../../model/common.ts';
import type { RiskPoint } from '../../model/kinds/risk.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { named } from '../called.ts';
import type { RuleContext } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { hasTodo, isWhole } from '../todo.ts';
import { at } from '../../diagnostics/diagnostic.ts';

const FIELDS = [
  ['line', 'lines', '防线'],
  ['aspect', 'aspects', '方面'],
  ['kind', 'kinds', '类型'],
] as const;

export const measureDemandUnmet = defineRule({
  meta: {
    code: 'LF338',
    name: 'measure-demand-unmet',
    title: '缺少方案要求的一类措施',
    severity: 'warning',
    rationale: '方案要求的几类措施各有用处：只有教育没有监督，只有事前没有事后，权力照样没有人管。',
    basis: '对措施的防线、方面、类型有要求的方案',
  },
  check(context) {
    const { unit, scheme, relations, report } = context;
    if (!isWhole(unit, 'measures') || relations.measures.length === 0) return;
    for (const demand of scheme.measures.demands) {
      for (const { risks, ref, record } of groupsOf(context, demand)) {
        const measures = new Set(risks.flatMap(({ id }) => relations.measuresOf(id)));
        if (measures.size === 0) continue;
        for (const [field, words, title] of FIELDS) {
          const wanted = demand[words];
          if (wanted.length === 0) continue;
          if ([...measures].some((measure) => hasTodo(unit, at(measure.ref, field)))) continue;
          const held = new Set([...measures].map((measure) => measure[field]));
          const missing = wanted.filter((word) => !held.has(word));
          if (demand.any ? missing.length < wanted.length : missing.length === 0) continue;
          report(
            ref,
            say`${{ record }}的${{ measure: scheme.words.measure }}没有${{ field: title }}为${{ words: missing }}的`,
            {
              hint: demand.any ? `至少有一条属于${wanted.join('、')}` : `补上${missing.join('、')}`,
              assumed: isAssumed(demand),
            },
          );
        }
      }
    }
  },
});

type Demand = RuleContext['scheme']['measures']['demands'][number];
type MeasuredPoints = {
  readonly risks: readonly Entity<RiskPoint>[];
  readonly ref: NodeRef;
  readonly record: NamedRecord | string;
};

/** The points whose measures are looked at together. */
function groupsOf(
  { unit, relations, scheme }: RuleContext,
  { per, for: who }: Demand,
): MeasuredPoints[] {
  const isOf = (risk: Entity<RiskPoint>): boolean => {
    const subject =
      risk.unit === true ? 'unit' : risk.department === undefined ? 'post' : 'department';
    const post = relations.postById.get(risk.post ?? '');
    if (who.subjects.length > 0 && !who.subjects.includes(subject)) return false;
    if (who.ranks.length > 0 && !who.ranks.includes(post?.rank ?? '')) return false;
    const tier = post && relations.tierOf(post);
    if (who.tiers.length > 0 && !who.tiers.includes(tier ?? '')) return false;
    return who.keyPosts === undefined || who.keyPosts === post?.keyPost;
  };
  const asked = relations.risks.filter(isOf);
  switch (per) {
    case 'point':
      return asked.map((risk) => ({ risks: [risk], ref: risk.ref, record: named('risk', risk) }));
    case 'post':
      return relations.posts.map((post) => ({
        risks: asked.filter((risk) => risk.post === post.id),
        ref: post.ref,
        record: named('post', post),
      }));
    case 'department':
      return relations.departments.map((department) => ({
        risks: asked.filter(
          (risk) =>
            risk.department === department.id ||
            relations.postById.get(risk.post ?? '')?.department === department.id,
        ),
        ref: department.ref,
        record: named('department', department),
      }));
    case 'unit':
      return [{ risks: asked, ref: unit.info.ref, record: scheme.words.unit }];
  }
}
