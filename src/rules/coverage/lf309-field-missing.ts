import { say } from '../../diagnostics/message.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Entity } from '../../model/common.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Relations } from '../../scheme/relations.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import type { RuleContext } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { hasTodo, isBlank } from '../todo.ts';
import { fieldTitle } from './required-fields.ts';
import { isAssumed } from '../../scheme/assumed.ts';

type RequiredKind = keyof typeof RECORDS;
type Required = Entity<{
  readonly id: string;
  readonly name?: string;
  readonly content?: string | readonly string[];
}>;

export const fieldMissing = defineRule({
  meta: {
    code: 'LF309',
    name: 'field-missing',
    title: '缺少方案要求的内容',
    severity: 'error',
    rationale: '方案的表格要求填写这几项；缺了表格就有空格，报上去会被退回。',
  },
  check(context) {
    const { unit, scheme, relations, report } = context;
    for (const kind of Object.keys(RECORDS) as RequiredKind[]) {
      const keys = scheme.requires[kind];
      const extras = requiredExtras(scheme, kind);
      if (keys.length === 0 && extras.length === 0) continue;
      for (const record of RECORDS[kind](relations)) {
        if (isBlank(record)) continue;
        const missing = keys.filter((key) => isMissing(context, record, key.split('.')));
        const byAssumption = (assumed: boolean) =>
          missing
            .filter((key) => isAssumedField(scheme, kind, key) === assumed)
            .map((key) => fieldTitle(scheme, kind, key));
        const asked = [
          ...byAssumption(false),
          ...extras
            .filter(([key]) => isMissing(context, record, ['extra', key]))
            .map(([, label]) => label),
        ];
        for (const [titles, assumed] of [
          [asked, false],
          [byAssumption(true), true],
        ] as const) {
          if (titles.length === 0) continue;
          report(record.ref, say`${{ record: named(kind, record) }}缺少${{ missing: titles }}`, {
            hint: '补上；暂时不知道的可以留空，算待填',
            assumed,
          });
        }
      }
    }
    for (const [key, label] of requiredExtras(scheme, 'unit')) {
      if (unit.info.extra[key] !== undefined || hasTodo(unit, at(unit.info.ref, 'extra', key)))
        continue;
      report(unit.info.ref, say`单位缺少${{ label }}`, { hint: '在 unit.yaml 的 extra 补上' });
    }
    for (const [key, label] of requiredExtras(scheme, 'regulation')) {
      for (const regulation of unit.regulations.filter(isOpen)) {
        if (isBlank(regulation) || !isMissing(context, regulation, ['extra', key])) continue;
        report(
          regulation.ref,
          say`${{ regulation: named('regulation', regulation) }}缺少${{ label }}`,
          {
            hint: '在 extra 补上',
          },
        );
      }
    }
  },
});

/** The kinds of which a scheme may require fields, with their open records. */
const RECORDS = {
  risk: ({ risks }) => risks,
  measure: ({ measures }) => measures,
  power: ({ powers }) => powers,
  post: ({ posts }) => posts,
  step: ({ powers }) =>
    powers.flatMap((power) =>
      power.steps.map((step, index) => ({ ...step, ref: at(power.ref, 'steps', index) })),
    ),
  department: ({ departments }) => departments,
} as const satisfies Partial<Record<Kind, (relations: Relations) => readonly Required[]>>;

function requiredExtras(
  scheme: Scheme,
  kind: Scheme['extraFields'][string]['on'] | RequiredKind,
): [string, string][] {
  return Object.entries(scheme.extraFields)
    .filter(([, field]) => field.required && field.on === kind)
    .map(([key, field]) => [key, field.label]);
}

/** `assumed: [risk]` of 要求的内容, or of one field: `risk.leader`. */
function isAssumedField({ requires }: Scheme, kind: RequiredKind, key: string): boolean {
  return isAssumed(requires, kind) || isAssumed(requires, `${kind}.${key}`);
}

/** Not there, and not blank either: a blank is counted as still to be filled in. */
function isMissing(
  { unit }: RuleContext,
  record: { ref: NodeRef },
  path: readonly string[],
): boolean {
  return !isGiven(record, path) && !hasTodo(unit, at(record.ref, ...path));
}

function isGiven(value: unknown, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (Array.isArray(value)) return value.length > 0;
    return value !== undefined && value !== '';
  }
  // In a list every entry must have it.
  if (Array.isArray(value)) return value.length > 0 && value.every((entry) => isGiven(entry, path));
  if (typeof value !== 'object' || value === null) return false;
  return isGiven((value as Record<string, unknown>)[key], rest);
}
