import { relative, sep } from 'node:path';
import type { BagFile } from '../../archive/bag.ts';
import { digestOf, makeBag } from '../../archive/bag.ts';
import { zipBag } from '../../archive/zip.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import { loadFormatter } from '../../formatters/formatter-registry.ts';
import { commitOf } from '../../history/commit.ts';
import type { Call, CommonArgs, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import { checkAll } from '../../pipeline/check-all.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import type { Format } from '../../renderers/renderer-registry.ts';
import { readFolder, TOOL_FOLDERS } from '../../repository/read-folder.ts';
import { unitDigest } from '../../signoff/digests/unit-digest.ts';
import { unitsAsked } from '../units-asked.ts';
import { resolveFrom } from '../work-folder.ts';
import { openHere } from '../open-here.ts';
import { reportUnit } from '../report/report.ts';

import { listWritten, writeFiles } from '../write-files.ts';

export type ArchiveArgs = CommonArgs & {
  readonly unit?: readonly string[];
  readonly format?: readonly Format[];
  /** A folder, or a file that ends in `.zip`. */
  readonly out: string;
  /** The day of filing, as the bundle names it. */
  readonly asOf: string;
  readonly version: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
};

/**
 * `lianfang archive`: a bundle for filing: every paper, the data and the scheme that they were made
 * from, the check report, and manifests by which any change shows. It keeps things whole; it is no seal
 * and no signature.
 */
export async function archive(args: ArchiveArgs, io: Io): Promise<ExitCode> {
  const opened = await openHere(io, args);
  const folder = resolveFrom(io, args, args.out);
  refuseAmongData(relative(opened.root.path, folder));
  const diagnostics = await checkAll(opened);
  const units = unitsAsked(args.unit, opened);
  const made = await papersOf(units, opened, diagnostics, { args, io });
  if (typeof made === 'string') {
    io.err(`未归档：${made}\n`);
    return ExitCode.findings;
  }
  const payload = [
    ...made.files,
    ...dataFiles(units, opened, folder),
    ...units.map(schemeFile).filter(isFirst),
    jsonFile('papers.json', made.index),
    await checkReport(diagnostics, opened),
    jsonFile('about.json', about(units, opened, args)),
  ];
  const bag = makeBag(payload, [
    ['Source-Organization', units.map(({ unit }) => unit.info.name).join('、')],
    ['External-Description', opened.project.config.title ?? '廉政风险防控材料'],
    ['Bagging-Date', args.asOf],
    ['Bag-Software-Agent', `lianfang ${args.version}`],
  ]);
  const isZip = args.out.endsWith('.zip');
  const files = isZip ? [{ path: '', bytes: zipBag(bag) }] : bag;
  const target = isZip ? folder.slice(0, folder.lastIndexOf(sep)) : folder;
  const named = files.map(({ path, bytes }) => ({
    path: isZip ? folder.slice(target.length + 1) : path,
    bytes,
  }));
  listWritten(io, args, target, writeFiles(target, named, args));
  io.err(
    '已附 SHA-256、SM3 清单，可用 lianfang verify-archive 核对；清单只证明内容完整，不是签章\n',
  );
  return ExitCode.ok;
}

/** A bundle among the units or schemes would be read as one of them the next time. */
function refuseAmongData(inside: string): void {
  const [top = ''] = inside.split(sep);
  if (!['', 'units', 'schemes'].includes(top)) return;
  throw new UsageError(
    '归档包不能放在数据中间',
    '写别的文件夹，如 归档/2026，或数据库以外的文件夹',
  );
}

type PaperIndex = readonly {
  readonly unit: string;
  readonly title: string;
  readonly file: string;
  readonly edition: number | undefined;
  readonly responsible: string;
  readonly retention: string;
  readonly sha256: string;
}[];

/** Every paper of every unit, or why one cannot be filed: an archive with gaps is none. */
async function papersOf(
  units: readonly AssessedUnit[],
  opened: Opened,
  diagnostics: readonly Diagnostic[],
  { args, io }: Call<ArchiveArgs>,
): Promise<string | { readonly files: readonly BagFile[]; readonly index: PaperIndex }> {
  const files: BagFile[] = [];
  const index: PaperIndex[number][] = [];
  for (const unit of units) {
    const { info, id } = unit.unit;
    const reportArgs = {
      papers: [],
      out: '',
      ...(args.dir === undefined ? {} : { dir: args.dir }),
      ...(args.format === undefined ? {} : { format: args.format }),
    };
    const made = await reportUnit({ assessed: unit }, opened, diagnostics, {
      args: reportArgs,
      io,
    });
    const [fault] = [...made.passedOver, ...made.profileFaults];
    if (fault !== undefined) return `${info.name}：${fault}`;
    for (const file of made.files) {
      const bytes = typeof file.bytes === 'string' ? Buffer.from(file.bytes) : file.bytes;
      files.push({ path: `papers/${file.path}`, bytes });
      const name = file.path.slice(id.length + 1);
      const title = name.replace(/^\d+ /, '').replace(/(?:\/.*)?\.[a-z]+$/, '');
      index.push({
        unit: id,
        title,
        file: `papers/${file.path}`,
        edition: opened.project.config.edition,
        responsible: info.name,
        retention: retentionOf(title, unit),
        sha256: digestOf(bytes, 'sha256'),
      });
    }
  }
  return { files, index };
}

/** As the unit's own table of periods says it; where it says nothing, nobody else does. */
function retentionOf(title: string, { unit, resolved }: AssessedUnit): string {
  const { retention } = unit.info;
  const paper = resolved.scheme.papers.find((one) => one.title === title);
  return retention[title] ?? (paper === undefined ? undefined : retention[paper.id]) ?? '未定';
}

/** The data as it stands on the disk: the repository's own files and those of the units asked for. */
function dataFiles(units: readonly AssessedUnit[], opened: Opened, out: string): BagFile[] {
  const chosen = new Set(units.map(({ unit }) => folderOf(unit.ref.file)));
  const others = opened.project.units
    .map(({ ref }) => folderOf(ref.file))
    .filter((folder) => !chosen.has(folder));
  const own = relative(opened.root.path, out).split(sep).join('/');
  const { files, links } = readFolder(opened.root.path, TOOL_FOLDERS);
  if (links.length > 0) throw new UsageError(`「${links[0]}」是链接，不能归档`, '换成文件本身');
  // What was filed before is no data of this year.
  const bags = files.flatMap(({ path }) => (path.endsWith('/bagit.txt') ? [folderOf(path)] : []));
  const left = [...others, ...bags, 'out/', `${own}/`];
  return files
    .filter(({ path }) => path !== own && !left.some((folder) => path.startsWith(folder)))
    .map(({ path, bytes }) => ({ path: `source/${path}`, bytes }));
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

/** The scheme as it was in force, with everything that it extends. */
function schemeFile({ resolved }: AssessedUnit): BagFile {
  return jsonFile(`schemes/${resolved.scheme.id}.json`, resolved.scheme);
}

function isFirst({ path }: BagFile, index: number, all: readonly BagFile[]): boolean {
  return all.findIndex((one) => one.path === path) === index;
}

async function checkReport(diagnostics: readonly Diagnostic[], opened: Opened): Promise<BagFile> {
  const format = await loadFormatter('json');
  const text = format(diagnostics, {
    width: 100,
    textOf: (file) => opened.sources.kept(file)?.text,
    units: opened.project.units.map(({ id, info }) => ({ id, name: info.name })),
  });
  return { path: 'check.json', bytes: Buffer.from(text) };
}

function about(units: readonly AssessedUnit[], opened: Opened, args: ArchiveArgs): object {
  const commit = commitOf(opened.root.path);
  return {
    schemaVersion: 1,
    tool: `lianfang ${args.version}`,
    filedOn: args.asOf,
    edition: opened.project.config.edition,
    classification: opened.project.config.classification,
    commit: commit?.id,
    commitIsClean: commit?.isClean,
    units: units.map(({ unit, resolved }) => ({
      id: unit.id,
      name: unit.info.name,
      scheme: resolved.scheme.id,
      digest: unitDigest(unit),
    })),
    note: '本包的清单用于核对内容是否完整，不具有签名、盖章的效力',
  };
}

function jsonFile(path: string, content: unknown): BagFile {
  return { path, bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`) };
}
