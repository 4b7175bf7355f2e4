import { textOf } from '../../src/diagnostics/message.ts';
import { describe, expect, test } from 'vitest';
import type { Audience } from '../../src/model/scheme.ts';
import { checkProfile } from '../../src/papers/check/check-profile.ts';
import { listFields } from '../../src/papers/fields/field-registry.ts';
import type { Raw } from './support.ts';
import { profileOf, readYaml, schemeOf } from './support.ts';

type Case = {
  readonly name: string;
  readonly audience?: Audience;
  readonly table?: Raw;
  readonly profile?: Raw;
  /** So many columns. */
  readonly many?: number;
  /** `CODE path word` and, after an arrow, the suggestion; without it nothing may be found. */
  readonly expect?: readonly string[];
};

const scheme = schemeOf(readYaml('scheme.yaml'));
const cases = readYaml('faults.yaml') as readonly Case[];

describe('faults of profiles', () => {
  test.each(cases)(
    '$name',
    ({ audience = 'internal', table, profile, many, expect: expected = [] }) => {
      const columns = Array.from({ length: many ?? 0 }, () => ({ field: 'risk.name' }));
      const section = { table: table ?? { rows: { from: 'risks' }, columns } };
      const checked = profileOf(profile ?? { title: '甲', sections: [section] });
      const findings = checkProfile(checked, { scheme, audience }, (path) => ({
        file: 'x.yaml',
        path,
      }));
      expect(findings.map(({ code, ref }) => `${code} ${ref.path.join('.')}`)).toEqual(
        expected.map((line) => line.split(' ').slice(0, 2).join(' ')),
      );
      for (const [index, line] of expected.entries()) {
        const [words = '', suggestion = ''] = line.split(' → ');
        expect(textOf(findings[index]!.message)).toContain(words.split(' ')[2] ?? '');
        expect(findings[index]!.hint ?? '').toContain(suggestion === '' ? '' : `「${suggestion}」`);
      }
    },
  );
});

describe('the vocabulary', () => {
  const fields = listFields(scheme);

  test('has keys that are unique and that a profile can write', () => {
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    for (const { key } of fields) {
      const table = { rows: { from: 'risks' }, columns: [{ field: key }] };
      expect(() => profileOf({ title: '甲', sections: [{ table }] })).not.toThrow();
    }
  });

  test('has a Chinese header for every field', () => {
    for (const { key, header } of fields) expect(`${key} ${header}`).toMatch(/\p{Script=Han}/u);
  });

  test('marks no field of a process record and no name for everybody', () => {
    const open = fields.filter(({ audience }) => audience === 'public').map(({ key }) => key);
    const process =
      /^(?:warning|inspection|finding|rectification|evaluation|item|review|letter|filing)\./;
    expect(open.filter((key) => process.test(key))).toEqual([]);
    expect(open.filter((key) => /remark|reason|scores|ratings|factor|ignore/.test(key))).toEqual(
      [],
    );
    expect(open).not.toContain('holder.name');
  });

  test('is listed without a scheme too', () => {
    expect(listFields().map(({ key }) => key)).toContain('risk.manifestation');
  });
});
