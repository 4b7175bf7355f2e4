import { say } from '../diagnostics/message.ts';
import type { z } from 'zod';
import type { Finding, NodeRef } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import type { Entity } from '../model/common.ts';
import type { Unit } from '../model/project.ts';
import type { Kind, RecordFile } from '../model/kinds.ts';
import { KINDS, RECORD_FILES } from '../model/kinds.ts';
import { departmentSchema } from '../model/kinds/department.ts';
import { unitInfoSchema } from '../model/kinds/unit.ts';
import type { UnitInfo } from '../model/kinds/unit.ts';
import { compareText } from '../util/natural-order.ts';
import { suggest } from '../util/suggest.ts';
import { valueAt } from './describe-issue.ts';
import type { Root } from './files.ts';
import { displayName, listInside, problem, readInside } from './files.ts';
import type { Locator, Sources } from './sources.ts';
import { validate } from './validate.ts';

/** Departments are read record by record, beside the rest. */
const UNIT_ONLY = unitInfoSchema.omit({ departments: true });

const LISTS = RECORD_FILES.map(({ file }) => file);

type UnitReading = {
  readonly root: Root;
  readonly sources: Sources;
  readonly locator: Locator;
  readonly findings: Finding[];
  readonly todos: NodeRef[];
  readonly faulty: NodeRef[];
  readonly unreadable: Set<string>;
  readonly incomplete: Set<RecordFile | 'unit'>;
};

/**
 * Reads one unit's folder as far as it can be read.
 * @param isWhole false: only what the unit says of itself, and of its lists nothing is known
 */
export function loadUnit(
  root: Root,
  folder: string,
  sources: Sources,
  locator: Locator,
  isWhole: boolean,
): { readonly unit: Unit; readonly findings: readonly Finding[] } {
  const reading: UnitReading = {
    root,
    sources,
    locator,
    findings: [],
    todos: [],
    faulty: [],
    unreadable: new Set(),
    incomplete: new Set(isWhole ? [] : LISTS),
  };
  const files = isWhole ? findFiles(reading, folder) : new Map<RecordFile, string[]>();
  const { info, departments } = readInfo(reading, folder);
  const lists = Object.fromEntries(
    RECORD_FILES.map((record) => [
      record.file,
      readList(reading, record, files.get(record.file) ?? []),
    ]),
  ) as unknown as Pick<Unit, RecordFile>;

  reading.findings.push(...lists.people.flatMap(pinyinLike));
  const reviewsHead = isWhole ? readHead(reading, folder) : undefined;
  const unit: Unit = {
    id: unitId(folder),
    ref: info.ref,
    info,
    departments,
    ...lists,
    ...(reviewsHead !== undefined && { reviewsHead }),
    unreadable: reading.unreadable,
    incomplete: reading.incomplete,
    todos: reading.todos,
    faulty: reading.faulty,
  };
  return { unit, findings: reading.findings };
}

/** A unit is known by the name of its folder. */
export function unitId(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}

/** The end of the chain of sign-offs: one line beside the list. */
export const HEAD_FILE = 'reviews.head';

function readHead({ root, findings }: UnitReading, folder: string): string | undefined {
  const result = readInside(root, `${folder}/${HEAD_FILE}`);
  if (result.kind === 'fault') findings.push(result.finding);
  return result.kind === 'bytes' ? new TextDecoder().decode(result.bytes).trim() : undefined;
}

