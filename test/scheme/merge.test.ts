import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Raw } from './support.ts';
import { refIn, yaml } from './support.ts';
import { resolveExtends } from '../../src/scheme/extends.ts';
import { mergeSchemes } from '../../src/scheme/merge-schemes.ts';

/** Layers as files: `0.yaml` is the most general. */
function merged(...values: readonly unknown[]) {
  return mergeSchemes(values.map((value, index) => ({ value, ref: refIn(`${index}.yaml`) })));
}

const value = (...values: readonly unknown[]) => merged(...values).value;

test('maps merge by key, deeply', () => {
  const base = { words: { integrity: '廉政', post: '岗位' }, title: '甲' };
  expect(value(base, { words: { integrity: '廉洁' } })).toEqual({
    words: { integrity: '廉洁', post: '岗位' },
    title: '甲',
  });
});

test('null takes away, also what a layer itself leaves blank', () => {
  expect(value({ rating: { first: [1], of: 'post' } }, { rating: { first: null } })).toEqual({
    rating: { of: 'post' },
  });
  expect(value({ a: null, b: [{ c: null, d: 1 }] })).toEqual({ b: [{ d: 1 }] });
});

test('lists of things with an id merge by it: the base order holds, new ones follow', () => {
  const base = yaml('categories: [{id: 甲, definition: 一}, {id: 乙}, {id: 丙}]');
  const above = yaml('categories: [{id: 丁}, {id: 乙, definition: 二}]');
  expect(value(base, above)).toEqual(
    yaml('categories: [{id: 甲, definition: 一}, {id: 乙, definition: 二}, {id: 丙}, {id: 丁}]'),
  );
});

test('a list that names all of them sets the order', () => {
  const base = yaml('levels: [{id: 高, tone: grave}, {id: 低, tone: light}]');
  const above = yaml('levels: [{id: 特高, tone: grave}, {id: 高, tone: middle}, {id: 低}]');
  expect(value(base, above)).toEqual(
    yaml('levels: [{id: 特高, tone: grave}, {id: 高, tone: middle}, {id: 低, tone: light}]'),
  );
});

test('a map over such a list speaks of its things by id', () => {
  const base = yaml(
    'levels: [{id: 高, tone: grave}, {id: 中, tone: middle}, {id: 低, tone: light}]',
  );
  const above = yaml('levels: {中: null, 低: {definition: 轻}, 无: {tone: plain}}');
  expect(value(base, above)).toEqual(
    yaml(
      'levels: [{id: 高, tone: grave}, {id: 低, tone: light, definition: 轻}, {id: 无, tone: plain}]',
    ),
  );
});

test('lists of stages merge by stage', () => {
  const base = yaml('stages: [{stage: 自评, body: 岗位}, {stage: 审定}]');
  expect(value(base, yaml('stages: [{stage: 审定, body: 党组}]'))).toEqual(
    yaml('stages: [{stage: 自评, body: 岗位}, {stage: 审定, body: 党组}]'),
  );
});

test('every other list is replaced whole: rows, words, and anything by an empty list', () => {
  const base = yaml(
    'rating: {first: [{when: {a: b}, level: 高}, {otherwise: 低}]}\nhandles: [人, 财]',
  );
  const above = yaml('rating: {first: [{otherwise: 中}]}\nhandles: [物]');
  expect(value(base, above)).toEqual(above);
  expect(value({ categories: [{ id: '甲' }] }, { categories: [] })).toEqual({ categories: [] });
  expect(value({ categories: [] }, { categories: [{ id: '甲' }] })).toEqual({
    categories: [{ id: '甲' }],
  });
});

test('an id given twice is kept twice, for the check to report', () => {
  const twice = yaml('levels: [{id: 高}, {id: 高}]');
  expect(value(twice)).toEqual(twice);
  expect(value(yaml('levels: [{id: 高, tone: grave}]'), twice)).toEqual(
    yaml('levels: [{id: 高, tone: grave}, {id: 高}]'),
  );
});

test('every node knows the file that wrote it', () => {
  const base = yaml(
    'levels: [{id: 高, tone: grave}, {id: 低, tone: light}]\nfactors: {a: {scale: [x, y]}}',
  );
  const above = yaml('levels: [{id: 中}, {id: 低, tone: plain}]\nfactors: {a: {label: 甲}}');
  const { locate } = merged(base, above);
  expect(locate(['levels', 0, 'tone'])).toEqual(refIn('0.yaml', 'levels', 0, 'tone'));
  expect(locate(['levels', 1, 'id'])).toEqual(refIn('1.yaml', 'levels', 1, 'id'));
  expect(locate(['levels', 1, 'tone'])).toEqual(refIn('1.yaml', 'levels', 1, 'tone'));
  expect(locate(['levels', 2])).toEqual(refIn('1.yaml', 'levels', 0));
  expect(locate(['factors', 'a', 'scale', 1])).toEqual(refIn('0.yaml', 'factors', 'a', 'scale', 1));
  expect(locate(['factors', 'a', 'label'])).toEqual(refIn('1.yaml', 'factors', 'a', 'label'));
  // What is not there would stand in the file that speaks of its parent last.
  expect(locate(['factors', 'a', 'numbers', 0])).toEqual(
    refIn('1.yaml', 'factors', 'a', 'numbers', 0),
  );
  expect(locate(['levels', 0, 'color'])).toEqual(refIn('0.yaml', 'levels', 0, 'color'));
  expect(locate([])).toEqual(refIn('1.yaml'));
});

