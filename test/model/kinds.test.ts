import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { dutiesOf } from '../../src/calendar/duties.ts';
import { editorSchemas } from '../../src/commands/schema.ts';
import { FIELD_MARKS } from '../../src/model/common.ts';
import type { Kind, ShownKind } from '../../src/model/kinds.ts';
import {
  FILE_OF,
  isNested,
  KIND_NAMES,
  KIND_OF_ROWS,
  KINDS,
  SHEET_KINDS,
  SHOWN_KINDS,
} from '../../src/model/kinds.ts';
import { markedFields } from '../../src/model/marked-fields.ts';
import type { KindRows } from '../../src/model/kinds.ts';
import { referenceFields } from '../../src/model/references.ts';
import { schemaFields } from '../../src/model/schema-fields.ts';
import { metaOf, schemaAt, shapeOf } from '../../src/model/shape.ts';
import { project } from '../../src/papers/audience/cut-for-audience.ts';
import { visibilityOf } from '../../src/papers/audience/visibility.ts';
import { buildPaper } from '../../src/papers/build-paper.ts';
import { fieldsFor } from '../../src/papers/fields/field-registry.ts';
import { wordsOf } from '../../src/scheme/closed-words.ts';
import { relate } from '../../src/scheme/relations.ts';
import { dumpDocument } from '../papers/dump.ts';
import { inputOf, profileOf, readYaml, schemeOf, unitOf } from '../papers/support.ts';
import { checked, CLEAN } from '../rules/support.ts';
import { LEFT_OUT, markOf, sampleOf } from './sample-record.ts';

/** Everything here goes through the register and names no kind: a kind that is added is held as well. */

type Raw = Readonly<Record<string, unknown>>;

const scheme = schemeOf(readYaml('scheme.yaml'));
const idOf = (kind: string) => (kind === 'unit' ? 'bureau' : `${kind}1`);
const sampleOfKind = (kind: Kind) => sampleOf(KINDS[kind].schema, kind, idOf) as Raw;

/** A unit with one record of every kind, all of its fields filled in and marked. */
const raw = Object.fromEntries(
  KIND_NAMES.filter((kind) => FILE_OF[kind] === (KINDS[kind].list ?? 'unit')).map((kind) => {
    const sample = sampleOfKind(kind);
    return KINDS[kind].list === undefined ? ['unit', sample] : [KINDS[kind].list, [sample]];
  }),
) as { readonly unit: Raw };
const unit = unitOf(raw);

/** Where the record of a kind stands in its file. */
const addressOf = (kind: Kind) =>
  KINDS[kind].list === undefined ? [] : FILE_OF[kind] === 'unit' ? [KINDS[kind].list, 0] : [0];

type Change = readonly [path: readonly string[], value: unknown];

/** What is found in the sample of a kind with these values, by code, with addresses inside the record. */
function foundWith(kind: Kind, code: string, changes: readonly Change[]): string[] {
  const record = structuredClone(sampleOfKind(kind));
  const others: Change[] = [];
  for (const change of changes) {
    const changed = structuredClone(record);
    set(changed, ...change);
    if (KINDS[kind].schema.safeParse(changed).success) set(record, ...change);
    else others.push(change);
  }
  // What cannot stand beside the rest stands in the place of it.
  return [
    ...foundIn(kind, code, record),
    ...others.flatMap(([path, value]) => {
      const alone = structuredClone(sampleOfKind(kind));
      set(alone, path.slice(0, -1), { [path.at(-1)!]: value });
      return foundIn(kind, code, alone);
    }),
  ];
}

function foundIn(kind: Kind, code: string, record: Raw): string[] {
  const file = FILE_OF[kind];
  const { list } = KINDS[kind];
  const ofUnit = list === undefined ? record : { ...raw.unit, [list]: [record] };
  const files = { ...raw, [file]: file === 'unit' ? ofUnit : [record] };
  const { found } = checked({
    ...CLEAN,
    ...Object.fromEntries(
      Object.entries(files).map(([name, of]) => [`${name}.yaml`, stringify(of)]),
    ),
  });
  const here = [`${code} ${file}.yaml`, addressOf(kind).join('/')].join(' ').trim();
  return found
    .filter((one) => one.startsWith(here))
    .map((one) => one.slice(here.length).replace(/^[ /]/, ''));
}

function set(record: unknown, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  const holder = record as Record<string, unknown>;
  const at = key === '*' ? '0' : key;
  if (typeof holder !== 'object') return; // an id where a map may stand
  if (rest.length === 0) holder[at] = value;
  else set((holder[at] ??= {}), rest, value);
}

