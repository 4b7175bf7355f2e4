import { existsSync, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Unit } from '../../model/project.ts';
import type { RecordFile } from '../../model/kinds.ts';
import { UsageError } from '../../errors.ts';
import type { Opened } from '../../pipeline/open-and-assess.ts';
import { appendToList } from '../../source/write/append-list.ts';
import type { OutputFile } from '../write-files.ts';

/** Records for the end of a list, and the one that they follow. */
export type NewRecords = {
  readonly records: readonly object[];
  /** A comment for the head of a file that is not there yet. */
  readonly heading?: string;
  readonly after?: { readonly ref: { readonly file: string } } | undefined;
};

/**
 * The file of a unit's list with records added: the one that holds the last record, else the list's
 * own file, or one in its folder.
 */
export function lengthenedList(
  opened: Opened,
  unit: Unit,
  list: RecordFile,
  { records, after, heading = '' }: NewRecords,
): OutputFile {
  const file = after?.ref.file ?? emptyList(opened, unit, list);
  const text = opened.sources.kept(file)?.text ?? heading;
  const bytes = unit.incomplete.has(list)
    ? undefined
    : appendToList(
        text,
        records.map((record) => withoutEmpty(record)),
      );
  if (bytes === undefined) {
    throw new UsageError(`「${file}」读不完整，不能往里添加`, '先用 lianfang check 查清并改正');
  }
  return { path: file, bytes };
}

function emptyList({ root }: Opened, unit: Unit, list: RecordFile): string {
  const folder = dirname(unit.ref.file);
  const path = join(root.path, folder, list);
  const isFolder = existsSync(path) && lstatSync(path).isDirectory();
  return isFolder ? `${folder}/${list}/${list}.yaml` : `${folder}/${list}.yaml`;
}

/** What nobody needs to read: empty lists and maps, and keys without a value. */
function withoutEmpty(record: object): object {
  const given = Object.entries(record).filter(([, value]) => {
    if (value === undefined) return false;
    return typeof value !== 'object' || Object.keys(value).length > 0;
  });
  return Object.fromEntries(given);
}