/** Which files hold which list: `risks.yaml`, or every `.yaml` of the folder `risks/`. */
function findFiles(reading: UnitReading, folder: string): Map<RecordFile, string[]> {
  const files = new Map<RecordFile, string[]>();
  const listed = listInside(reading.root, folder);
  if (listed.kind === 'fault') reading.findings.push(listed.finding);
  if (listed.kind !== 'entries') return files;
  reading.findings.push(...listed.findings);
  for (const { name, isFolder } of listed.entries) {
    const stem = name.replace(/\.ya?ml$/, '');
    if (stem === 'unit' && stem !== name) continue;
    if (stem === 'attachments' && isFolder) continue;
    const list = LISTS.find((known) => known === stem);
    if (list !== undefined && isFolder && stem !== name) {
      const hint = `改成文件，或把文件夹改名为「${stem}」`;
      reading.findings.push(
        problem(reading.root, `${folder}/${name}`, '应是文件，实际是文件夹，未读取', hint),
      );
      continue;
    }
    if (list === undefined || (stem === name) !== isFolder) {
      // Readme files and the like are nobody's records.
      if (stem !== name || (isFolder && suggest(stem, LISTS) !== undefined)) {
        reading.findings.push(strangeFile(reading, `${folder}/${name}`, stem));
      }
      continue;
    }
    const found = files.get(list) ?? [];
    files.set(list, [
      ...found,
      ...(isFolder ? partsOf(reading, `${folder}/${name}`) : [`${folder}/${name}`]),
    ]);
  }
  return files;
}

function partsOf(reading: UnitReading, folder: string): string[] {
  const listed = listInside(reading.root, folder);
  if (listed.kind === 'fault') reading.findings.push(listed.finding);
  if (listed.kind !== 'entries') return [];
  reading.findings.push(...listed.findings);
  return listed.entries
    .filter(({ name, isFolder }) => !isFolder && /\.ya?ml$/.test(name))
    .map(({ name }) => `${folder}/${name}`);
}

function strangeFile(reading: UnitReading, file: string, stem: string): Finding {
  const meant = suggest(stem, [...LISTS, 'unit']);
  return {
    code: 'LF014',
    ref: { file: displayName(reading.root, file), path: [] },
    span: { start: 0, end: 0 },
    message: '不认识的文件，其中的内容没有读取',
    hint:
      meant === undefined
        ? `数据文件应是 unit.yaml、${LISTS.join('.yaml、')}.yaml`
        : `您是否要写「${meant}.yaml」`,
  };
}

function readInfo(given: UnitReading, folder: string) {
  const file = `${folder}/unit.yaml`;
  const ref: NodeRef = { file: displayName(given.root, file), path: [] };
  const source = given.sources.read(given.root, file);
  const isBroken = source === undefined || source.via === 'none' || hasBrokenText(source.findings);
  if (isBroken) {
    given.incomplete.add('unit');
    given.faulty.push(ref);
  }
  if (source === undefined) given.findings.push(noUnitFile(ref));
  const reading = isBroken ? { ...given, findings: [], todos: [] } : given;
  const raw = source?.value ?? {};
  const isMap = typeof raw === 'object' && !Array.isArray(raw);
  if (!isMap) {
    reading.findings.push(
      wrongTop(ref, 'unit.yaml 应由键和值组成', '写成「name: 单位名称」的形式'),
    );
  }
  // Departments are records of their own: a fault in one must not hide the others.
  const { departments: rawDepartments, ...rest } = (isMap ? raw : {}) as Record<string, unknown>;
  const checked = read(reading, UNIT_ONLY, rest, ref);
  const departments = readRecords(reading, 'department', departmentSchema, {
    raw: rawDepartments,
    ref: at(ref, 'departments'),
  });
  const info = {
    ...(checked ?? UNIT_ONLY.parse({})),
    departments: [],
    ref,
  } as unknown as Entity<UnitInfo>;
  return { info, departments: inOrder('department', departments) };
}

/** A folder among the units without the file that makes it one. */
function noUnitFile(ref: NodeRef): Finding {
  return {
    code: 'LF106',
    ref,
    span: { start: 0, end: 0 },
    message: '缺少 unit.yaml',
    hint: '补上这个文件，写明 name: 单位名称；不是单位的文件夹请移走',
  };
}