const inRecord = (path: readonly string[]) => path.map((key) => (key === '*' ? 0 : key)).join('/');

/** What a sample has, and no other kind keeps. */
const isOwn = ({ path }: { readonly path: readonly string[] }) =>
  !path.some((key) => LEFT_OUT.has(key)) &&
  !KIND_NAMES.some((kind) => KINDS[kind].list === path[0] && FILE_OF[kind] === 'unit');

const PRIVATE = '身份证 110101199003070011';

/** The words that the scheme of the clean repository closes. */
const known = wordsOf(schemeOf(parse(CLEAN['schemes/own/scheme.yaml']!)));

describe.each(KIND_NAMES)('%s', (kind) => {
  const { id, schema, list, within, known: nameKey, sheet, dates = [], carries } = KINDS[kind];
  const has = (...path: (string | number)[]) => schemaAt(schema, path) !== undefined;

  test('its descriptor names what there is', () => {
    expect(id).toBe(kind);
    expect(list === undefined).toBe(kind === 'unit');
    if (within !== undefined) expect(shapeOf(KINDS[within as Kind].schema)).toHaveProperty(list!);
    for (const key of [nameKey, sheet?.name]) if (key !== undefined) expect(has(key)).toBe(true);
    for (const { under, days } of dates) {
      for (const day of days) {
        const key = typeof day === 'string' ? day : day[0];
        expect(under === undefined ? has(key) : has(under, key) || has(under, 0, key)).toBe(true);
      }
    }
    const { from = [], due, doneOn, who, departments } = carries ?? {};
    for (const key of [...from, due, doneOn, who, departments]) {
      if (key !== undefined) expect(has(key)).toBe(true);
    }
    expect(referenceFields(schema).every(({ mark }) => KIND_NAMES.includes(mark.kind))).toBe(true);
  });

  test('an editor knows its fields, and none of our marks', () => {
    const { bytes } = editorSchemas().find(({ path }) => path === `${FILE_OF[kind]}.schema.json`)!;
    for (const key of Object.keys(shapeOf(schema))) expect(bytes).toContain(`"${key}": {`);
    const keys = [...bytes.matchAll(/"([^"]+)": /g)].map(([, key = '']) => key);
    const properties = new Set(
      KIND_NAMES.flatMap((one) => Object.keys(shapeOf(KINDS[one].schema))),
    );
    expect(keys.filter((key) => key in FIELD_MARKS && !properties.has(key))).toEqual([]);
  });

  test('every id that it names is looked up', () => {
    if (isNested(kind)) return;
    const fields = referenceFields(schema).filter(isOwn);
    const found = foundWith(
      kind,
      'LF201',
      fields.map(({ path }) => [path, 'nobody-1']),
    );
    const missed = fields
      .map(({ path }) => inRecord(path))
      .filter((place) => !found.some((one) => one === place || one.startsWith(`${place}/`)));
    expect(missed).toEqual([]);
  });

  test('its dates are held to their order', () => {
    const days = new Map<string, number>();
    const later: string[] = [];
    for (const order of dates) {
      const inside = order.under === undefined ? [] : [order.under];
      const isList = order.under !== undefined && has(order.under, 0);
      const places = order.days.map((day) =>
        [...inside, ...(isList ? ['*'] : []), typeof day === 'string' ? day : day[0]].join('.'),
      );
      for (const [index, place] of places.entries()) {
        const before = days.get(places[index - 1] ?? '') ?? 31;
        if (!days.has(place)) days.set(place, before - 1);
        if (index > 0) later.push(inRecord(place.split('.')));
      }
    }
    const changes = [...days].map(([place, day]): Change => [
      place.split('.'),
      `2025-12-${String(day)}`,
    ]);
    if (changes.length > 0) {
      expect(foundWith(kind, 'LF421', changes)).toEqual(expect.arrayContaining(later));
    }
  });

  test('words that the scheme does not have are found', () => {
    if (isNested(kind)) return;
    const fields = markedFields(schema, ({ words }) => words).filter(isOwn);
    const changes = fields.map(({ path }): Change => [path, '无此词']);
    const closed = fields.filter(({ mark }) => known[mark].length > 0);
    if (fields.length > 0) {
      expect(foundWith(kind, 'LF103', changes)).toEqual(
        expect.arrayContaining(closed.map(({ path }) => inRecord(path))),
      );
    }
  });

  test('a private number is found wherever somebody can write it', () => {
    if (isNested(kind)) return;
    const places = schemaFields(schema)
      .filter(isOwn)
      .flatMap(({ path, kind: form, references }) => {
        const field = schemaAt(schema, path)!;
        const isText = references === undefined && (form === 'text' || form === 'texts');
        if (!isText || metaOf(field).digest === true) return [];
        return field.safeParse(PRIVATE).success ? [form === 'texts' ? [...path, '*'] : path] : [];
      });
    const changes = places.map((path): Change => [path, PRIVATE]);
    expect(foundWith(kind, 'LF502', changes)).toEqual(expect.arrayContaining(places.map(inRecord)));
  });

  test('what it carries is to be done until it is', () => {
    if (carries === undefined) return;
    const relations = relate(unit, scheme);
    const { assessment } = inputOf(unit, scheme);
    const year = { unit, scheme, relations, assessment, year: 2026, holidays: new Map() };
    const duties = dutiesOf(year as unknown as Parameters<typeof dutiesOf>[0]);
    expect(duties.filter(({ key }) => key.startsWith(`${kind}/${kind}1`))).not.toEqual([]);
  });
});

