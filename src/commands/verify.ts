import { dirname, join } from 'node:path';
import type { LineCommit } from '../history/git-blame.ts';
import { blame } from '../history/git-blame.ts';
import type { CommonArgs, Io } from '../io.ts';
import { ExitCode } from '../io.ts';
import type { Entity } from '../model/common.ts';
import type { Review } from '../model/kinds/year/review.ts';
import type { AssessedUnit, Opened } from '../pipeline/open-and-assess.ts';
import { resolveScheme } from '../pipeline/resolve-scheme.ts';
import { ATTACHMENTS, readAttachment } from '../repository/attachments.ts';
import { fileDigest } from '../signoff/digests/encode.ts';
import { frozenName, schemeVersion } from '../signoff/digests/rating-part.ts';
import { brokenLinks } from '../signoff/digests/record-chain.ts';
import { signOffStates } from '../signoff/states/sign-off-states.ts';
import { chooseUnit } from './choose-unit.ts';
import { openHere } from './open-here.ts';

export type VerifyArgs = CommonArgs & {
  readonly unit?: string;
  readonly git?: boolean;
  readonly json?: boolean;
};

/** One thing that verification found. */
type RecordFault = { readonly unit: string; readonly record: string; readonly message: string };
/** Who committed a record; `changed` where its lines come from several commits. */
type Committed = {
  readonly unit: string;
  readonly record: string;
  readonly commit?: LineCommit;
  readonly changed: boolean;
};

/**
 * `lianfang verify`: recomputes the chain of sign-offs, their order, dates and bodies, the frozen schemes
 * and the scans. Finds every edit that the command did not make, unless the whole chain was recomputed.
 */
export async function verify(args: VerifyArgs, io: Io): Promise<ExitCode> {
  const opened = await openHere(io, args);
  const units = args.unit === undefined ? opened.assessed : [chooseUnit(opened, args, io)];
  const faults = units.flatMap((assessed) => faultsOf(opened, assessed));
  const committed = args.git === true ? units.flatMap((one) => commitsOf(opened, one)) : [];
  const records = units.reduce((sum, { unit }) => sum + unit.reviews.length, 0);
  if (args.json === true) {
    const data = { records, faults, ...(args.git === true && { commits: committed }) };
    io.out(`${JSON.stringify(data, undefined, 2)}\n`);
  } else {
    for (const one of committed) io.out(`${commitLine(one)}\n`);
    for (const [index, { unit, record, message }] of faults.entries()) {
      const first = faults.findIndex((one) => one.unit === unit) === index ? '首处：' : '';
      io.out(`${unit}${record === '' ? '' : ` ${record}`} ${first}${message}\n`);
    }
    if (args.quiet !== true) {
      io.err(
        faults.length === 0
          ? `核验了 ${records} 条审核记录，没有发现问题\n`
          : `核验了 ${records} 条审核记录，发现 ${faults.length} 处问题\n`,
      );
    }
  }
  return faults.length === 0 ? ExitCode.ok : ExitCode.findings;
}

function faultsOf(
  opened: Opened,
  { unit, resolved, relations, assessment }: AssessedUnit,
): RecordFault[] {
  const fault = (record: string, message: string): RecordFault => ({
    unit: unit.id,
    record,
    message,
  });
  const { faults } = signOffStates({ unit, scheme: resolved.scheme, relations }, assessment);
  return [
    ...(unit.incomplete.has('reviews')
      ? [fault('', '审核记录读不完整，先用 lianfang check 查清')]
      : []),
    ...[...unit.unreadable]
      .filter((id) => id.startsWith('review:'))
      .map((id) => fault(id.slice('review:'.length), '这条审核记录的写法不对，没有读取')),
    ...brokenLinks(unit).map(({ record, message }) => fault(record?.id ?? '', message)),
    ...faults.map(({ record, message }) => fault(record.id, message)),
    ...frozenFaults(opened, unit.reviews).map(([record, message]) => fault(record, message)),
    ...unit.reviews.flatMap((record) =>
      scanFaults(opened, dirname(unit.ref.file), record).map((message) =>
        fault(record.id, message),
      ),
    ),
  ];
}

/** The frozen schemes that records name must be there and be what they were. */
function frozenFaults({ library }: Opened, reviews: readonly Entity<Review>[]): [string, string][] {
  const versions = new Map(
    reviews.toReversed().flatMap(({ id, scheme }) => (scheme === undefined ? [] : [[scheme, id]])),
  );
  return [...versions].flatMap(([version, record]): [string, string][] => {
    const name = frozenName(version);
    const result = resolveScheme(name, { file: '', path: [] }, library);
    if (result.scheme === undefined) return [[record, `找不到封存的方案 schemes/${name}`]];
    return schemeVersion(result.scheme) === version
      ? []
      : [[record, `封存的方案 schemes/${name} 被改过`]];
  });
}

function scanFaults({ root }: Opened, folder: string, { attachments }: Review): string[] {
  return attachments.flatMap(({ file, sha256 }) => {
    const bytes = readAttachment(root, folder, file);
    if (bytes === undefined) return [`扫描件 ${ATTACHMENTS}/${file} 不在`];
    return fileDigest(bytes) === sha256 ? [] : [`扫描件 ${ATTACHMENTS}/${file} 与记录的摘要不符`];
  });
}

function commitsOf({ root, locator }: Opened, { unit }: AssessedUnit): Committed[] {
  const files = new Map<string, ReturnType<typeof blame>>();
  return unit.reviews.map((record): Committed => {
    const { file } = record.ref;
    if (!files.has(file)) files.set(file, blame(join(root.path, file)));
    const { start, end } = locator.locate(record.ref, 'value');
    const lines = files.get(file)?.slice(start.line - 1, end.line) ?? [];
    const commits = new Set(lines.map((line) => line?.commit));
    const commit = lines.find((line) => line !== undefined);
    return {
      unit: unit.id,
      record: record.id,
      ...(commit && commits.size > 0 && { commit }),
      changed: commits.size > 1,
    };
  });
}

function commitLine({ unit, record, commit, changed }: Committed): string {
  const who =
    commit === undefined
      ? '尚未提交'
      : `${commit.on} ${commit.author} <${commit.mail}> ${commit.commit.slice(0, 10)}`;
  return `${unit} ${record} ${who}${changed ? '，各行出自不同的提交' : ''}`;
}
