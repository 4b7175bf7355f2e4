import type { Kind } from '../../model/common.ts';
import type { Unit } from '../../model/project.ts';
import { RECORD_FILES } from '../../model/project.ts';

type Renamed = { readonly id: string; readonly formerly: readonly string[] };

/** Tells the birth id (the first a record ever had) that a digest uses instead of today's id. */
export type BirthIds = (kind: Kind, id: string) => string;

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
  const add = (kind: Kind, records: readonly Renamed[]) => {
    for (const record of records) {
      // A former id stands for the record too: an older text may still name it so.
      for (const id of [record.id, ...record.formerly]) {
        if (record.formerly.length > 0) renamed.set(`${kind}/${id}`, birthId(record));
      }
    }
  };
  add('department', unit.departments);
  for (const [list, { kind }] of Object.entries(RECORD_FILES)) {
    add(kind, unit[list as keyof typeof RECORD_FILES]);
  }
  return (kind, id) => renamed.get(`${kind}/${id}`) ?? id;
}