/** Words that the scheme of the clean repository closes: those that it leaves open are anything. */

const dump = (profile: unknown, audience: 'internal' | 'unit' | 'public' = 'internal') => {
  const layout = profileOf(profile);
  return buildPaper(inputOf(unit, scheme), layout, {
    paper: { id: 'all', title: layout.title },
    audience,
  })
    .map(dumpDocument)
    .join('\n');
};

const fieldsOf = (kind: ShownKind) =>
  fieldsFor(scheme).all.filter(({ subject }) => subject === kind);
/** Fields whose text in the sample is a mark, as it stands. */
const marksOf = (kind: ShownKind) =>
  schemaFields(KINDS[kind].schema).flatMap(({ path, kind: form, references }) => {
    const mark = markOf([kind, ...path].join('.'));
    const field = fieldsFor(scheme).find([kind, ...path].join('.'));
    const isText = (form === 'text' || form === 'texts') && references === undefined;
    return isText && field !== undefined && JSON.stringify(raw).includes(mark) ? [mark] : [];
  });

describe.each(SHOWN_KINDS)('%s on paper', (kind) => {
  test('its rows print its fields', () => {
    const { list } = KINDS[kind];
    if (list === undefined) return;
    expect(KIND_OF_ROWS[list as KindRows]).toBe(kind);
    const columns = fieldsOf(kind).map(({ key }) => ({ field: key }));
    const text = dump({ title: '表', sections: [{ table: { rows: { from: list }, columns } }] });
    expect(marksOf(kind).filter((mark) => !text.includes(mark))).toEqual([]);
  });

  test.each(['unit', 'public'] as const)(
    'for %s it shows what is opened and no more',
    (audience) => {
      const { sees } = visibilityOf(scheme, audience);
      const cut = JSON.stringify(project(unit, scheme, audience));
      const found = [...cut.matchAll(/⟦([^⟦⟧]*)⟧/g)].map(([, place = '']) => place);
      const own = found.filter((place) => place.startsWith(`${kind}.`));
      const isSeen = (place: string): boolean => {
        const field = fieldsFor(scheme).find(place);
        if (field !== undefined) return sees(field);
        return place.includes('.') && isSeen(place.slice(0, place.lastIndexOf('.')));
      };
      const isTied = (place: string) => {
        const [, key = ''] = place.split('.');
        return metaOf(shapeOf(KINDS[kind].schema)[key]!).tie === true;
      };
      expect(own.filter((place) => !isSeen(place) && !isTied(place))).toEqual([]);
      if (KINDS[kind].standing !== true && !fieldsOf(kind).some(sees)) expect(own).toEqual([]);
    },
  );
});

test.each(SHEET_KINDS)('%s has a sheet for each', (kind) => {
  const of = fieldsOf(kind).map(({ key }) => key);
  const text = dump({ title: '表', sheetPer: kind, sections: [{ fields: { of } }] });
  expect(marksOf(kind).filter((mark) => !text.includes(mark))).toEqual([]);
  expect(text.match(/^===/gm)).toHaveLength(1);
});

test('records of the year print by day: each kind that has one says which', () => {
  // Sign-offs stand as they were written, one linked to the next; a rectification runs from day to day.
  const inFileOrder = new Set(['review', 'rectification']);
  const undated = KIND_NAMES.filter(
    (kind) =>
      KINDS[kind].list !== undefined &&
      !isNested(kind) &&
      KINDS[kind].standing !== true &&
      KINDS[kind].dated === undefined,
  );
  expect(new Set(undated)).toEqual(inFileOrder);
});
