import type { Kind } from '../model/kinds.ts';
import { KINDS } from '../model/kinds.ts';
import type { Unit } from '../model/project.ts';
import { listsWithIds } from '../model/unit-records.ts';

/** An id for a new record, `fl-0001`: so many more than the highest number that there ever was. */
export function nextId(kind: Kind, unit: Unit, further: number): string {
  const prefix = KINDS[kind].numbered?.prefix ?? kind;
  const pattern = new RegExp(`^${prefix}-(\\d+)$`, 'u');
  const numbers = listsWithIds(unit)
    .filter((list) => list.kind === kind)
    .flatMap(({ records }) => records.flatMap(({ id = '', formerly }) => [id, ...formerly]))
    .map((id) => Number(pattern.exec(id)?.[1] ?? 0));
  return `${prefix}-${String(Math.max(0, ...numbers) + further).padStart(4, '0')}`;
}
