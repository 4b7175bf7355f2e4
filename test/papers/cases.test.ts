import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PaperOptions } from '../../src/papers/build.ts';
import { buildPaper } from '../../src/papers/build.ts';
import { checkProfile } from '../../src/papers/check-profile.ts';
import { dumpDocument } from './dump.ts';
import type { Raw, RawUnit } from './support.ts';
import { inputOf, profileOf, readYaml, schemeOf, unitOf } from './support.ts';

/**
 * What a paper looks like, as data: `cases/<name>.yaml` holds a profile with options, and what
 * differs from the common bureau and scheme; `cases/<name>.txt` the documents it must give.
 */
type Case = {
  readonly about: string;
  readonly profile: Raw;
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
    const profile = profileOf(given.profile);
    const options: PaperOptions = { paper: { id: name }, edition: 2026, ...given.options };
    const audience = options.audience ?? 'internal';
    expect(checkProfile(profile, scheme, audience, (path) => ({ file: name, path }))).toEqual([]);
    const layoutOf = ({ table }: { table?: string | undefined }) =>
      table === 'register' ? profile : undefined;
    const documents = buildPaper({ ...inputOf(unit, scheme), layoutOf }, profile, options);
    await expect(`${documents.map(dumpDocument).join('\n')}\n`).toMatchFileSnapshot(
      join('cases', `${name}.txt`),
    );
  });
});
