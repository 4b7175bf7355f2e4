import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Entity } from '../../model/common.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Scheme } from '../../model/scheme.ts';

/** The closed words of a scheme by field; an empty list closes nothing. */
export type SchemeWords = ReturnType<typeof wordsOf>;

export function wordsOf(scheme: Scheme) {
  const { identification, measures, rating } = scheme;
  return {
    level: scheme.levels.map(({ id }) => id),
    category: scheme.categories.map(({ id }) => id),
    rank: scheme.ranks.map(({ id }) => id),
    tier: scheme.tiers.map(({ id }) => id),
    // A channel such as 信访举报 is a way of finding, too.
    method:
      identification.methods.length === 0
        ? []
        : [...identification.methods.map(({ id }) => id), ...identification.channels],
    line: measures.lines,
    aspect: measures.aspects,
    measureKind: measures.kinds,
    powerType: scheme.powerTypes,
    powerNature: scheme.powerNatures,
    handles: scheme.handles,
    departmentKind: scheme.departmentKinds,
    majorMatter: scheme.scope.majorMatters,
    domain: scheme.scope.domains,
    stage: scheme.stages.map(({ id }) => id),
    warningGrade: scheme.warnings.grades,
    rater: raterNames(rating),
  };
}

/** Names of raters, wherever in the rating method they stand. */
function raterNames(method: object): string[] {
  return Object.entries(method).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    if (key !== 'raters') return raterNames(value as object);
    return (value as { of: readonly { rater: string }[] }).of.map(({ rater }) => rater);
  });
}

/** One place where a record uses a word of the scheme. */
export type WordUse = {
  readonly title: string;
  readonly word: string;
  readonly known: readonly string[];
  readonly ref: NodeRef;
};

/** Field of a record → title and list of words. `*` stands for every item of a list. */
type WordField = readonly [path: string, title: string, words: keyof SchemeWords];

const RATED: readonly WordField[] = [
  ['ratings.*.level', '等级', 'level'],
  ['ratings.*.computed', '计算等级', 'level'],
  ['scores.*.rater', '评定方', 'rater'],
];

const FIELDS: Partial<Record<Kind, readonly WordField[]>> = {
  unit: [
    ['stages.*.id', '工作阶段', 'stage'],
    ['notApplicable.*.majorMatter', '三重一大事项', 'majorMatter'],
    ['notApplicable.*.domain', '重点领域', 'domain'],
    ['notApplicable.*.method', '查找方式', 'method'],
  ],
  department: [['kind', '类型', 'departmentKind']],
  post: [
    ['rank', '职级层次', 'rank'],
    ['tier', '岗位层级', 'tier'],
    ['handles.*', '经手事项', 'handles'],
    ...RATED,
  ],
  power: [
    ['type', '职权类别', 'powerType'],
    ['nature', '权力性质', 'powerNature'],
    ['majorMatter', '三重一大事项', 'majorMatter'],
    ...RATED,
  ],
  risk: [
    ['category', '风险类别', 'category'],
    ['foundBy.*', '查找方式', 'method'],
    ['appliesTo.ranks.*', '适用职级', 'rank'],
    ['appliesTo.tiers.*', '适用层级', 'tier'],
    ...RATED,
  ],
  measure: [
    ['line', '防线', 'line'],
    ['aspect', '方面', 'aspect'],
    ['kind', '类型', 'measureKind'],
  ],
  warning: [['grade', '预警级别', 'warningGrade']],
};

const STEPS = new Map(
  Object.values(FIELDS)
    .flat()
    .map(([path]) => [path, path.split('.')]),
);

/** Every word of the scheme that the record uses, where the scheme closes the list. */
export function wordsIn(kind: Kind, record: Entity<object>, words: SchemeWords): WordUse[] {
  const uses: WordUse[] = [];
  for (const [path, title, list] of FIELDS[kind] ?? []) {
    const known = words[list];
    if (known.length === 0) continue;
    collect(record, STEPS.get(path)!, record.ref, (word, ref) =>
      uses.push({ title, word, known, ref }),
    );
  }
  return uses;
}

function collect(
  value: unknown,
  [step, ...rest]: readonly string[],
  ref: NodeRef,
  found: (word: string, ref: NodeRef) => void,
): void {
  if (value === undefined) return;
  if (step === undefined) {
    if (typeof value === 'string') found(value, ref);
  } else if (step !== '*') {
    collect((value as Record<string, unknown>)[step], rest, at(ref, step), found);
  } else {
    (value as readonly unknown[]).forEach((item, index) =>
      collect(item, rest, at(ref, index), found),
    );
  }
}
