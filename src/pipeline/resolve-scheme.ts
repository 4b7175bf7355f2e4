import type { Finding, NodeRef } from '../diagnostics/diagnostic.ts';
import { schemeSchema } from '../model/scheme.ts';
import type { SchemeLibrary } from '../repository/scheme-library.ts';
import { validate } from '../repository/validate.ts';
import { checkScheme } from '../scheme/check-scheme.ts';
import { withDuties } from '../scheme/former-duties.ts';
import { mergeSchemes } from '../scheme/merge-schemes.ts';
import type { SchemeResult } from './resolved-scheme.ts';
import { layersOf, resolveReady } from './resolved-scheme.ts';

/** Finds, merges and validates a scheme; a faulty one is reported and not used. */
export function resolveScheme(id: string, from: NodeRef, library: SchemeLibrary): SchemeResult {
  const ready = resolveReady(id, from, library);
  if (ready !== undefined) return ready;
  const resolved = layersOf(id, from, library);
  if (resolved.layers === undefined) return { scheme: undefined, findings: [resolved.fault] };

  const { value, locate } = mergeSchemes(resolved.layers);
  const root: NodeRef = { file: '', path: [] };
  const checked = validate(schemeSchema, value, root, () => '');
  const placed = checked.findings.map((finding) => ({ ...finding, ref: locate(finding.ref.path) }));
  const blank = checked.todos.map((ref): Finding => ({
    code: 'LF106',
    ref: locate(ref.path),
    on: 'key',
    message: '方案中不能留空',
    hint: '补上内容，或删去这一项',
  }));
  if (checked.value === undefined) return { scheme: undefined, findings: [...placed, ...blank] };
  const { scheme, placeOf } = withDuties(
    checked.value,
    (index, key) => locate(['duties', index]).file === locate([key]).file,
  );
  const chain = resolved.layers.map(({ value: layer }) => String((layer as { id?: unknown }).id));
  return {
    scheme,
    chain: chain.toReversed(),
    locate,
    isReady: false,
    findings: [...placed, ...blank, ...checkScheme(scheme, (path) => locate(placeOf(path)))],
  };
}
