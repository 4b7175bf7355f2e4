import type { Review } from '../../model/kinds/year/review.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Chain } from '../steps/chain.ts';
import type { SignedItems } from '../digests/items.ts';
import type { SignedItem } from '../digests/signed-item.ts';
import { partContent } from '../digests/parts.ts';
import { schemeVersion } from '../digests/rating-part.ts';
import { matches } from '../digests/versions.ts';

/** How an item differs from what was signed. */
export type Stale = {
  readonly key: string;
  readonly name: string;
  readonly what: 'content' | 'basis';
  /** In plain words: 内容, 措施或环节, 职权, 等级, 评定办法; of parts, which. */
  readonly reasons: readonly string[];
};

/** Compares what was signed with what is there now. */
export type Freshness = {
  readonly scheme: string;
  readonly staleItem: (record: Review, key: string, chain: Chain) => Stale | undefined;
  readonly staleItems: (record: Review, chain: Chain) => readonly Stale[];
};

export function freshness(items: SignedItems, scheme: Scheme): Freshness {
  const version = schemeVersion(scheme);
  const staleItem = (record: Review, key: string, chain: Chain): Stale | undefined => {
    const item = items.byKey.get(key);
    if (item === undefined) {
      return { key, name: key, what: 'content', reasons: ['已删除'] };
    }
    // What has ended (销号) is no longer what it was, and nobody need sign it again.
    if (item.isClosed) return undefined;
    const content = matches(record.items[key] ?? '', 'content', item.content)
      ? []
      : changedParts(record, item, chain);
    const basis = basisChanges(record, item, chain);
    const isOther = record.scheme !== version;
    if (content.length + basis.length === 0 && !isOther) return undefined;
    return {
      key,
      name: item.name,
      what: content.length > 0 ? 'content' : 'basis',
      reasons: [...content, ...basis, ...(isOther ? ['评定办法'] : [])],
    };
  };
  return {
    scheme: version,
    staleItem,
    staleItems: (record, chain) =>
      Object.keys(record.items).flatMap((key) => staleItem(record, key, chain) ?? []),
  };
}

/** The stages after a step: what is decided there does not change what was signed before. */
export function laterThan(line: readonly string[], stage: string): (other: string) => boolean {
  const at = line.indexOf(stage);
  const later = new Set(line.slice(at + 1));
  return (other) => at >= 0 && later.has(other);
}

/** The chain as the record knew it, else as it is today. */
function lineOf(record: Review, { steps }: Chain): readonly string[] {
  return record.chain.length > 0 ? record.chain : steps.map(({ stage }) => stage);
}

function basisChanges(record: Review, item: SignedItem, chain: Chain): string[] {
  const signed = record.basis[item.key] ?? '';
  const power = item.power;
  const level = item.level(laterThan(lineOf(record, chain), record.stage));
  return [
    ...(matches(signed, 'basis', item.basis) ? [] : ['措施或环节']),
    ...(power === undefined || matches(record.basis[power.key] ?? '', 'power', power.content)
      ? []
      : ['职权']),
    ...(record.levels[item.key] === level ? [] : ['等级']),
  ];
}

/** Which of the parts that were reviewed one by one have changed; else the whole. */
function changedParts(record: Review, item: SignedItem, chain: Chain): string[] {
  const signed = record.parts[item.key];
  const parts = chain.steps.find(({ stage }) => stage === record.stage)?.parts ?? [];
  if (signed === undefined) return ['内容'];
  const level = item.level(laterThan(lineOf(record, chain), record.stage));
  const changed = parts
    .filter(({ of }) => of.every((name) => name !== 'measures' && name !== 'level'))
    .filter((part) => !matches(signed[part.id] ?? '', 'part', partContent(item, part, level)));
  return changed.length === 0 ? ['内容'] : changed.map(({ id }) => id);
}
