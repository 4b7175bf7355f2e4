import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTY } from '../support/repositories.ts';

const ASKED = process.env['LIANFANG_OFFICE_UNITS'] ?? 'government-offices,culture-tourism';

/** Units of the county whose whole sets are printed; `LIANFANG_OFFICE_UNITS=all` for every one. */
export const UNITS: readonly string[] =
  ASKED === 'all' ? readdirSync(join(COUNTY, 'units')).toSorted() : ASKED.split(',');
