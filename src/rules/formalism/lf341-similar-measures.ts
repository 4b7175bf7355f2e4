import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { similarClusters } from '../../util/near-duplicates.ts';
import { shingleSets } from '../../util/ranked-sets.ts';
import { ALIKE, LEAST_ALIKE_LENGTH, MOST_RELATED, tooOften } from './alike.ts';
import type { Use } from '../content/measure-items.ts';
import { isCopied, measuresIn, usesByText } from '../content/measure-items.ts';
import { shorten } from '../../util/shorten.ts';
import type { RuleContext } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { sloganTest } from '../words/slogans.ts';

export const similarMeasures = defineRule({
  meta: {
    code: 'LF341',
    name: 'similar-measures',
    title: '几条措施几乎一样',
    severity: 'warning',
    rationale:
      '换一两个字词的措施仍是照抄：没有人按各自的风险想过怎么防。比较的是三字连写的重合程度，七成以上算几乎一样。',
  },
  check(context) {
    const { relations } = context;
    const uses = usesByText(relations);
    const texts = [...uses.keys()].filter((text) => text.length >= LEAST_ALIKE_LENGTH);
    const clusters = similarClusters(shingleSets(texts), ALIKE).map((cluster) =>
      cluster.flatMap((index) => texts[index] ?? []),
    );
    const clustered = new Set(clusters.flat());
    const alone = texts.filter((text) => !clustered.has(text) && usesOf(text, uses).length > 1);
    for (const cluster of [...clusters, ...alone.map((text) => [text])]) {
      reportCluster(context, cluster, uses);
    }
  },
});

function reportCluster(
  { words, report }: RuleContext,
  cluster: readonly string[],
  uses: ReadonlyMap<string, readonly Use[]>,
): void {
  const isSlogan = sloganTest(words.lists);
  // Slogans are LF328's; one text used again and again is LF329's, and only its variants are left.
  const texts = cluster.filter((text) => !isSlogan(usesOf(text, uses)[0]?.text ?? ''));
  const left = texts.map((text) => usesOf(text, uses)).filter((found) => !isCopied(found));
  const all = texts.flatMap((text) => usesOf(text, uses));
  const count = measuresIn(all).length;
  const [first] = left.flat();
  if (first === undefined || count < tooOften(texts)) return;
  const others = all.filter(({ measure }) => measure !== first.measure);
  report(
    at(first.measure.ref, 'content'),
    say`措施「${{ text: shorten(first.text, 40) }}」与另外 ${{ others: count - 1 }} 条几乎一样`,
    {
      hint: '对照各自的风险点改写做法；确是同一项措施的，合成一条，在 risks 列出所防的风险点',
      related: others.slice(0, MOST_RELATED).map(({ measure, text }) => ({
        ref: at(measure.ref, 'content'),
        message: `「${text}」`,
      })),
    },
  );
}

function usesOf(text: string, uses: ReadonlyMap<string, readonly Use[]>): readonly Use[] {
  return uses.get(text) ?? [];
}
