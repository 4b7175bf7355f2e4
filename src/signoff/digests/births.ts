import type { Unit } from '../../model/project.ts';
import { listsWithIds } from '../../model/unit-records.ts';

type Renamed = { readonly id: string; readonly formerly: readonly string[] };

/** Tells the birth id (the first a record ever had) that a digest uses instead of today's id. */
export type BirthIds = (kind: string, id: string) => string;

const known = new WeakMap<Unit, BirthIds>();

/** The birth ids of a unit's records; an id that nothing has, or of another unit, stands for itself. */
export function birthIdsOf(unit: Unit): BirthIds {
  let births = known.get(unit);
  if (births === undefined) known.set(unit, (births = collect(unit)));
  return births;
}

/** The id that a record had first. */
export function birthId({ id, formerly }: Renamed): string {
  return formerly[0] ?? id;
}

function collect(unit: Unit): BirthIds {
  const renamed = new Map<string, string>();
  for (const { kind, records } of listsWithIds(unit)) {
    for (const { id = '', formerly } of records) {
      // A former id stands for the record too: an older text may still name it so.
      for (const name of formerly.length === 0 ? [] : [id, ...formerly]) {
        renamed.set(`${kind}/${name}`, birthId({ id, formerly }));
      }
    }
  }
  return (kind, id) => renamed.get(`${kind}/${id}`) ?? id;
}
