import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../../errors.ts';
import type { Call, CommonArgs } from '../../io.ts';
import type { Unit } from '../../model/project.ts';
import type { Review } from '../../model/kinds/year/review.ts';
import type { Opened } from '../../pipeline/open-and-assess.ts';
import { ATTACHMENTS, readAttachment, readGiven } from '../../repository/attachments.ts';
import { fileDigest } from '../../signoff/digests/encode.ts';
import { resolveFrom } from '../work-folder.ts';
import type { OutputFile } from '../write-files.ts';

/** Scans with their digests; those that lie elsewhere are copied to the unit's attachments. */
export function scansOf(
  names: readonly string[],
  opened: Opened,
  unit: Unit,
  { args, io }: Call<CommonArgs>,
): { readonly attachments: Review['attachments']; readonly files: readonly OutputFile[] } {
  const folder = dirname(unit.ref.file);
  const attachments: Review['attachments'] = [];
  const files: OutputFile[] = [];
  for (const name of names) {
    const path = resolveFrom(io, args, name);
    const bytes = readGiven(path);
    if (bytes === undefined) throw new UsageError(`读不出扫描件「${name}」`);
    const own = resolve(opened.root.path, folder, ATTACHMENTS);
    const inside = relative(own, path);
    const isThere = !inside.startsWith('..') && !isAbsolute(inside);
    const file = isThere ? inside.split(sep).join('/') : basename(path);
    const sha256 = fileDigest(bytes);
    attachments.push({ file, sha256 });
    if (isThere) continue;
    const there = readAttachment(opened.root, folder, file);
    if (there !== undefined && fileDigest(there) !== sha256) {
      throw new UsageError(`attachments 中已有另一份「${file}」`, '换一个文件名');
    }
    if (there === undefined) files.push({ path: `${folder}/${ATTACHMENTS}/${file}`, bytes });
  }
  return { attachments, files };
}
