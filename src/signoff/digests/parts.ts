import type { Scheme } from '../../model/scheme.ts';
import type { Plain } from './encode.ts';
import type { SignedItem } from './signed-item.ts';

export type ReviewPart = Scheme['reviews'][number]['steps'][number]['parts'][number];

/**
 * One part of a point (绍兴's five: 风险点、防控措施、监督检查路径、风险等级、责任人): the fields that the
 * scheme counts to it, `measures` and `level`.
 */
export function partContent(item: SignedItem, part: ReviewPart, level: string | undefined) {
  return (version: number): Plain => {
    const content = item.content(version);
    const basis = item.basis(version);
    return Object.fromEntries(
      part.of.map((name): [string, Plain | undefined] => {
        if (name === 'level') return [name, level];
        return [name, name === 'measures' ? basis[name] : content[name]];
      }),
    );
  };
}
