import type { z } from 'zod';
import { KIND_NAMES, KINDS } from '../../src/model/kinds.ts';
import { branchesOf, elementOf, metaOf, shapeOf, typeOf, valuesOf } from '../../src/model/shape.ts';

/** Text that tells where it stands, to be found again on a paper. */
export const markOf = (place: string): string => `⟦${place}⟧`;

/** Keys that would end a record, excuse a fault or ask for another scheme: a sample is in force and sound. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'closed',
  'formerly',
  'ignore',
  'noRisk',
  'until',
  'abolishedOn',
  'scheme',
]);

/**
 * A value that a schema takes, with everything filled in that can be: ids of `idOf` where it names a
 * record, marks of the place where it takes any text.
 */
export function sampleOf(
  schema: z.ZodType,
  place: string,
  idOf: (kind: string) => string,
): unknown {
  const { references } = metaOf(schema);
  if (place.endsWith('.id')) return idOf(place.split('.')[0]!);
  const element = elementOf(schema);
  if (element !== undefined) {
    // What is a kind of its own has places of its own.
    const kind = KIND_NAMES.find((name) => KINDS[name].schema === element);
    return [sampleOf(element, kind ?? place, idOf)];
  }
  if (references !== undefined) return idOf(references);
  const values = valuesOf(schema);
  if (values !== undefined) return { [`k-${place}`]: sampleOf(values, place, idOf) };
  const shape = Object.entries(shapeOf(lastMap(schema))).filter(([key]) => !LEFT_OUT.has(key));
  if (shape.length > 0) {
    const whole = shape.map(([key, field]) => [key, sampleOf(field, `${place}.${key}`, idOf)]);
    // Of what takes one key only, the first that it takes.
    const tries = [whole, ...whole.map((entry) => [entry])].map((entries) =>
      Object.fromEntries(entries as [string, unknown][]),
    );
    return tries.find((one) => schema.safeParse(one).success) ?? tries[0];
  }
  const texts = [markOf(place), '2026-03-31', 'a1', 'LF350', 'a'.repeat(64), 1, true];
  const found = [...texts, ...optionsOf(schema)].find((one) => schema.safeParse(one).success);
  if (found === undefined) throw new Error(`no sample of ${place} (${typeOf(schema)})`);
  return found;
}

/** Of “an id or a map with it” the map. */
function lastMap(schema: z.ZodType): z.ZodType {
  return branchesOf(schema).findLast((one) => Object.keys(shapeOf(one)).length > 0) ?? schema;
}

function optionsOf(schema: z.ZodType): readonly unknown[] {
  const found = schema.safeParse(Symbol('no value'));
  return found.success
    ? []
    : found.error.issues.flatMap((issue) => ('values' in issue ? (issue.values as unknown[]) : []));
}
