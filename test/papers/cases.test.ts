import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LayoutName, Scheme } from '../../src/model/scheme.ts';
import type { PaperInput, PaperOptions } from '../../src/papers/build-paper.ts';
import { buildPaper } from '../../src/papers/build-paper.ts';
import { checkProfile } from '../../src/papers/check/check-profile.ts';
import { readDocument } from '../../src/source/read-document.ts';
import { dumpDocument } from './dump.ts';
import type { Raw, RawUnit } from './support.ts';
import { inputOf, profileOf, readYaml, schemeOf, unitOf } from './support.ts';

/**
 * What a paper looks like, as data: `cases/<name>.yaml` holds a profile with options, and what
 * differs from the common bureau and scheme; `cases/<name>.txt` the documents it must give.
 */
type Case = {
  readonly about: string;
  readonly profile?: Raw;
  /** Instead of it the text of a documents/<id>.md. */
  readonly document?: string;
  /** Layouts that the profile names, as `table register` or `document letter`. */
  readonly layouts?: Readonly<Record<string, Raw>>;
  /** What differed in an earlier edition. */
  readonly earlier?: { readonly edition: string; readonly unit: Partial<RawUnit> };
  readonly options?: Partial<PaperOptions>;
  readonly unit?: Partial<RawUnit>;
  readonly scheme?: Raw;
};

const names = readdirSync(join(import.meta.dirname, 'cases'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));

describe('papers', () => {
  test.each(names)('%s', async (name) => {
    const given = readYaml('cases', `${name}.yaml`) as Case;
    const scheme = schemeOf({ ...(readYaml('scheme.yaml') as Raw), ...given.scheme });
    const unit = unitOf({ ...(readYaml('bureau.yaml') as RawUnit), ...given.unit });
    const profile = profileOf(given.profile ?? documentOf(given.document ?? ''));
    const options: PaperOptions = { paper: { id: name }, edition: 2026, ...given.options };
    const audience = options.audience ?? 'internal';
    const layoutOf = ({ table, document }: LayoutName) => {
      const raw =
        given.layouts?.[document === undefined ? `table ${table}` : `document ${document}`];
      if (raw !== undefined) return profileOf(raw);
      return table === 'register' ? profile : undefined;
    };
    const locate = (path: readonly (string | number)[]) => ({ file: name, path });
    expect(checkProfile(profile, { scheme, audience, layoutOf }, locate)).toEqual([]);
    const input = { ...inputOf(unit, scheme), layoutOf };
    const documents = buildPaper({ ...input, ...earlierOf(given, scheme) }, profile, options);
    await expect(`${documents.map(dumpDocument).join('\n')}\n`).toMatchFileSnapshot(
      join('cases', `${name}.txt`),
    );
  });
});

function documentOf(text: string): unknown {
  const source = readDocument('x.md', new TextEncoder().encode(text));
  expect(source.findings).toEqual([]);
  return source.value;
}

function earlierOf({ earlier }: Case, scheme: Scheme): Pick<PaperInput, 'earlier'> {
  if (earlier === undefined) return {};
  const unit = unitOf({ ...(readYaml('bureau.yaml') as RawUnit), ...earlier.unit });
  const { assessment } = inputOf(unit, scheme);
  return { earlier: { unit, assessment, edition: earlier.edition } };
}
