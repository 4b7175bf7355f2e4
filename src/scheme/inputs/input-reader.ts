import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Input, MissingInput } from './rating-input.ts';
import { NONE, OTHER_WORD, TOO_MANY, supersets } from './rating-input.ts';
import type { RatingValue } from '../rating/rating-program.ts';
import type { RecordGap, IsBlank, RatingRecords } from './records-at-hand.ts';
import { isGap } from './records-at-hand.ts';
import { subjectOf } from '../relations.ts';
import type { Term } from '../rating/terms.ts';
import { standingOf } from '../rating/terms.ts';

/** Reads one input of the rating from the records at hand. */
export type InputReader = (records: RatingRecords, isBlank: IsBlank) => Input;

/** What conditions ask of terms whose words the scheme leaves open. */
export type Mentions = {
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  /** Terms whose words are counted: no finite set of words stands for all there could be. */
  readonly counted: ReadonlySet<string>;
};

/** The reader of a term. Rank, tier and head of a post are read as one. */
export function readerOf(term: Term, scheme: Scheme, mentions: Mentions): InputReader {
  const words = term.words ?? [...(mentions.words.get(term.id) ?? []), OTHER_WORD];
  const isOpen = term.words === undefined;
  const gapDomain = domainOf(term, words, isOpen && mentions.counted.has(term.id));
  const read = isStandingTerm(term)
    ? standingReader(scheme)
    : fieldReader(term, isOpen ? undefined : new Set(words), words, gapDomain);
  const isRequired = requiredFields(scheme, term).includes(term.field);
  const gaps = new Map<RecordGap, Input>();

  return (records, isBlank) => {
    const slot = records[term.holder];
    if (slot === undefined) return NONE;
    if (!isGap(slot)) return read(slot, isRequired, isBlank);
    let input = gaps.get(slot);
    if (input === undefined) {
      const domain = isStandingTerm(term) ? standingsOf(scheme) : gapDomain;
      gaps.set(slot, (input = gapInput(slot, domain, term)));
    }
    return input;
  };
}

export function isStandingTerm(term: Term): boolean {
  return term.id === 'post.rank' || term.id === 'post.tier' || term.id === 'post.head';
}

/** A step has no address of its own; no attribute is read from it, only factors. */
type RecordLike = Readonly<Record<string, unknown>> & { readonly ref?: NodeRef };
type Read = (record: RecordLike, isRequired: boolean, isBlank: IsBlank) => Input;

function requiredFields(scheme: Scheme, { holder }: Term): readonly string[] {
  return holder === 'unit' ? [] : scheme.requires[holder];
}

function domainOf(
  term: Term,
  words: readonly string[],
  isUncountable: boolean,
): MissingInput['domain'] {
  if (term.kind === 'truth') return [true, false];
  if (term.kind === 'word') return words;
  return isUncountable ? TOO_MANY : supersets([], words, words.length);
}

function gapInput(slot: RecordGap, domain: MissingInput['domain'], term: Term): Input {
  const mayBeNone = slot.mayBeNone || (!term.expected && term.kind === 'word');
  return {
    key: `?${slot.gap}`,
    missing: [slot.gap],
    domain: mayBeNone && domain !== TOO_MANY ? [...domain, undefined] : domain,
  };
}

/** Reads a factor's word or an attribute; a word that is not among the closed ones is no word. */
function fieldReader(
  term: Term,
  closed: ReadonlySet<string> | undefined,
  words: readonly string[],
  domain: MissingInput['domain'],
): Read {
  const blank: Input = { key: '?', missing: [term.label], domain };
  const yes: Input = { key: 'true', value: true };
  const no: Input = { key: 'false', value: false };
  const known = new Map<string, Input>();
  const knownInput = (value: RatingValue, key: string): Input => {
    let input = known.get(key);
    if (input === undefined) known.set(key, (input = { key, value }));
    return input;
  };
  const unusable = (found: string): Input => ({
    key: `?${found}`,
    missing: [term.label],
    domain,
    found,
  });

  const readList = (given: readonly unknown[]): Input => {
    const all = given.map(String);
    const usable = closed === undefined ? all : all.filter((word) => closed.has(word));
    const odd = all.length - usable.length;
    const key = usable.join('\u0002');
    if (odd === 0) return knownInput(usable, key);
    // What is known stays; each odd word may be one of the others, or one that is there already.
    const sets = supersets(usable, words, odd);
    const found = all.join('、');
    return { key: `?${key}\u0002${odd}\u0002${found}`, missing: [term.label], domain: sets, found };
  };

  const isLeftBlank = (record: RecordLike, isBlank: IsBlank) =>
    record.ref !== undefined && isBlank(record.ref, term.field);

  return (record, isRequired, isBlank) => {
    const given = valueOf(term, record);
    if (term.kind === 'truth') {
      if (given === true) return yes;
      return isLeftBlank(record, isBlank) ? blank : no;
    }
    if (given === undefined || (!term.isFactor && Array.isArray(given) && given.length === 0)) {
      return term.expected || isRequired || isLeftBlank(record, isBlank) ? blank : NONE;
    }
    if (term.kind === 'list') return readList(Array.isArray(given) ? given : [given]);
    if (typeof given !== 'string' && typeof given !== 'number')
      return unusable(JSON.stringify(given));
    const word = String(given);
    return closed === undefined || closed.has(word) ? knownInput(word, word) : unusable(word);
  };
}

function valueOf(term: Term, record: RecordLike): unknown {
  if (term.isFactor) return (record['factors'] as RecordLike)[term.field];
  return term.id === 'risk.subject' ? subjectOf(record as never) : record[term.field];
}

function standingsOf(scheme: Scheme): readonly RatingValue[] {
  return scheme.ranks.map((rank) => standingOf(rank, undefined));
}

/** Every rank and tier that a post may turn out to have, given what it says. */
function standingReader(scheme: Scheme): Read {
  const known = new Map<string, Input>();
  return (record) => {
    const { rank, tier } = record as unknown as Post;
    const key = `${rank}\u0002${tier}`;
    let input = known.get(key);
    if (input === undefined) known.set(key, (input = standingInput(rank, tier, key, scheme)));
    return input;
  };
}

function standingInput(
  rankId: string | undefined,
  tierId: string | undefined,
  key: string,
  scheme: Scheme,
): Input {
  const rank = scheme.ranks.find(({ id }) => id === rankId);
  const tier = scheme.tiers.find(({ id }) => id === tierId)?.id;
  const isOddTier = tierId !== undefined && tier === undefined;
  if (rank !== undefined && !isOddTier) return { key, value: standingOf(rank, tier) };

  const fitting = scheme.ranks.filter((candidate) => tier === undefined || candidate.tier === tier);
  const ranks = rank !== undefined ? [rank] : fitting.length > 0 ? fitting : scheme.ranks;
  const tiers = isOddTier ? scheme.tiers.map(({ id }) => id) : [tier];
  const found = [rank === undefined ? rankId : undefined, isOddTier ? tierId : undefined]
    .filter((word) => word !== undefined)
    .join('、');
  return {
    key: `?${key}`,
    missing: [rank === undefined ? '职级层次' : '岗位层级'],
    domain: ranks.flatMap((each) => tiers.map((word) => standingOf(each, word))),
    ...(found === '' ? {} : { found }),
  };
}
