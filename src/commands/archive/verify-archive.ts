import type { BagFault } from '../../archive/inspect-bag.ts';
import { inspectBag } from '../../archive/inspect-bag.ts';
import { unzipBag, zipBag } from '../../archive/zip.ts';
import { UsageError } from '../../errors.ts';
import type { CommonArgs, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import { kindOfPath, readFolder, readNamedFile } from '../../repository/read-folder.ts';
import { resolveFrom } from '../work-folder.ts';

export type VerifyArchiveArgs = CommonArgs & { readonly path: string; readonly json?: boolean };

const WORDS: Readonly<Record<BagFault['kind'], string>> = {
  altered: '被改动',
  missing: '缺失',
  extra: '多出',
  malformed: '格式不对',
  unsafe: '路径不安全',
};

/** `lianfang verify-archive`: whether a bundle is byte for byte as it was made. It only reads. */
export function verifyArchive(args: VerifyArchiveArgs, io: Io): ExitCode {
  const { faults, checked, algorithms } = inspect(args, io);
  if (args.json === true) {
    io.out(`${JSON.stringify({ schemaVersion: 1, checked, algorithms, faults }, null, 2)}\n`);
  } else {
    for (const { kind, path, message } of faults) {
      io.out(`${WORDS[kind]}  ${path === '' ? '（整包）' : path}  ${message}\n`);
    }
    if (faults.length === 0) {
      const names = algorithms.map((one) => (one === 'sm3' ? 'SM3' : 'SHA-256')).join('、');
      io.out(`完整：${checked} 个文件与清单一致（${names}）\n`);
    }
  }
  return faults.length === 0 ? ExitCode.ok : ExitCode.findings;
}

function inspect(args: VerifyArchiveArgs, io: Io): ReturnType<typeof inspectBag> {
  const path = resolveFrom(io, args, args.path);
  const kind = kindOfPath(path);
  if (kind === 'absent') throw new UsageError(`没有「${args.path}」这个文件或文件夹`);
  if (kind === 'folder') {
    const { files, links } = readFolder(path);
    const report = inspectBag(files);
    const faults = links.map((link): BagFault => {
      return { kind: 'unsafe', path: link, message: '是链接，不是文件，未读取' };
    });
    return { ...report, faults: [...report.faults, ...faults] };
  }
  const bytes = readNamedFile(path);
  const files = unzipBag(bytes);
  if (files === undefined) {
    const fault = { kind: 'malformed', path: '', message: '打不开：不是归档包，或已损坏' } as const;
    return { faults: [fault], checked: 0, algorithms: [] };
  }
  const report = inspectBag(files);
  // Times and comments in the shell are in no manifest: only the very bytes we write are as made.
  if (report.faults.length > 0 || Buffer.compare(zipBag(files), bytes) === 0) return report;
  const fault = {
    kind: 'altered',
    path: '',
    message: '各文件与清单一致，但压缩包本身被改动或重新打包过',
  } as const;
  return { ...report, faults: [fault] };
}
