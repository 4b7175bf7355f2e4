import type { Rank, Scheme, SchemeSubject } from '../../model/scheme.ts';

/** What a condition, a matrix or a score may ask for: a factor of the scheme or an attribute. */
export type Term = {
  readonly id: string;
  /** As it is said in a reason. */
  readonly label: string;
  readonly holder: FactorHolder;
  readonly kind: 'word' | 'list' | 'truth';
  readonly isFactor: boolean;
  /** Every word that it may have; undefined: any. */
  readonly words: readonly string[] | undefined;
  /** What readers are shown instead of a word that is only a key. */
  readonly names: ReadonlyMap<string, string>;
  /** Words from the mildest to the gravest, where they have an order. */
  readonly scale: readonly string[] | undefined;
  readonly numbers: readonly number[] | undefined;
  /** Field of the record that holds it. */
  readonly field: string;
  /** Every record has it, so where it is absent it is still to be filled in. */
  readonly expected: boolean;
};

/** The record that a term is read from. */
export type FactorHolder = 'risk' | 'post' | 'power' | 'step' | 'department' | 'unit';

type RatedThing = Scheme['rating']['of'];

/** Records that are at hand when a thing is rated. */
export const HOLDERS: Readonly<Record<RatedThing, readonly FactorHolder[]>> = {
  riskPoint: ['risk', 'post', 'power', 'step', 'department', 'unit'],
  post: ['post', 'department', 'unit'],
  leadingPost: ['post', 'department', 'unit'],
  power: ['power', 'department', 'unit'],
};

/** 风险点, 岗位…: what is rated, and the records that terms are read from. */
export const HOLDER_NAMES: Readonly<Record<FactorHolder, string>> = {
  risk: '风险点',
  post: '岗位',
  power: '职权',
  step: '环节',
  department: '机构',
  unit: '单位',
};

const NO_NAMES: ReadonlyMap<string, string> = new Map();
const SUBJECTS: readonly SchemeSubject[] = ['unit', 'department', 'post'];

/** Every term of a scheme by its id. */
export function termsOf(scheme: Scheme): ReadonlyMap<string, Term> {
  const terms = [...attributesOf(scheme), ...factorsOf(scheme)];
  return new Map(terms.map((term) => [term.id, term]));
}

function factorsOf(scheme: Scheme): readonly Term[] {
  return Object.entries(scheme.factors).map(([id, factor]) => ({
    id,
    label: factor.label,
    holder: factor.of === 'riskPoint' ? 'risk' : factor.of,
    kind: factor.multiple ? 'list' : 'word',
    isFactor: true,
    words: factor.scale,
    names: NO_NAMES,
    scale: factor.scale,
    numbers: factor.numbers,
    field: id,
    expected: true,
  }));
}

function attributesOf(scheme: Scheme): readonly Term[] {
  const ranks = scheme.ranks.map((rank) => rank.id);
  return [
    attribute('post.rank', '职级层次', {
      words: ranks,
      // Ranks are declared highest first.
      scale: ranks.toReversed(),
      expected: true,
    }),
    attribute('post.tier', '岗位层级', {
      words: scheme.tiers.map((tier) => tier.id),
      expected: true,
    }),
    attribute('post.head', '主要负责人', { kind: 'truth', expected: true }),
    attribute('post.keyPost', '重点岗位', { kind: 'truth' }),
    attribute('post.handles', '经手事项', { kind: 'list', words: closed(scheme.handles) }),
    attribute('department.kind', '机构类型', {
      words: closed(scheme.departmentKinds),
      expected: true,
    }),
    attribute('power.type', '职权类别', { words: closed(scheme.powerTypes), expected: true }),
    attribute('power.class', '职权分类', { words: ['对外行使', '内部管理'], expected: true }),
    attribute('power.domain', '重点领域', { words: closed(scheme.scope.domains) }),
    attribute('power.majorMatter', '三重一大事项', { words: closed(scheme.scope.majorMatters) }),
    attribute('power.nature', '权力性质', { words: closed(scheme.powerNatures), expected: true }),
    attribute('unit.kind', '单位性质', { expected: true }),
    attribute('risk.category', scheme.words.category, {
      words: closed(scheme.categories.map((category) => category.id)),
      expected: true,
    }),
    attribute('risk.main', `主要${scheme.words.riskPoint}`, { kind: 'truth' }),
    attribute('risk.subject', '所属层面', {
      words: SUBJECTS,
      names: new Map(scheme.subjects.map(({ id, name }) => [id, name])),
      expected: true,
    }),
  ];
}

function attribute(
  id: string,
  label: string,
  more: Partial<Pick<Term, 'kind' | 'words' | 'names' | 'scale' | 'expected'>>,
): Term {
  const [holder, field] = id.split('.') as [FactorHolder, string];
  return {
    id,
    label,
    holder,
    field,
    kind: more.kind ?? 'word',
    isFactor: false,
    words: more.words,
    names: more.names ?? NO_NAMES,
    scale: more.scale,
    numbers: undefined,
    expected: more.expected ?? false,
  };
}

/** A list that the scheme leaves empty closes nothing. */
function closed(words: readonly string[]): readonly string[] | undefined {
  return words.length === 0 ? undefined : words;
}

/** The number that a word of a scale stands for; undefined if it stands for none. */
export function numberOf(
  term: Pick<Term, 'scale' | 'numbers'>,
  word: string | number,
): number | undefined {
  const position = term.scale?.indexOf(String(word)) ?? -1;
  const given = position < 0 ? undefined : term.numbers?.[position];
  if (given !== undefined) return given;
  return typeof word === 'number' || /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : undefined;
}

/** A rank, a tier and whether it is the head go together: one decides the others. */
export type TermStanding = {
  readonly rank: string | undefined;
  readonly tier: string | undefined;
  readonly head: boolean;
};

export function standingOf(rank: Rank | undefined, tier: string | undefined): TermStanding {
  return { rank: rank?.id, tier: tier ?? rank?.tier, head: rank?.head === true };
}
