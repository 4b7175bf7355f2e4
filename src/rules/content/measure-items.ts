import type { Entity } from '../../model/common.ts';
import type { Measure } from '../../model/kinds/measure.ts';
import type { Relations } from '../../scheme/relations.ts';
import { push } from '../../util/group-by.ts';
import { itemsOf, normalized } from '../words/pieces.ts';

/** From how many points or measures on a text counts as copied. */
export const OFTEN = 3;
/** Shorter texts are alike by chance. */
const LEAST_LENGTH = 4;

/** Where a text stands: the measure and the text as it is written there. */
export type Use = { readonly measure: Entity<Measure>; readonly text: string };

type MeasureItems = {
  readonly items: readonly {
    readonly measure: Entity<Measure>;
    readonly texts: readonly string[];
  }[];
  readonly uses: ReadonlyMap<string, readonly Use[]>;
};
const known = new WeakMap<Relations, MeasureItems>();

/** The measures with their numbered or separated items, each once. */
export function measureItems(relations: Relations): MeasureItems['items'] {
  return itemsAndUses(relations).items;
}

/** Those items of all measures by their normalized text. */
export function usesByText(relations: Relations): MeasureItems['uses'] {
  return itemsAndUses(relations).uses;
}

function itemsAndUses(relations: Relations): MeasureItems {
  let found = known.get(relations);
  if (found === undefined) {
    const items = relations.measures.map((measure) => ({
      measure,
      texts: [...new Set(itemsOf(measure.content))],
    }));
    const uses = new Map<string, Use[]>();
    for (const { measure, texts } of items) for (const text of texts) addUse(uses, text, measure);
    found = { items, uses };
    known.set(relations, found);
  }
  return found;
}

export function addUse(uses: Map<string, Use[]>, text: string, measure: Entity<Measure>): void {
  const key = normalized(text);
  if (key.length >= LEAST_LENGTH) push(uses, key, { measure, text });
}

/** The measures of these uses, each once, in order. */
export function measuresIn(uses: readonly Use[]): Entity<Measure>[] {
  return [...new Set(uses.map(({ measure }) => measure))];
}

/** How many points these measures serve. */
export function pointsOf(measures: readonly Entity<Measure>[]): number {
  return new Set(measures.flatMap((measure) => measure.risks)).size;
}

/** Whether one and the same text serves so much that LF329 reports it. */
export function isCopied(uses: readonly Use[]): boolean {
  const measures = measuresIn(uses);
  return measures.length >= OFTEN || pointsOf(measures) >= OFTEN;
}
