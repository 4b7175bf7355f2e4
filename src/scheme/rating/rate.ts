import type { RaterScores } from '../../model/common.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Assessed, Citation, Reason } from '../assessment.ts';
import { completions, labelsOf } from './completion.ts';
import { project, sayWord } from './condition.ts';
import type { Input } from '../inputs/rating-input.ts';
import { isStandingTerm, readerOf } from '../inputs/input-reader.ts';
import { mentionsOf } from '../inputs/mentions.ts';
import { compileMethod } from './method.ts';
import type { Program } from './rating-program.ts';
import { UNKNOWN, citation } from './rating-program.ts';
import { ratersInput } from '../inputs/raters-input.ts';
import type { IsBlank, RatingRecords } from '../inputs/records-at-hand.ts';
import type { FactorHolder, Term } from './terms.ts';
import { termsOf } from './terms.ts';
/** The rating of a scheme, ready to run. */
export type Rating = {
  /** Records that it reads. */
  readonly holders: ReadonlySet<FactorHolder>;
  /** For the records of one unit: computes the level from what surrounds the rated one. */
  readonly within: (isBlank: IsBlank) => (records: RatingRecords, scores: RaterScores) => Assessed;
};

const ratings = new WeakMap<Scheme, Rating>();

/** The rating of a scheme. Records with equal inputs share one result, also across units. */
export function ratingOf(scheme: Scheme): Rating {
  let rating = ratings.get(scheme);
  if (rating === undefined) ratings.set(scheme, (rating = build(scheme)));
  return rating;
}

type Shown = { readonly input: number; readonly term: Term };
type Reader = {
  readonly holder: FactorHolder | undefined;
  readonly read: (records: RatingRecords, scores: RaterScores, isBlank: IsBlank) => Input;
};

function build(scheme: Scheme): Rating {
  const terms = termsOf(scheme);
  const mentions = mentionsOf(scheme.rating);
  const levels = scheme.levels.map((level) => level.id);
  const readers: Reader[] = [];
  const numbers = new Map<string, number>();
  const shown: Shown[] = [];

  const inputOf = (term: Term): number => {
    // Rank, tier and head share an input: one cannot be completed without the others.
    const id = isStandingTerm(term) ? 'post.rank' : term.id;
    let number = numbers.get(id);
    if (number === undefined) {
      number = readers.length;
      numbers.set(id, number);
      const read = readerOf(term, scheme, mentions);
      readers.push({
        holder: term.holder,
        read: (records, _scores, isBlank) => read(records, isBlank),
      });
    }
    if (!shown.some((each) => each.term === term)) shown.push({ input: number, term });
    return number;
  };
  const program = compileMethod(scheme.rating, {
    terms,
    levels,
    readTerm(term) {
      const input = inputOf(term);
      return (env) => {
        const value = env.read(input);
        return value === UNKNOWN ? UNKNOWN : project(term, value);
      };
    },
    ratersInput(raters) {
      readers.push({ holder: undefined, read: (_, scores) => ratersInput(raters, scores) });
      return readers.length - 1;
    },
  });

  const known = new Map<string, Assessed>();
  return {
    holders: new Set(readers.flatMap(({ holder }) => holder ?? [])),
    within(isBlank) {
      const keyOf = keyReader(readers, isBlank);
      return (records, scores) => {
        const key = keyOf(records, scores);
        let assessed = known.get(key);
        if (assessed === undefined) {
          const inputs = readers.map(({ read }) => read(records, scores, isBlank));
          assessed = compute(
            program,
            { inputs, shown },
            levels,
            citation(scheme.rating, undefined),
          );
          known.set(key, assessed);
        }
        return assessed;
      };
    },
  };
}

