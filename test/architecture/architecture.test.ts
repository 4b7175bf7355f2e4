import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, sep } from 'node:path';
import { expect, test } from 'vitest';
import { groupBy } from '../../src/util/group-by.ts';
import { circlesIn } from './circles.ts';
import type { Import, SourceFacts } from './read-source.ts';
import { readSource } from './read-source.ts';
import { AMBIENT, PACKAGES, ROOMS } from './rooms.ts';

const SRC = join(import.meta.dirname, '../../src');

/** Every file of src/ by its path without the ending: `papers/binder`. */
const FILES: ReadonlyMap<string, SourceFacts> = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => {
      const facts = readSource(readFileSync(join(SRC, name), 'utf8'), name);
      return [name.split(sep).join('/').replace(/\.ts$/, ''), facts] as const;
    }),
);

type Found = Import & { readonly file: string };
const IMPORTS: readonly Found[] = [...FILES].flatMap(([file, { imports }]) =>
  imports.map((found) => ({ ...found, file })),
);
const isInside = ({ specifier }: Import) => specifier?.startsWith('.') === true;

/** The room of a file: the first folder of its path, or the file itself if it stands in src/. */
const roomOf = (file: string) => file.split('/')[0]!;
const targetOf = ({ file, specifier = '' }: Found) =>
  posix.join(dirname(file), specifier).replace(/\.ts$/, '');
const packageOf = (specifier: string) =>
  /^(?:node:[\w/]+|@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[0] ?? specifier;
const isIn = (file: string, owners: string) =>
  owners.split(' ').some((owner) => file === owner || file.startsWith(`${owner}/`));
const where = ({ file, line }: { readonly file: string; readonly line: number }) =>
  `src/${file}.ts:${line}`;

test('every room of src/ has its line in the table', () => {
  expect([...new Set([...FILES.keys()].map(roomOf))].toSorted()).toEqual(
    Object.keys(ROOMS).toSorted(),
  );
});

test.each(Object.entries(ROOMS))(
  '%s imports from the rooms that it may, and needs each',
  (room, allowed) => {
    const used = IMPORTS.filter((found) => isInside(found) && roomOf(found.file) === room)
      .map(targetOf)
      .map(roomOf)
      .filter((target) => target !== room);
    expect([...new Set(used)].toSorted()).toEqual(allowed.split(' ').filter(Boolean).toSorted());
  },
);

test('the rooms form no circle', () => {
  const arrows = Object.entries(ROOMS).map(
    ([room, allowed]) => [room, allowed.split(' ')] as const,
  );
  expect(circlesIn(new Map(arrows))).toEqual([]);
});

test('no file needs itself by way of others, not even for a type', () => {
  const arrows = groupBy(IMPORTS.filter(isInside), ({ file }) => file);
  const targets = [...arrows].map(([file, found]) => [file, found.map(targetOf)] as const);
  expect(circlesIn(new Map(targets))).toEqual([]);
});

test('what is imported is written out, with its ending', () => {
  const strange = IMPORTS.filter(
    ({ specifier }) =>
      specifier === undefined || (specifier.startsWith('.') && !specifier.endsWith('.ts')),
  );
  expect(strange.map(where)).toEqual([]);
});

test('packages and parts of Node are used by their owners, the heavy ones when they are needed', () => {
  const strays = IMPORTS.filter((found) => {
    if (isInside(found)) return false;
    const known = PACKAGES[packageOf(found.specifier ?? '')];
    if (known === undefined) return true;
    if (found.kind === 'type') return false;
    return !isIn(found.file, known.owners) || (known.lazy === true && found.kind !== 'lazy');
  });
  expect(strays.map((found) => `${where(found)} ${found.kind} ${found.specifier}`)).toEqual([]);
});

test('no package has an owner that does not use it', () => {
  const idle = Object.entries(PACKAGES).flatMap(([name, { owners }]) =>
    owners
      .split(' ')
      .filter(
        (owner) =>
          !IMPORTS.some(
            ({ file, specifier = '' }) => packageOf(specifier) === name && isIn(file, owner),
          ),
      )
      .map((owner) => `${name} ${owner}`),
  );
  expect(idle).toEqual([]);
});

test('clock, chance, network and surroundings are asked in the files that may', () => {
  const strays = [...FILES].flatMap(([file, { ambient }]) =>
    ambient
      .filter(({ name }) => !isIn(file, AMBIENT[name] ?? ''))
      .map(({ name, line }) => `${where({ file, line })} ${name}`),
  );
  expect(strays).toEqual([]);
});

test('the name of a file occurs once, or twice for the same part of two formats', () => {
  const byName = groupBy([...FILES.keys()], (file) => basename(file));
  const isPart = (file: string) => /^(?:renderers|formatters)\//.test(file);
  const repeated = [...byName.values()].filter(
    (files) => files.length > 1 && !(files.length === 2 && files.every(isPart)),
  );
  expect(repeated).toEqual([]);
});

test('the name of a type occurs once', () => {
  const types = [...FILES].flatMap(([file, facts]) => facts.types.map((name) => ({ file, name })));
  const repeated = [...groupBy(types, ({ name }) => name).values()].filter(
    ({ length }) => length > 1,
  );
  expect(repeated).toEqual([]);
});

test('no folder holds more than twenty files', () => {
  const folders = groupBy([...FILES.keys()], (file) => dirname(file));
  expect([...folders].filter(([, { length }]) => length > 20).map(([folder]) => folder)).toEqual(
    [],
  );
});
