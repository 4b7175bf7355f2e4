import { say } from '../diagnostics/message.ts';
import type { Finding, NodeRef } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import { suggest } from '../util/suggest.ts';
import type { SchemeLayer } from './merge-schemes.ts';

/** Where schemes are looked up: the repository's own and the presets. */
export type SchemeSource = {
  /** The raw content of a scheme.yaml; undefined: there is no such scheme. */
  readonly load: (id: string) => SchemeLayer | undefined;
  /** Every id that `load` knows. */
  readonly ids: readonly string[];
};

export type ResolvedExtends =
  | { readonly layers: readonly SchemeLayer[]; readonly fault?: undefined }
  | { readonly layers?: undefined; readonly fault: Finding };

/**
 * Follows `extends` from a scheme to its most general one. Gives the layers in the order that
 * `mergeSchemes` takes, or the fault (LF601 not found, LF602 circle) at the place that names it.
 * `from` is where the first id stands, in lianfang.yaml or unit.yaml.
 */
export function resolveExtends(id: string, from: NodeRef, library: SchemeSource): ResolvedExtends {
  const layers: SchemeLayer[] = [];
  const chain: string[] = [];
  let place = from;
  for (let next: string | undefined = id; next !== undefined;) {
    if (chain.includes(next)) return { fault: circle([...chain, next], place) };
    const layer = library.load(next);
    if (layer === undefined) return { fault: notFound(next, place, library.ids) };
    chain.push(next);
    layers.unshift(layer);
    place = at(layer.ref, 'extends');
    next = parentOf(layer.value);
  }
  return { layers };
}

function parentOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'extends')) {
    return undefined;
  }
  const parent = (value as { readonly extends: unknown }).extends;
  // Anything else than a text is for the schema to report.
  return typeof parent === 'string' ? parent : undefined;
}

function notFound(id: string, ref: NodeRef, ids: readonly string[]): Finding {
  const meant = suggest(id, ids);
  return {
    code: 'LF601',
    ref,
    message: say`找不到实施方案「${{ id }}」`,
    hint:
      meant === undefined
        ? '用 lianfang list schemes 查看可用的方案；自己的方案放在 schemes/方案编号/scheme.yaml'
        : `您是否要写「${meant}」`,
  };
}

function circle(chain: readonly string[], ref: NodeRef): Finding {
  return {
    code: 'LF602',
    ref,
    message: say`方案的 extends 绕成了一圈：${{ chain: chain.join(' → ') }}`,
    hint: '去掉其中一处 extends',
  };
}