test('__proto__ is a key like any other', () => {
  const evil = JSON.parse('{"__proto__": {"polluted": true}, "a": {"constructor": 1}}') as unknown;
  const result = value({ a: { b: 1 } }, evil) as Raw;
  expect(Object.keys(result).toSorted()).toEqual(['__proto__', 'a']);
  expect(({} as Raw)['polluted']).toBeUndefined();
  expect(result['polluted']).toBeUndefined();
  expect(result['a']).toEqual({ b: 1, constructor: 1 });
});

const key = fc.constantFrom('a', 'b', 'c');
const scalar = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('x', 'y'), fc.boolean());
/** Scheme-like values; where shapes differ a layer replaces, so one key has one shape. */
const { map } = fc.letrec<{ map: Raw; things: Raw[] }>((tie) => ({
  map: fc.record(
    {
      a: scalar,
      b: fc.array(scalar, { maxLength: 3 }),
      c: tie('map'),
      d: tie('things'),
    },
    { requiredKeys: [] },
  ),
  things: fc.uniqueArray(fc.record({ id: key, a: scalar }, { requiredKeys: ['id'] }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 3,
  }),
}));

test('property: merging with an empty layer changes nothing', () => {
  fc.assert(
    fc.property(map, (base) => {
      expect(value(base, {})).toEqual(value(base));
      expect(value({}, base)).toEqual(value(base));
      expect(value(base, base)).toEqual(value(base));
    }),
  );
});

test('property: layers of maps may be merged in any grouping', () => {
  // Lists of things may differ in order: which of them sets it depends on what lies below.
  const unordered = (given: unknown): unknown =>
    JSON.parse(
      JSON.stringify(given, (_, part: unknown) => {
        const isThings = Array.isArray(part) && part.some((each) => typeof each === 'object');
        if (!isThings) return part;
        return (part as Raw[]).toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
      }),
    );
  fc.assert(
    fc.property(map, map, map, (a, b, c) => {
      const left = unordered(value(value(a, b), c));
      const right = unordered(value(a, value(b, c)));
      expect(left).toEqual(right);
    }),
  );
});

test('property: every node of the result is found in the file and at the place it came from', () => {
  fc.assert(
    fc.property(map, map, map, (...layers) => {
      const { value: result, locate } = merged(...layers);
      const visit = (node: unknown, path: readonly (string | number)[]): void => {
        if (typeof node === 'object' && node !== null) {
          for (const [step, part] of Object.entries(node)) {
            visit(part, [...path, Array.isArray(node) ? Number(step) : step]);
          }
          return;
        }
        const { file, path: place } = locate(path);
        let found: unknown = layers[Number.parseInt(file)];
        for (const step of place) found = (found as Record<string | number, unknown>)[step];
        expect(found).toBe(node);
      };
      visit(result, []);
    }),
  );
});

const FILES: Readonly<Record<string, Raw>> = {
  base: { id: 'base' },
  city: { id: 'city', extends: 'base' },
  county: { id: 'county', extends: 'city' },
  lost: { id: 'lost', extends: 'countyy' },
  odd: { id: 'odd', extends: 3 },
  self: { id: 'self', extends: 'self' },
  ring: { id: 'ring', extends: 'round' },
  round: { id: 'round', extends: 'ring' },
};
const library = {
  ids: Object.keys(FILES),
  load: (id: string) =>
    Object.hasOwn(FILES, id) ? { value: FILES[id], ref: refIn(`${id}.yaml`) } : undefined,
};
const from = refIn('lianfang.yaml', 'scheme');

test('extends is followed to the most general scheme', () => {
  const { layers } = resolveExtends('county', from, library);
  expect(layers!.map(({ ref }) => ref.file)).toEqual(['base.yaml', 'city.yaml', 'county.yaml']);
  expect(resolveExtends('odd', from, library).layers).toHaveLength(1);
});

test('LF601: a scheme that is not there, at the place that names it', () => {
  expect(resolveExtends('cuonty', from, library).fault).toMatchObject({
    code: 'LF601',
    ref: from,
    message: { text: '找不到实施方案「cuonty」' },
    hint: '您是否要写「county」',
  });
  expect(resolveExtends('lost', from, library).fault).toMatchObject({
    code: 'LF601',
    ref: refIn('lost.yaml', 'extends'),
  });
  expect(resolveExtends('__proto__', from, library).fault?.code).toBe('LF601');
});

test('LF602: extends in a circle', () => {
  expect(resolveExtends('self', from, library).fault).toMatchObject({
    code: 'LF602',
    ref: refIn('self.yaml', 'extends'),
  });
  expect(resolveExtends('ring', from, library).fault).toMatchObject({
    code: 'LF602',
    ref: refIn('round.yaml', 'extends'),
    message: { text: '方案的 extends 绕成了一圈：ring → round → ring' },
  });
});
