import { UsageError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import type { ExitCode } from '../../io.ts';
import type { AnyRecord } from '../../model/unit-records.ts';
import type { Edit } from '../../source/write/edit-values.ts';
import { editValues } from '../../source/write/edit-values.ts';
import { chooseUnit } from '../choose-unit.ts';
import { openHere } from '../open-here.ts';
import { scansOf } from '../review/scans.ts';
import type { AddArgs } from './record-draft.ts';
import type { GivenValue } from './flag-values.ts';
import { fieldValues } from './flag-values.ts';
import { recordOf } from './nested-record.ts';
import { flagsOf } from './record-flags.ts';
import { tellRecords } from './tell-records.ts';
import { tryFiles } from './try-files.ts';

export type CompleteArgs = AddArgs & { readonly id: string };

/**
 * `lianfang complete`: writes into a record what came of it. What stands there already stays: only words
 * of a state (落实状态, 结论) move on, and lists grow.
 */
export async function complete(args: CompleteArgs, io: Io): Promise<ExitCode> {
  const opened = await openHere(io, args);
  const assessed = chooseUnit(opened, args, io);
  const { unit } = assessed;
  const record = recordOf(args.kind, args.id, unit);
  const flags = flagsOf(args.kind).filter(({ signed }) => !signed);
  const values = fieldValues(flags, args.given, unit);
  if (values.length === 0)
    throw new UsageError('须写明补记什么', `用 lianfang complete ${args.kind} --help 查看`);
  const names = values.flatMap(({ flag, value }) =>
    flag.shape === 'files' ? (value as readonly string[]) : [],
  );
  const scans = scansOf(names, opened, unit, { args, io });
  const edits = values.flatMap((value) =>
    editsOf(value.flag.shape === 'files' ? { ...value, value: scans.attachments } : value, record),
  );
  const { file } = record.ref;
  const bytes = editValues(opened.sources.kept(file)?.text ?? '', edits);
  if (bytes === undefined) {
    throw new UsageError(`「${file}」读不完整，不能改动`, '先用 lianfang check 查清并改正');
  }
  const files = [...scans.files, { path: file, bytes }];
  const tried = await tryFiles(files, assessed, opened);
  return tellRecords(args, io, { records: [{ id: args.id }], files, tried });
}

function editsOf({ flag, value }: GivenValue, record: AnyRecord): readonly Edit[] {
  const { path, title, choices } = flag;
  const here = valueAt(record, path);
  const place = [...record.ref.path, ...path];
  if (Array.isArray(here) && here.length > 0) {
    return (value as readonly object[]).map((added, index) => ({
      path: [...place, here.length + index],
      value: added,
    }));
  }
  const isOpen = here === undefined || here === '' || Array.isArray(here) || choices.length > 0;
  if (!isOpen) {
    const told = typeof here === 'string' || typeof here === 'number' ? `「${here}」` : '';
    throw new UsageError(`${title}已经写明${told}，不改写`, '确需更正的，直接编辑文件');
  }
  const [outer = '', ...inner] = path;
  const isNew = inner.length > 0 && valueAt(record, [outer]) === undefined;
  return isNew
    ? [{ path: [...record.ref.path, outer], value: nested(inner, value) }]
    : [{ path: place, value: value as NonNullable<Edit['value']> }];
}

function nested(path: readonly string[], value: unknown): object {
  const [key = '', ...rest] = path;
  return { [key]: rest.length === 0 ? value : nested(rest, value) };
}

function valueAt(record: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    record,
  );
}
