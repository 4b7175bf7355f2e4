import { textOf } from '../../src/diagnostics/message.ts';
import { describe, expect, test } from 'vitest';
import { schemeSchema } from '../../src/model/scheme.ts';
import { checkScheme } from '../../src/scheme/check-scheme.ts';
import { mergeSchemes } from '../../src/scheme/merge-schemes.ts';
import type { Raw } from './support.ts';
import { fixtures, refIn, schemeOf, writtenScheme, yaml } from './support.ts';

type Found = {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly on?: string;
  readonly message?: string;
  readonly hint?: string;
};
type Case = {
  readonly name: string;
  readonly bad: Raw;
  readonly good: Raw;
  readonly finds: readonly Found[];
};
type CutoffCase = {
  readonly name: string;
  readonly cutoffs: readonly Raw[];
  readonly good: readonly Raw[];
  readonly finds: readonly Found[];
};

const MILDEST: Raw = { rating: { of: 'riskPoint', first: [{ otherwise: '低' }] } };

function faultsOf(given: Raw) {
  const { scheme, placeOf } = writtenScheme({ ...MILDEST, ...given });
  return checkScheme(scheme, (path) => refIn('scheme.yaml', ...placeOf(path)));
}

/** What was found, as far as the case speaks of it. */
function compare(bad: Raw, expected: readonly Found[]): void {
  const found = faultsOf(bad).map(({ code, ref, on, message, hint }, index) => {
    const { message: text, hint: help } = expected[index] ?? {};
    return {
      code,
      path: ref.path,
      on: on ?? 'value',
      ...(text === undefined ? {} : { message: textOf(message) }),
      ...(help === undefined ? {} : { hint }),
    };
  });
  expect(found).toEqual(expected.map((each) => ({ ...each, on: each.on ?? 'value' })));
}

const files = fixtures('faults');
const casesOf = (name: string) =>
  files.find((file) => file.name === name)!.content as unknown as readonly never[];

describe.each(files.filter(({ name }) => name !== 'cutoffs.yaml'))('$name', ({ name }) => {
  describe.each(casesOf(name) as readonly Case[])('$name', ({ bad, good, finds }) => {
    test('is found at its place', () => compare(bad, finds));
    test('is silent on the near miss', () => expect(faultsOf(good)).toEqual([]));
  });
});

describe.each(casesOf('cutoffs.yaml') as readonly CutoffCase[])(
  'cutoffs: $name',
  ({ cutoffs, good, finds }) => {
    /** Sums from 1 to 7, every whole number. */
    const scheme = (bands: readonly Raw[]): Raw => ({
      factors: {
        a: { label: '甲', scale: ['小', '中', '大'], numbers: [1, 2, 3] },
        b: { label: '乙', scale: ['轻', '中', '较重', '重', '极重'], numbers: [0, 1, 2, 3, 4] },
      },
      rating: {
        of: 'riskPoint',
        score: { combine: 'sum', of: [{ factor: 'a' }, { factor: 'b' }], cutoffs: bands },
      },
    });
    test('is found at its place', () => {
      const base = ['rating', 'score', 'cutoffs'];
      compare(
        scheme(cutoffs),
        finds.map((each) => ({ ...each, path: [...base, ...each.path] })),
      );
    });
    test('is silent on the near miss', () => expect(faultsOf(scheme(good))).toEqual([]));
  },
);

test('where scores cannot be foreseen every gap counts', () => {
  const raters = (upper: Raw) => ({
    rating: {
      of: 'riskPoint',
      raters: {
        of: [{ rater: '群众', weight: 1 }],
        cutoffs: [
          { level: '高', atLeast: 80 },
          { level: '中', atLeast: 60, ...upper },
          { level: '低' },
        ],
      },
    },
  });
  expect(faultsOf(raters({ atMost: 79 })).map(({ code }) => code)).toEqual(['LF604']);
  expect(faultsOf(raters({ below: 80 }))).toEqual([]);
});

test('a fault points into the file that wrote it', () => {
  const base = {
    ...schemeOf(MILDEST),
    reviews: [{ steps: [{ stage: '初审', by: '科长', returnTo: '终审' }] }],
  };
  const own = yaml('id: own\nextends: tiny\nlimits: [{level: 特高, atMost: 0.2}]');
  const { value, locate } = mergeSchemes([
    { value: JSON.parse(JSON.stringify(base)), ref: refIn('tiny/scheme.yaml') },
    { value: own, ref: refIn('own/scheme.yaml') },
  ]);
  expect(checkScheme(schemeSchema.parse(value), locate).map(({ ref }) => ref)).toEqual([
    refIn('own/scheme.yaml', 'limits', 0, 'level'),
    refIn('tiny/scheme.yaml', 'reviews', 0, 'steps', 0, 'returnTo'),
  ]);
});
