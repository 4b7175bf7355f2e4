import { UsageError } from '../../errors.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import type { Unit } from '../../model/project.ts';
import type { AnyRecord } from '../../model/unit-records.ts';
import { listsWithIds } from '../../model/unit-records.ts';
import type { Opened } from '../../pipeline/open-and-assess.ts';
import { editValues } from '../../source/write/edit-values.ts';
import { suggest } from '../../util/suggest.ts';
import type { OutputFile } from '../write-files.ts';
import type { GivenFlags } from './flag-values.ts';
import { parentOf } from './record-flags.ts';

/** The record that is to keep the new one, as `--inspection` names it; undefined: the unit's list does. */
export function idOfParent(kind: Kind, given: GivenFlags, unit: Unit): AnyRecord | undefined {
  const parent = parentOf(kind);
  if (parent === undefined) return undefined;
  const named = given[parent];
  const { title } = KINDS[parent];
  if (named === undefined || named === true) {
    throw new UsageError(`须用 --${parent} 写明是哪一次${title}`, idsTold(parent, unit));
  }
  return recordOf(parent, named.at(-1) ?? '', unit);
}

/** The record of a kind with an id; refuses one that there is not. */
export function recordOf(kind: Kind, id: string, unit: Unit): AnyRecord {
  const records = listsWithIds(unit).find((list) => list.kind === kind)?.records ?? [];
  const record = records.find((known) => known.id === id);
  if (record !== undefined) return record;
  const near = suggest(
    id,
    records.flatMap((known) => known.id ?? []),
  );
  throw new UsageError(
    `没有${KINDS[kind].title}「${id}」`,
    near === undefined ? idsTold(kind, unit) : `您是否要写「${near}」`,
  );
}

function idsTold(kind: Kind, unit: Unit): string {
  const records = listsWithIds(unit).find((list) => list.kind === kind)?.records ?? [];
  const ids = records.flatMap(({ id }) => id ?? []);
  return ids.length === 0 ? `还没有${KINDS[kind].title}的记录` : `现有：${ids.join('、')}`;
}

/** The file of a record with others added to what it keeps. */
export function nestedIn(
  parent: AnyRecord,
  kind: Kind,
  records: readonly object[],
  opened: Opened,
): OutputFile {
  const { list = '' } = KINDS[kind];
  const kept = (Reflect.get(parent, list) as readonly object[] | undefined) ?? [];
  const { file, path } = parent.ref;
  const edits = records.map((record, index) => ({
    path: [...path, list, kept.length + index],
    value: record,
  }));
  const text = opened.sources.kept(file)?.text ?? '';
  const first = kept.length === 0 ? [{ path: [...path, list], value: records }] : edits;
  const bytes = editValues(text, first);
  if (bytes === undefined) {
    throw new UsageError(`「${file}」读不完整，不能改动`, '先用 lianfang check 查清并改正');
  }
  return { path: file, bytes };
}
