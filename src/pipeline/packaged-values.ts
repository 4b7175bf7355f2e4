import type { Finding } from '../diagnostics/diagnostic.ts';
import { ruleMetasSchema } from '../model/rule-meta.ts';
import { packagedAbolishedSchema, packagedWordsSchema } from '../model/word-lists.ts';
import { openPackagedSchemes } from '../repository/open-project.ts';
import { packagedRoot } from '../repository/packaged.ts';
import { readFolder } from '../repository/read-folder.ts';
import { checkLayouts } from './check-layouts.ts';
import { readProfile } from './load-profile.ts';
import { resolveScheme } from './resolve-scheme.ts';

/** Packaged files with what they are worth when they are read, merged and validated. */
export type PackagedValues = {
  readonly values: ReadonlyMap<string, unknown>;
  readonly findings: readonly Finding[];
};

/** What the build keeps of the packaged schemes, layouts and lists, so that no run validates them again. */
export function packagedValues(): PackagedValues {
  const library = openPackagedSchemes();
  const resolved = library.schemeIds.map((id) =>
    resolveScheme(id, { file: '', path: [] }, library),
  );
  const schemes = resolved.filter((result) => result.scheme !== undefined);
  const values = new Map<string, unknown>(
    schemes.map(({ scheme, chain }) => [`schemes/${scheme.id}/scheme.yaml`, { scheme, chain }]),
  );
  const findings = resolved.flatMap((result) => result.findings);
  findings.push(...checkLayouts({ schemes, library }));

  const root = packagedRoot();
  for (const { path } of readFolder(root.path).files) {
    const schema = LISTS.find(({ files }) => files.test(path))?.schema;
    if (schema === undefined && !LAYOUTS.test(path)) continue;
    const source = library.sources.read(root, path);
    findings.push(...(source?.findings ?? []));
    if (schema !== undefined) values.set(path, schema.parse(source?.value));
    else {
      const raw = { value: source?.value, ref: { file: root.label + path, path: [] } };
      const layout = readProfile(raw, library);
      findings.push(...layout.findings);
      values.set(path, layout.profile);
    }
  }
  return { values, findings };
}

const LAYOUTS = /(?:^|\/)(?:tables\/[^/]+\.yaml|documents\/[^/]+\.md)$/;

const LISTS = [
  { files: /^words\/abolished\.yaml$/, schema: packagedAbolishedSchema },
  { files: /^words\//, schema: packagedWordsSchema },
  { files: /^rules\//, schema: ruleMetasSchema },
];
