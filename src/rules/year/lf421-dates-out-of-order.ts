import { say } from '../../diagnostics/message.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { recordsOf } from '../../model/unit-records.ts';
import { named } from '../called.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import { metaOf, schemaAt } from '../../model/shape.ts';
import type { AnyRecord } from '../../model/unit-records.ts';
import { defineRule } from '../rule.ts';

export const datesOutOfOrder = defineRule({
  meta: {
    code: 'LF421',
    name: 'dates-out-of-order',
    title: '日期先后颠倒',
    severity: 'error',
    rationale: '先发出后回复、先完成后验收；日期倒过来，台账和时限都算不对，往往是填错了年或月。',
  },
  check({ unit, report }) {
    for (const { kind, records } of recordsOf(unit)) {
      const orders = ordersOf(kind);
      for (const record of orders.length === 0 ? [] : records) {
        for (const { earlier, later, ref } of orders.flatMap((order) => reversed(record, order))) {
          report(ref, say`${{ record: named(kind, record) }}的${{ later }}早于${{ earlier }}`, {
            hint: '核对这两个日期',
          });
        }
      }
    }
  },
});

/** Days that can only follow one another, each with its name on paper. */
type NamedOrder = {
  readonly under: string | undefined;
  readonly days: readonly { readonly key: string; readonly name: string }[];
};
type Reversed = { readonly earlier: string; readonly later: string; readonly ref: NodeRef };

const known = new Map<Kind, readonly NamedOrder[]>();

function ordersOf(kind: Kind): readonly NamedOrder[] {
  let orders = known.get(kind);
  if (orders === undefined) {
    const { schema, dates = [] } = KINDS[kind];
    const titleOf = (...path: (string | number)[]) => {
      const field = schemaAt(schema, path);
      return field && metaOf(field).title;
    };
    orders = dates.map(({ under, days }) => ({
      under,
      days: days.map((day) => {
        const [key, name] = typeof day === 'string' ? [day] : day;
        const title =
          under === undefined ? titleOf(key) : (titleOf(under, key) ?? titleOf(under, 0, key));
        return { key, name: name ?? title ?? key };
      }),
    }));
    known.set(kind, orders);
  }
  return orders;
}

function reversed(record: AnyRecord, { under, days }: NamedOrder): Reversed[] {
  if (under === undefined) return inOrder(record, days, record.ref);
  const inside = (record as unknown as Readonly<Record<string, object | undefined>>)[under];
  if (inside === undefined) return [];
  const ref = at(record.ref, under);
  return Array.isArray(inside)
    ? inside.flatMap((entry: object, index) => inOrder(entry, days, at(ref, index)))
    : inOrder(inside, days, ref);
}

function inOrder(values: object, order: NamedOrder['days'], ref: NodeRef): Reversed[] {
  const days = order.flatMap(({ key, name }) => {
    const day = (values as Readonly<Record<string, unknown>>)[key];
    return typeof day === 'string' ? [{ key, name, day }] : [];
  });
  return days.slice(1).flatMap(({ key, name, day }, index) => {
    const before = days[index]!;
    return day < before.day ? [{ earlier: before.name, later: name, ref: at(ref, key) }] : [];
  });
}