/** Puts the keys of all inputs together. Those of a post or a power are put together once. */
function keyReader(
  readers: readonly Reader[],
  isBlank: IsBlank,
): (records: RatingRecords, scores: RaterScores) => string {
  const keyOf = (some: readonly Reader[], records: RatingRecords, scores: RaterScores) => {
    let key = '';
    for (const { read } of some) key += `${read(records, scores, isBlank).key}\u0001`;
    return key;
  };
  const remembered = (
    holders: readonly FactorHolder[],
    slotOf: (records: RatingRecords) => unknown,
  ) => {
    const some = readers.filter(({ holder }) => holder !== undefined && holders.includes(holder));
    const known = new Map<unknown, string>();
    return (records: RatingRecords): string => {
      if (some.length === 0) return '';
      const slot = slotOf(records);
      let key = known.get(slot);
      if (key === undefined) known.set(slot, (key = keyOf(some, records, [])));
      return key;
    };
  };
  // The department follows from the post, where there is one.
  const aroundPost = remembered(
    ['post', 'department'],
    ({ post, department }) => post ?? department,
  );
  const ofPower = remembered(['power'], ({ power }) => power);
  const ofUnit = remembered(['unit'], ({ unit }) => unit);
  const own = readers.filter(
    ({ holder }) => holder === undefined || holder === 'risk' || holder === 'step',
  );
  return (records, scores) =>
    keyOf(own, records, scores) + aroundPost(records) + ofPower(records) + ofUnit(records);
}

type InputsShown = { readonly inputs: readonly Input[]; readonly shown: readonly Shown[] };

function compute(
  program: Program,
  { inputs, shown }: InputsShown,
  levels: readonly string[],
  clause: Citation | undefined,
): Assessed {
  const said = shown.map(({ input, term }) => sayInput(inputs[input]!, term));
  const trace: Reason[] = [];
  const read = (number: number) => {
    const input = inputs[number]!;
    return input.domain === undefined ? input.value : UNKNOWN;
  };
  const outcome = program({ read, trace });
  if (outcome !== UNKNOWN) {
    if (outcome === undefined) trace.push({ kind: 'outcome', text: '没有一条规则适用，未评定' });
    return rated(outcome, [...said, ...trace]);
  }

  const { outcomes, deciding, isCut } = completions(program, inputs);
  const possible = levels.filter((level) => outcomes.has(level));
  const [only] = outcomes;
  if (!isCut && outcomes.size === 1 && only !== undefined) {
    const text = `未填的各项无论怎样填写，都定为${only}`;
    const reason: Reason = { kind: 'rule', text, ...clause };
    return rated(only, [...said, reason]);
  }
  const missing = labelsOf(inputs, deciding);
  const text = isCut
    ? `${lacking(missing)}，可能的组合过多，没有逐一推算，未评定`
    : `${lacking(missing)}，${sayPossible(possible, outcomes.has(undefined))}，未评定`;
  const reasons: Reason[] = [...said, { kind: 'outcome', text }];
  return { ...rated(undefined, reasons), missing, possible: isCut ? levels : possible };
}

function rated(computed: string | undefined, reasons: readonly Reason[]): Assessed {
  const status = computed === undefined ? 'unrated' : 'rated';
  return { computed, decided: undefined, level: computed, status, reasons, missing: [] };
}

function lacking(labels: readonly string[]): string {
  return labels.length === 0 ? '规则不全' : `缺少${labels.map((label) => `「${label}」`).join('')}`;
}

function sayPossible(levels: readonly string[], mayFitNone: boolean): string {
  if (levels.length === 0) return '无论怎样填写都没有规则适用';
  const rest = mayFitNone ? '，也可能没有规则适用' : '';
  return `仍可能是${levels.join('、')}${rest}`;
}

/** 「自由裁量权：较大」. */
function sayInput(input: Input, term: Term): Reason {
  const text = `${term.label}：${saidOf(input, term)}`;
  return { kind: 'input', text };
}

function saidOf(input: Input, term: Term): string {
  if (input.domain !== undefined) {
    return input.found === undefined ? '未填' : `「${input.found}」不在可选的词中`;
  }
  const value = project(term, input.value);
  if (value === undefined) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return sayWord(term, value);
  return value.length === 0 ? '无' : value.join('、');
}
