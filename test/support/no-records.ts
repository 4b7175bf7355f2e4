import { isNested, KIND_NAMES, KINDS } from '../../src/model/kinds.ts';
import type { UnitLists } from '../../src/model/kinds.ts';

/** The lists of a unit that wrote nothing down. */
export const NO_RECORDS = Object.fromEntries(
  KIND_NAMES.filter((kind) => !isNested(kind)).flatMap((kind) => {
    const { list } = KINDS[kind];
    return list === undefined ? [] : [[list, []]];
  }),
) as unknown as UnitLists;
