import { say } from '../diagnostics/message.ts';
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Finding, NodeRef } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import type { Holidays } from '../model/holidays.ts';
import { holidaysSchema } from '../model/holidays.ts';
import type { Project, ProjectConfig, Unit } from '../model/project.ts';
import { projectConfigSchema } from '../model/project.ts';
import { KINDS, RECORD_FILES } from '../model/kinds.ts';
import { referencesIn } from '../model/references.ts';
import type { Root } from './files.ts';
import { listInside, openRoot } from './files.ts';
import { loadUnit, unitId } from './load-unit.ts';
import { packagedRoot } from './packaged.ts';
import type { SchemeLibrary } from './scheme-library.ts';
import { openSchemeLibrary } from './scheme-library.ts';
import type { Locator, Sources } from './sources.ts';
import { newLocator, newSources } from './sources.ts';
import { validate } from './validate.ts';

export const CONFIG_FILE = 'lianfang.yaml';
const HOLIDAYS_FILE = 'holidays.yaml';

/** A data repository as read from the disk, with everything that was wrong with it. */
export type OpenedProject = {
  readonly root: Root;
  readonly project: Project;
  readonly library: SchemeLibrary;
  readonly findings: readonly Finding[];
  readonly sources: Sources;
  readonly locator: Locator;
};

