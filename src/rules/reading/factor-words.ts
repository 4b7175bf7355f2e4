import type { Message } from '../../diagnostics/message.ts';
import { say } from '../../diagnostics/message.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Entity } from '../../model/common.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import type { Scheme, SchemeFactor } from '../../model/scheme.ts';
import { suggest } from '../../util/suggest.ts';

export type WordFault = {
  readonly ref: NodeRef;
  readonly message: string | Message;
  readonly hint: string;
  readonly onKey?: boolean;
};
type FactorValues = Readonly<Record<string, string | number | boolean | readonly string[]>>;
type WithFactors = {
  readonly factors?: FactorValues;
  readonly steps?: readonly { factors: FactorValues }[];
};

const HOLDER_KINDS: Readonly<Record<SchemeFactor['of'], Kind>> = {
  riskPoint: 'risk',
  post: 'post',
  power: 'power',
  step: 'step',
};

/** 定级因素 that the scheme does not have, that belong on another record, or whose word is not on the scale. */
export function factorFaults(scheme: Scheme, kind: Kind, record: Entity<object>): WordFault[] {
  const { factors, steps } = record as WithFactors;
  const onRecord =
    factors === undefined ? [] : faultsIn(scheme, kind, factors, at(record.ref, 'factors'));
  const onSteps = (steps ?? []).flatMap((step, index) =>
    faultsIn(scheme, 'step', step.factors, at(record.ref, 'steps', index, 'factors')),
  );
  return [...onRecord, ...onSteps];
}

function faultsIn(scheme: Scheme, kind: Kind, values: FactorValues, ref: NodeRef): WordFault[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const factor = scheme.factors[key];
    if (factor === undefined) return [unknownFactor(scheme, kind, key, at(ref, key))];
    const holder = HOLDER_KINDS[factor.of];
    if (holder !== kind) {
      return [
        {
          ref: at(ref, key),
          onKey: true,
          message: say`定级因素「${{ label: factor.label }}」不写在${{ kind: KINDS[kind].title }}上`,
          hint: `移到${KINDS[holder].title}的 factors 下`,
        },
      ];
    }
    return wordFaults(factor, value, at(ref, key));
  });
}

function unknownFactor(scheme: Scheme, kind: Kind, key: string, ref: NodeRef): WordFault {
  const here = Object.entries(scheme.factors).filter(([, { of }]) => HOLDER_KINDS[of] === kind);
  const byLabel = here.find(([, { label }]) => label === key)?.[0];
  const meant =
    byLabel ??
    suggest(
      key,
      here.map(([id]) => id),
    );
  const known = here.map(([id, { label }]) => `${id}（${label}）`).join('、');
  const hint =
    meant !== undefined
      ? `您是否要写「${meant}」`
      : known === ''
        ? `本方案的${KINDS[kind].title}没有定级因素，删去这一项`
        : `可选：${known}`;
  return { ref, onKey: true, message: say`定级因素「${{ key }}」本方案没有`, hint };
}

function wordFaults(factor: SchemeFactor, value: FactorValues[string], ref: NodeRef): WordFault[] {
  const list = typeof value === 'object';
  const words = list ? value.map(String) : [String(value)];
  if (list && words.length > 1 && !factor.multiple) {
    return [
      {
        ref,
        message: say`定级因素「${{ label: factor.label }}」只能选一项`,
        hint: '留下最重的一项',
      },
    ];
  }
  return words.flatMap((word, index) => {
    if (factor.scale.includes(word)) return [];
    const meant = suggest(word, factor.scale);
    return [
      {
        ref: list ? at(ref, index) : ref,
        message: say`定级因素「${{ label: factor.label }}」不能是「${{ word }}」`,
        hint: meant === undefined ? `可选：${factor.scale.join('、')}` : `您是否要写「${meant}」`,
      },
    ];
  });
}
