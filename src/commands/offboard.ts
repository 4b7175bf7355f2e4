import { dirname } from 'node:path';
import { isDay } from '../calendar/dates.ts';
import { UsageError } from '../errors.ts';
import type { Call, CommonArgs, Io } from '../io.ts';
import { ExitCode } from '../io.ts';
import type { Unit } from '../model/project.ts';
import type { Opened } from '../pipeline/open-and-assess.ts';
import { readFolder, TOOL_FOLDERS } from '../repository/read-folder.ts';
import type { Edit } from '../source/write/edit-values.ts';
import { editValues } from '../source/write/edit-values.ts';
import { unitsAsked } from './units-asked.ts';
import { openHere } from './open-here.ts';
import type { OutputFile } from './write-files.ts';
import { writeFiles } from './write-files.ts';
import type { NamePlace } from '../archive/find-name.ts';
import { findName } from '../archive/find-name.ts';

export type OffboardArgs = CommonArgs & {
  readonly person: string;
  readonly unit?: string;
  readonly on: string;
  readonly reason: string;
  readonly dryRun?: boolean;
};

/** Stands where the name stood, so that records that name the person still lead somewhere. */
const GONE = '（已离任）';

/**
 * `lianfang offboard`: takes a name out of the working files (个人信息保护法 第四十七条). Posts keep their
 * points; the holder's time ends. Free texts that hold the name are listed for a decision, not changed.
 */
export async function offboard(args: OffboardArgs, io: Io): Promise<ExitCode> {
  if (!isDay(args.on)) {
    throw new UsageError(`--on「${args.on}」不是日期`, '写成 2026-03-31 的形式');
  }
  const opened = await openHere(io, args);
  const { unit, name } = personIn(args, opened);
  const files = changedFiles(unit, args, opened);
  writeFiles(opened.root.path, files, { force: true, dryRun: args.dryRun === true });

  const changed = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const { files: all, links } = readFolder(opened.root.path, TOOL_FOLDERS);
  // On a dry run too the places are those that would remain.
  const others = opened.project.units.filter(({ id }) => id !== unit.id);
  const folders = others.map(({ ref }) => `${dirname(ref.file)}/`);
  // Other units have people of the same name.
  const own = all.filter(({ path }) => !folders.some((folder) => path.startsWith(folder)));
  const after = own.map((file) => {
    const bytes = changed.get(file.path);
    return bytes === undefined ? file : { ...file, bytes: Buffer.from(bytes) };
  });
  const { places, unread } = findName(name, after);
  tell({ args, io }, files, { name, places, unread: [...unread, ...links] });
  return places.length > 0 ? ExitCode.findings : ExitCode.ok;
}

function personIn(args: OffboardArgs, opened: Opened): { unit: Unit; name: string } {
  const units = unitsAsked(args.unit === undefined ? undefined : [args.unit], opened);
  const found = units.flatMap(({ unit }) =>
    unit.people.filter(({ id }) => id === args.person).map((person) => ({ unit, person })),
  );
  const [only, ...more] = found;
  if (only === undefined) {
    throw new UsageError(`people.yaml 中没有人员「${args.person}」`, '写人员编号，如 p05');
  }
  if (more.length > 0) {
    const ids = found.map(({ unit }) => unit.id).join('、');
    throw new UsageError(`「${args.person}」在几个单位中都有：${ids}`, '用 --unit 指明单位');
  }
  const { unit, person } = only;
  if (person.name === GONE || person.name === '') {
    throw new UsageError(`「${args.person}」已经没有姓名`);
  }
  return { unit, name: person.name };
}

/** people.yaml without the name, and posts.yaml with the end of the holder's time. */
function changedFiles(unit: Unit, args: OffboardArgs, opened: Opened): OutputFile[] {
  const edits = new Map<string, Edit[]>();
  const add = (
    file: string,
    path: readonly (string | number)[],
    value: NonNullable<Edit['value']>,
  ) => edits.set(file, [...(edits.get(file) ?? []), { path, value }]);
  for (const { id, ref } of unit.people) {
    if (id !== args.person) continue;
    add(ref.file, [...ref.path, 'name'], GONE);
    add(ref.file, [...ref.path, 'closed'], { on: args.on, reason: args.reason });
  }
  for (const { holders, ref } of unit.posts) {
    holders.forEach(({ person, until, since }, index) => {
      if (person !== args.person || until !== undefined) return;
      const path = [...ref.path, 'holders', index];
      const isPlain = since === undefined && typeof valueAt(opened, ref.file, path) === 'string';
      if (isPlain) add(ref.file, path, { person, until: args.on });
      else add(ref.file, [...path, 'until'], args.on);
    });
  }
  return [...edits].map(([file, own]) => {
    const text = opened.sources.kept(file)?.text ?? '';
    const bytes = editValues(text, own);
    if (bytes === undefined) {
      throw new UsageError(`「${file}」读不完整，不能改动`, '先用 lianfang check 查清并改正');
    }
    return { path: file, bytes };
  });
}

/** Whether a holder is written as a plain id or as a map shows in the text itself. */
function valueAt(opened: Opened, file: string, path: readonly (string | number)[]): unknown {
  const text = opened.locator.sourceOf({ file, path: [...path] });
  return text.startsWith('{') || text.includes(':') ? {} : text;
}

/** A name, where it stands, and what could not be looked through. */
type NameFound = {
  readonly name: string;
  readonly places: readonly NamePlace[];
  readonly unread: readonly string[];
};

function tell(
  { args, io }: Call<OffboardArgs>,
  files: readonly OutputFile[],
  { name, places, unread }: NameFound,
): void {
  for (const { path } of files) io.out(`${path}\n`);
  io.err(
    `${args.dryRun === true ? '将改动' : '已改动'} ${files.length} 个文件，岗位和风险点不变\n`,
  );
  if (places.length > 0) {
    io.err(`以下 ${places.length} 处仍有「${name}」，请逐处决定改写、保留或者重新出表：\n`);
    for (const { file, line, column } of places) {
      io.out(line === 0 ? `${file}\n` : `${file}:${line}:${column}\n`);
    }
  }
  if (unread.length > 0) {
    io.err(`以下文件的内容不能检索，请打开核对：${unread.join('、')}\n`);
  }
  io.err('git 历史和已归档的材料保留原姓名；新任人员须重新承诺，所在岗位须重新审核\n');
}
