import type { CalendarInput } from '../../calendar/calendar-input.ts';
import type { Kind } from '../../model/kinds.ts';
import type { AssessedUnit } from '../../pipeline/open-and-assess.ts';
import type { GivenFlags } from './flag-values.ts';
import type { RecordFlag } from './record-flags.ts';

type Around = { readonly assessed: AssessedUnit; readonly input: CalendarInput };

/** Asks at the terminal for a record; undefined if the person gave up. */
export async function askForRecord(
  _kind: Kind,
  _flags: readonly RecordFlag[],
  _around: Around,
): Promise<GivenFlags | undefined> {
  return Promise.resolve({});
}
