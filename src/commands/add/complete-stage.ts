import { dayWritten } from '../../calendar/dates.ts';
import { UsageError } from '../../errors.ts';
import type { CommonArgs, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import type { UnitInfo } from '../../model/kinds/unit.ts';
import type { Edit } from '../../source/write/edit-values.ts';
import { editValues } from '../../source/write/edit-values.ts';
import { suggest } from '../../util/suggest.ts';
import { chooseUnit } from '../choose-unit.ts';
import { openHere } from '../open-here.ts';
import { writeFiles } from '../write-files.ts';
import { tellFaults } from './tell-records.ts';
import { tryFiles } from './try-files.ts';

export type CompleteStageArgs = CommonArgs & {
  readonly stage: string;
  readonly doneOn?: string;
  readonly unit?: string;
  readonly dryRun?: boolean;
};

/** `lianfang complete stage`: the day on which a unit was through with a stage of its scheme. */
export async function completeStage(args: CompleteStageArgs, io: Io): Promise<ExitCode> {
  const opened = await openHere(io, args);
  const assessed = chooseUnit(opened, args, io);
  const { unit, resolved } = assessed;
  const names = resolved.scheme.stages.map(({ id }) => id);
  if (!names.includes(args.stage)) {
    const meant = suggest(args.stage, names);
    throw new UsageError(
      `方案没有工作阶段「${args.stage}」`,
      meant === undefined ? `方案的工作阶段：${names.join('、')}` : `是不是「${meant}」？`,
    );
  }
  const doneOn = args.doneOn === undefined ? undefined : dayWritten(args.doneOn);
  if (doneOn === undefined) {
    throw new UsageError('用 --done-on 写明完成日期', '例如 --done-on 2026-03-31');
  }
  const { file } = unit.ref;
  const bytes = editValues(opened.sources.kept(file)?.text ?? '', [
    editOf(unit.info, args.stage, doneOn),
  ]);
  if (bytes === undefined) {
    throw new UsageError(`「${file}」读不完整，不能改动`, '先用 lianfang check 查清并改正');
  }
  const files = [{ path: file, bytes }];
  const { faults } = await tryFiles(files, assessed, opened);
  if (tellFaults(faults, io)) return ExitCode.usage;
  writeFiles(opened.root.path, files, { force: true, dryRun: args.dryRun === true });
  io.out(`「${args.stage}」${doneOn} 完成，${args.dryRun === true ? '将写入' : '写入'} ${file}\n`);
  return ExitCode.ok;
}

function editOf({ stages }: UnitInfo, id: string, day: string): Edit {
  const index = stages.findIndex((stage) => stage.id === id);
  const before = stages[index]?.doneOn;
  if (before !== undefined) {
    throw new UsageError(`「${id}」已经写明 ${before} 完成，不改写`, '确需更正的，直接编辑文件');
  }
  if (index >= 0) return { path: ['stages', index, 'doneOn'], value: day };
  if (stages.length === 0) return { path: ['stages'], value: [{ id, doneOn: day }] };
  return { path: ['stages', stages.length], value: { id, doneOn: day } };
}
