import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BagFile } from '../../src/archive/bag.ts';
import { makeBag } from '../../src/archive/bag.ts';
import { inspectBag } from '../../src/archive/inspect-bag.ts';
import { unzipBag, zipBag } from '../../src/archive/zip.ts';
import { runs } from '../support/fast-check.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const PAYLOAD: readonly BagFile[] = [
  { path: 'units/town/risks.yaml', bytes: bytesOf('- id: r01\n') },
  { path: '文书/01 台账 100%.pdf', bytes: Uint8Array.from({ length: 300 }, (_, n) => n % 256) },
  { path: 'about.json', bytes: bytesOf('{}\n') },
];
const INFO = [
  ['Source-Organization', '某县财政局'],
  ['External-Description', '两行\n合成一行'],
] as const;
const BAG = makeBag(PAYLOAD, INFO);

const textIn = (files: readonly BagFile[], path: string) =>
  new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);

test('a bag is laid out by RFC 8493', () => {
  expect(BAG.map(({ path }) => path)).toEqual([
    'bag-info.txt',
    'bagit.txt',
    'data/about.json',
    'data/units/town/risks.yaml',
    'data/文书/01 台账 100%.pdf',
    'manifest-sha256.txt',
    'manifest-sm3.txt',
    'tagmanifest-sha256.txt',
    'tagmanifest-sm3.txt',
  ]);
  expect(textIn(BAG, 'bag-info.txt')).toBe(
    'Source-Organization: 某县财政局\nExternal-Description: 两行 合成一行\nPayload-Oxum: 313.3\n',
  );
  const digest = createHash('sha256').update('{}\n').digest('hex');
  expect(textIn(BAG, 'manifest-sha256.txt').split('\n')[0]).toBe(`${digest}  data/about.json`);
  expect(textIn(BAG, 'manifest-sha256.txt')).toContain('  data/文书/01 台账 100%25.pdf\n');
});

test('the order of the files changes no byte', () => {
  expect(makeBag(PAYLOAD.toReversed(), INFO)).toEqual(BAG);
});

test('a bag as it was made has no fault', () => {
  expect(inspectBag(BAG)).toEqual({ faults: [], checked: 9, algorithms: ['sha256', 'sm3'] });
});

/** Changes of a bag that anybody could make with an editor. */
const anyChange: fc.Arbitrary<{ readonly files: readonly BagFile[]; readonly path: string }> = fc
  .tuple(
    fc.nat(BAG.length - 1),
    fc.constantFrom('byte', 'delete', 'insert', 'cut', 'add'),
    fc.nat(),
  )
  .map(([index, how, number]) => {
    const file = BAG[index]!;
    const place = number % file.bytes.length;
    const put = (bytes: Uint8Array) => ({
      files: BAG.map((one) => (one === file ? { ...one, bytes } : one)),
      path: file.path,
    });
    const before = file.bytes.slice(0, place);
    const after = file.bytes.slice(place + 1);
    switch (how) {
      case 'byte': {
        const flipped = file.bytes[place]! ^ (1 + (number % 255));
        return put(Uint8Array.from([...before, flipped, ...after]));
      }
      case 'insert':
        return put(Uint8Array.from([...before, number % 256, file.bytes[place]!, ...after]));
      case 'cut':
        return put(Uint8Array.from([...before, ...after]));
      case 'delete':
        return { files: BAG.filter((one) => one !== file), path: file.path };
      default: {
        const path = `${['', 'data/', 'data/units/'][number % 3]}another-${number}`;
        return { files: [...BAG, { path, bytes: new Uint8Array() }], path };
      }
    }
  });

test('any altered, missing or extra byte is found', () => {
  fc.assert(
    fc.property(anyChange, ({ files }) => inspectBag(files).faults.length > 0),
    { numRuns: runs(2000) },
  );
});

test('a zipped bag is the same bytes each time, and any change of it is found', () => {
  const zip = zipBag(BAG);
  expect(zipBag(BAG.toReversed())).toEqual(zip);
  expect(inspectBag(unzipBag(zip)!)).toEqual(inspectBag(BAG));
  fc.assert(
    fc.property(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
      const changed = Uint8Array.from(zip, (byte, index) => (index === place ? byte ^ flip : byte));
      const files = unzipBag(changed);
      if (files === undefined || inspectBag(files).faults.length > 0) return true;
      return Buffer.compare(zipBag(files), changed) !== 0;
    }),
    { numRuns: runs(500) },
  );
});

test.each([
  ['data/../../etc', '路径指向归档包以外，未读取'],
  ['/etc/passwd', '路径指向归档包以外，未读取'],
  ['data\\..\\x', '路径指向归档包以外，未读取'],
  ['C:/x', '路径指向归档包以外，未读取'],
])('a file at %s is refused', (path, message) => {
  const { faults } = inspectBag([...BAG, { path, bytes: new Uint8Array() }]);
  expect(faults).toEqual([{ kind: 'unsafe', path, message }]);
});

test('a manifest that names a path outside is refused', () => {
  const files = BAG.map((file) => {
    if (file.path !== 'manifest-sha256.txt') return file;
    return { ...file, bytes: bytesOf(`${'0'.repeat(64)}  data/../../x\n`) };
  });
  expect(inspectBag(files).faults.map(({ kind }) => kind)).toContain('unsafe');
});
