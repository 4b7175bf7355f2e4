import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';
import type { CommonArgs, Io } from '../io.ts';
import type { AssessedUnit, Opened } from '../pipeline/open-and-assess.ts';
import { pathInside } from '../repository/open-project.ts';
import { suggest } from '../util/suggest.ts';
import { workFolder } from './work-folder.ts';

/** The unit that a command works on: the one named, the one around the folder, or the only one. */
export function chooseUnit(
  opened: Opened,
  args: CommonArgs & { readonly unit?: string },
  io: Io,
): AssessedUnit {
  const { assessed } = opened;
  const ids = assessed.map(({ unit }) => unit.id);
  if (args.unit !== undefined) {
    const named = assessed.find(({ unit }) => unit.id === args.unit);
    if (named !== undefined) return named;
    const near = suggest(args.unit, ids);
    throw new UsageError(
      `没有单位「${args.unit}」`,
      near === undefined ? `现有：${ids.join('、')}` : `您是否要写「${near}」`,
    );
  }
  const here = pathInside(opened.root, workFolder(io, args), '.') ?? '';
  const around = assessed.find(({ unit }) => {
    const folder = dirname(unit.ref.file);
    return here === folder || here.startsWith(`${folder}/`);
  });
  const [only] = assessed;
  if (around !== undefined) return around;
  if (only !== undefined && ids.length === 1) return only;
  throw new UsageError(
    ids.length === 0 ? '没有可用的单位' : '有几个单位，须用 --unit 指定一个',
    ids.length === 0 ? '先用 lianfang check 查看问题' : `现有：${ids.join('、')}`,
  );
}
