import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../../errors.ts';
import type { Call, CommonArgs, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import { packageFile } from '../../package-files.ts';
import { fillTemplate } from '../../papers/text/letter-template.ts';
import { resolveScheme } from '../../pipeline/resolve-scheme.ts';
import {
  findProjectRoot,
  openPackagedSchemes,
  openProject,
} from '../../repository/open-project.ts';
import type { SchemeLibrary } from '../../repository/scheme-library.ts';
import { suggest } from '../../util/suggest.ts';
import { resolveFrom } from '../work-folder.ts';
import { editorSchemas } from '../schema.ts';
import type { OutputFile } from '../write-files.ts';
import { listWritten, writeFiles } from '../write-files.ts';
import type { InitAnswers } from './ask.ts';
import { askWhatIsMissing } from './ask.ts';
import { projectView, unitViews } from './view.ts';

export type InitArgs = CommonArgs & {
  readonly target?: string;
  readonly scheme?: string;
  readonly unit?: string;
  readonly id?: string;
  readonly edition?: number;
  readonly ci?: 'github' | 'gitlab' | 'gitee';
  readonly input?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
};

const TEMPLATES = fileURLToPath(packageFile('templates/init/'));
const CI_FILES = {
  github: '.github/workflows/lianfang.yml',
  gitlab: '.gitlab-ci.yml',
  gitee: '.workflow/lianfang.yml',
};

/** A folder kept in git has its own: they are never in the way of the data. */
const GIT_FILES = ['.gitignore', '.gitattributes'];

/** `lianfang init`: a new data repository, or one more unit in the one that is there. */
export async function init(args: InitArgs, io: Io): Promise<ExitCode> {
  const target = resolveFrom(io, args, args.target ?? '.');
  const existing = findProjectRoot(target);
  const opened = existing === undefined ? undefined : openProject(existing);
  const library = opened?.library ?? openPackagedSchemes();
  const units = opened?.project.units.map((unit) => unit.id) ?? [];

  const answers = await complete({ args, io }, library, opened?.project.config.scheme, units);
  if (answers === undefined) return ExitCode.interrupted;
  if (!args.force && units.includes(answers.id)) {
    throw new UsageError(`单位编号「${answers.id}」已经用过`, '用 --id 另取一个编号');
  }
  const resolved = resolveScheme(answers.scheme, { file: '', path: [] }, library);
  if (resolved.scheme === undefined) throw new UsageError(unknownScheme(answers.scheme, library));

  const root = existing ?? target;
  const edition = args.edition ?? io.now().getFullYear();
  const files: OutputFile[] = unitViews(resolved.scheme, answers.unit).map(
    ({ template, view }) => ({
      path: `units/${answers.id}/${template}`,
      bytes: fillTemplate(template, readTemplate(`${template}.hbs`), view),
    }),
  );
  if (existing === undefined) files.push(...repositoryFiles(answers, edition));
  if (args.ci !== undefined) {
    files.push({ path: CI_FILES[args.ci], bytes: readTemplate(`ci/${args.ci}.yml`) });
  }
  const kept = args.force === true ? [] : GIT_FILES.filter((file) => existsSync(join(root, file)));
  const written = writeFiles(
    root,
    files.filter(({ path }) => !kept.includes(path)),
    args,
  );
  listWritten(io, args, root, written);
  if (existing === undefined && kept.length > 0 && args.quiet !== true) {
    io.err(`已有 ${kept.join('、')}，保留不动\n`);
  }
  if (args.quiet !== true && args.dryRun !== true) {
    io.err(`下一步：按注释填写 ${join(root, 'units', answers.id)}，再运行 lianfang check\n`);
  }
  return ExitCode.ok;
}

function repositoryFiles(answers: InitAnswers, edition: number): OutputFile[] {
  const view = projectView(`${answers.unit}廉政风险防控数据`, answers.scheme, edition);
  return [
    {
      path: 'lianfang.yaml',
      bytes: fillTemplate('lianfang.yaml', readTemplate('lianfang.yaml.hbs'), view),
    },
    { path: '.gitignore', bytes: readTemplate('gitignore') },
    { path: '.gitattributes', bytes: readTemplate('gitattributes') },
    ...editorSchemas().map(({ path, bytes }) => ({ path: `.lianfang/schemas/${path}`, bytes })),
  ];
}

async function complete(
  { args, io }: Call<InitArgs>,
  library: SchemeLibrary,
  usualScheme: string | undefined,
  units: readonly string[],
): Promise<InitAnswers | undefined> {
  const id = args.id ?? nextUnitId(units);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 40) {
    throw new UsageError(
      `单位编号「${id}」不合要求`,
      '只用小写字母、数字和连字符，如 finance-bureau',
    );
  }
  if (args.scheme !== undefined && !library.schemeIds.includes(args.scheme)) {
    throw new UsageError(unknownScheme(args.scheme, library), '用 lianfang list schemes 查看');
  }
  if (args.scheme !== undefined && args.unit !== undefined) {
    return { scheme: args.scheme, unit: args.unit, id };
  }
  if (!io.interactive || args.input === false) {
    const scheme = args.scheme ?? usualScheme;
    if (args.unit !== undefined && scheme !== undefined) return { scheme, unit: args.unit, id };
    throw missing(args.unit === undefined, scheme === undefined);
  }
  return askWhatIsMissing({ ...args, id: args.id, suggestedId: id, usualScheme, units }, library);
}

function missing(unit: boolean, scheme: boolean): UsageError {
  const what = [...(unit ? ['单位名称'] : []), ...(scheme ? ['实施方案'] : [])];
  const options = [
    ...(unit ? ['--unit 单位名称'] : []),
    ...(scheme ? ['--scheme 方案编号（见 lianfang list schemes）'] : []),
  ];
  return new UsageError(`缺少${what.join('和')}`, `加上 ${options.join(' 和 ')}`);
}

function nextUnitId(units: readonly string[]): string {
  for (let number = 1; ; number++) {
    const id = `unit-${String(number).padStart(2, '0')}`;
    if (!units.includes(id)) return id;
  }
}

function unknownScheme(id: string, library: SchemeLibrary): string {
  const meant = suggest(id, library.schemeIds);
  return `没有「${id}」这个方案${meant === undefined ? '' : `，您是否要写「${meant}」`}`;
}

function readTemplate(name: string): string {
  return readFileSync(join(TEMPLATES, name), 'utf8');
}