function readList(
  reading: UnitReading,
  { file: list, kind, schema }: (typeof RECORD_FILES)[number],
  files: readonly string[],
) {
  const records: Entity<{ id: string; order?: number | undefined }>[] = [];
  for (const file of files) {
    const source = reading.sources.read(reading.root, file);
    const isBroken =
      source === undefined || source.via === 'none' || hasBrokenText(source.findings);
    // A file that holds no list at all is no empty list: what it should say is not known.
    if (isBroken || !isList(source.value)) reading.incomplete.add(list);
    if (source === undefined) continue;
    // What was recovered of a broken text serves references; it is not judged.
    const into = isBroken ? { ...reading, findings: [], todos: [] } : reading;
    const ref = { file: source.file, path: [] };
    if (isBroken) reading.faulty.push(ref);
    records.push(
      ...readRecords(into, kind, schema as z.ZodType<{ id: string }>, { raw: source.value, ref }),
    );
  }
  return inOrder(kind, records);
}

function isList(value: unknown): boolean {
  return value === null || value === undefined || Array.isArray(value);
}

function hasBrokenText(findings: readonly Finding[]): boolean {
  return findings.some(({ mark }) => mark === 'brokenText');
}

type RawList = { readonly raw: unknown; readonly ref: NodeRef };

function readRecords<T extends { id: string }>(
  reading: UnitReading,
  kind: string,
  schema: z.ZodType<T>,
  { raw, ref }: RawList,
): Entity<T>[] {
  if (raw === null || raw === undefined) return [];
  if (!Array.isArray(raw)) {
    reading.findings.push(wrongTop(ref, '应是记录的列表', '每条记录以“- id: …”开头'));
    return [];
  }
  const records: Entity<T>[] = [];
  for (const [index, item] of raw.entries()) {
    const itemRef = at(ref, index);
    const record = read(reading, schema, item, itemRef);
    if (record !== undefined) records.push({ ...record, ref: itemRef });
    else if (typeof item?.id === 'string') reading.unreadable.add(`${kind}:${item.id}`);
  }
  return records;
}

function read<T>(
  reading: UnitReading,
  schema: z.ZodType<T>,
  raw: unknown,
  ref: NodeRef,
): T | undefined {
  const { value, findings, todos } = validate(schema, raw, ref, reading.locator.sourceOf);
  for (const finding of findings) {
    reading.findings.push(finding);
    reading.faulty.push(finding.ref);
  }
  for (const todo of todos) reading.todos.push(todo);
  return value;
}

function wrongTop(ref: NodeRef, message: string, hint: string): Finding {
  return { code: 'LF104', ref, message, hint };
}

/** A person's id stands wherever the person is meant: it may not tell who that is. */
function pinyinLike({ id, ref }: { readonly id: string; readonly ref: NodeRef }): Finding[] {
  const isOpaque = /\d/.test(id) && !/[a-z]{4}/.test(id);
  if (isOpaque) return [];
  const hint = '改成 p01 这样看不出是谁的编号，引用处一并改';
  return [
    { code: 'LF111', ref: at(ref, 'id'), message: say`人员编号「${{ id }}」像是姓名拼音`, hint },
  ];
}

/**
 * As the office wrote them: by `order`; what is dated by its day; else as they stand, file after file.
 * An id never decides: it is a handle, and people read what is printed in this order.
 */
function inOrder<T extends { readonly order?: number | undefined }>(
  kind: Kind,
  records: readonly T[],
): T[] {
  const { dated = [] } = KINDS[kind];
  return records.toSorted(
    (a, b) =>
      (a.order ?? Infinity) - (b.order ?? Infinity) ||
      compareText(dayOf(a, dated), dayOf(b, dated)),
  );
}

/** Sorts after every day. */
const NO_DAY = '~';

function dayOf(record: object, keys: readonly string[]): string {
  const known = keys.map((key) => valueAt(record, [key])).find((day) => day !== undefined);
  return typeof known === 'string' ? known : NO_DAY;
}