/** The nearest folder upward that holds a `lianfang.yaml`; undefined if there is none. */
export function findProjectRoot(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIG_FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The packaged schemes and tables alone, for commands that need no data repository. */
export function openPackagedSchemes(): SchemeLibrary {
  return openSchemeLibrary(undefined, packagedRoot(), newSources());
}

/**
 * Reads the repository at a path, or one held in memory; never throws for what stands in it.
 * @param wanted ids of units that are read whole, with those that their records refer to; of others only
 * unit.yaml is read. Default: all.
 */
export function openProject(place: string | Root, wanted?: readonly string[]): OpenedProject {
  const root = typeof place === 'string' ? openRoot(place) : place;
  const sources = newSources();
  const locator = newLocator(sources);
  const findings: Finding[] = [];
  const { config, configRef } = readConfig(root, sources, locator, findings);
  const holidays = readHolidays(root, sources, locator, findings);
  const folders = unitFolders(root, config.units, findings);
  if (folders.length === 0 && findings.length === 0)
    findings.push(noUnits(config.units, configRef));
  const load = (folder: string, isWhole: boolean) =>
    loadUnit(root, folder, sources, locator, isWhole);
  const whole = new Map(
    folders
      .filter((folder) => wanted?.includes(unitId(folder)) ?? true)
      .map((folder) => [folder, load(folder, true)]),
  );
  const named = new Set(
    wanted === undefined ? [] : [...whole.values()].flatMap(({ unit }) => unitsNamedIn(unit)),
  );
  const loaded = folders.map(
    (folder) => whole.get(folder) ?? load(folder, named.has(unitId(folder))),
  );
  for (const unit of loaded) for (const finding of unit.findings) findings.push(finding);
  const units = loaded.map(({ unit }) => unit);
  return {
    root,
    project: { config, configRef, holidays, units },
    library: openSchemeLibrary(root, packagedRoot(), sources),
    get findings() {
      return [...sources.findings, ...findings];
    },
    sources,
    locator,
  };
}

/** Other units whose records the records of this one refer to: `unit-id/post-id`. */
function unitsNamedIn(unit: Unit): string[] {
  const records = [
    { schema: KINDS.unit.schema, record: unit.info },
    ...unit.departments.map((record) => ({ schema: KINDS.department.schema, record })),
    ...RECORD_FILES.flatMap(({ file, schema }) => unit[file].map((record) => ({ schema, record }))),
  ];
  return records.flatMap(({ schema, record }) =>
    referencesIn(schema, record).flatMap(({ id }) => {
      const [owner = '', inner] = id.split('/');
      return inner === undefined ? [] : [owner];
    }),
  );
}

function readConfig(root: Root, sources: Sources, locator: Locator, findings: Finding[]) {
  const configRef: NodeRef = { file: CONFIG_FILE, path: [] };
  const raw = sources.read(root, CONFIG_FILE)?.value ?? {};
  const isMap = typeof raw === 'object' && !Array.isArray(raw);
  if (!isMap) {
    const hint = '写成「title: 名称」的形式';
    findings.push({ code: 'LF104', ref: configRef, message: '应由键和值组成', hint });
  }
  const checked = validate(projectConfigSchema, isMap ? raw : {}, configRef, locator.sourceOf);
  const config: ProjectConfig = checked.value ?? projectConfigSchema.parse({});
  findings.push(...checked.findings);
  for (const ref of checked.todos) {
    findings.push({ code: 'LF109', ref, on: 'key', message: '待填', hint: '补上内容' });
  }
  findings.push(...classified(config.classification, configRef));
  return { config, configRef };
}

/** Without the file working days are reckoned by the week, and dates are provisional. */
function readHolidays(
  root: Root,
  sources: Sources,
  locator: Locator,
  findings: Finding[],
): Holidays {
  const raw = sources.read(root, HOLIDAYS_FILE)?.value;
  if (raw === undefined) return {};
  const ref: NodeRef = { file: HOLIDAYS_FILE, path: [] };
  const checked = validate(holidaysSchema, raw, ref, locator.sourceOf);
  findings.push(...checked.findings);
  return checked.value ?? {};
}

const CLASSIFICATIONS = ['公开', '内部', '工作秘密'];

/** State secrets do not belong here at all (保守国家秘密法). */
function classified(classification: string, configRef: NodeRef): Finding[] {
  const ref = at(configRef, 'classification');
  if (classification === '' || CLASSIFICATIONS.includes(classification)) return [];
  if (/秘密|机密|绝密/.test(classification)) {
    const hint = '把涉密内容移出，按保密规定处理；内部资料写「内部」或「工作秘密」';
    const message = say`「${{ classification }}」数据不得录入`;
    return [{ code: 'LF110', mark: 'classified', ref, message, hint }];
  }
  const hint = `可选：${CLASSIFICATIONS.join('、')}`;
  return [{ code: 'LF102', ref, message: say`密级不能是「${{ classification }}」`, hint }];
}

/** A repository without a unit is clean only because nothing was looked at. */
function noUnits(pattern: string, configRef: NodeRef): Finding {
  return {
    code: 'LF106',
    ref: at(configRef, 'units'),
    message: say`「${{ pattern }}」下没有单位`,
    hint: '用 lianfang init 增加单位，或改正 units 的写法',
  };
}

/** Folders that the pattern names, in natural order. `*` stands for one whole folder name. */
function unitFolders(root: Root, pattern: string, findings: Finding[]): string[] {
  let folders = [''];
  for (const part of pattern.split('/').filter((step) => step !== '' && step !== '.')) {
    folders = folders.flatMap((folder) => {
      const inFolder = (name: string) => (folder === '' ? name : `${folder}/${name}`);
      if (part !== '*') return folderAt(root, inFolder(part), findings);
      const listed = listInside(root, folder);
      if (listed.kind === 'fault') findings.push(listed.finding);
      if (listed.kind !== 'entries') return [];
      findings.push(...listed.findings);
      return listed.entries.filter((entry) => entry.isFolder).map((entry) => inFolder(entry.name));
    });
  }
  return folders.filter((folder) => folder !== '');
}

function folderAt(root: Root, folder: string, findings: Finding[]): string[] {
  const listed = listInside(root, folder);
  if (listed.kind === 'fault') findings.push(listed.finding);
  return listed.kind === 'entries' ? [folder] : [];
}

/** A path of the user's as the repository names it; undefined if it lies outside. */
export function pathInside(root: Root, cwd: string, path: string): string | undefined {
  const inside = relative(root.path, resolve(cwd, path));
  if (inside === '..' || inside.startsWith(`..${sep}`)) return undefined;
  return inside.split(sep).join('/');
}
