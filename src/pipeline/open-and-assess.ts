import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Project, Unit } from '../model/project.ts';
import type { Root } from '../repository/files.ts';
import type { OpenedProject } from '../repository/open-project.ts';
import { openProject } from '../repository/open-project.ts';
import type { Assessment } from '../scheme/assessment.ts';
import { assessUnit } from '../scheme/assess.ts';
import type { Relations } from '../scheme/relations.ts';
import { relate } from '../scheme/relations.ts';
import type { ResolvedScheme, ResolveScheme, SchemeResult } from './resolved-scheme.ts';
import { resolveReady } from './resolved-scheme.ts';

/** One unit with its levels. */
export type AssessedUnit = {
  readonly unit: Unit;
  readonly resolved: ResolvedScheme;
  readonly relations: Relations;
  readonly assessment: Assessment;
};

/** The data repository, read and rated: what every command starts from. */
export type Opened = OpenedProject & {
  /** Units whose scheme could be used. */
  readonly assessed: readonly AssessedUnit[];
  /** Every scheme in use, once. */
  readonly schemes: readonly ResolvedScheme[];
  /** Everything found while reading files and schemes. */
  readonly findings: readonly Finding[];
};

/** What is needed of a data repository, by ids of units. */
export type WantedUnits = {
  /** Read whole, with those that their records refer to. */
  readonly read: readonly string[];
  /** Rated; default: all. */
  readonly rate: readonly string[] | undefined;
};

/** Reads the data repository at a path, or one held in memory, and computes all levels; default: of all units. */
export async function openRepository(place: string | Root, wanted?: WantedUnits): Promise<Opened> {
  const opened = openProject(place, wanted?.read);
  return assessProject(opened, await resolverFor(opened), wanted?.rate);
}

/** Schemas of schemes are loaded only for one that this package has not proven. */
async function resolverFor({ project, library }: OpenedProject): Promise<ResolveScheme> {
  const ids = new Set(project.units.map((unit) => schemeOf(unit, project)));
  const areReady = [...ids].every(
    (id) => id === undefined || library.readyScheme(id) !== undefined,
  );
  if (!areReady) return (await import('./resolve-scheme.ts')).resolveScheme;
  return (id, from) => resolveReady(id, from, library)!;
}

/** Computes all levels of a repository that was read. */
export function assessProject(
  opened: OpenedProject,
  resolveScheme: ResolveScheme,
  rate?: readonly string[],
): Opened {
  const results = new Map<string, SchemeResult>();
  const findings: Finding[] = [];
  const assessed: AssessedUnit[] = [];
  for (const unit of opened.project.units) {
    if (rate?.includes(unit.id) === false) continue;
    const id = schemeOf(unit, opened.project);
    if (id === undefined) {
      findings.push(noScheme(unit));
      continue;
    }
    const named =
      unit.info.scheme === undefined
        ? { file: opened.project.configRef.file, path: ['scheme'] }
        : { file: unit.ref.file, path: ['scheme'] };
    const known = results.get(id);
    const result = known ?? resolveScheme(id, named, opened.library);
    if (known === undefined) {
      results.set(id, result);
      findings.push(...result.findings);
    }
    if (result.scheme === undefined) continue;
    const relations = relate(unit, result.scheme);
    const assessment = assessUnit(unit, result.scheme, relations);
    assessed.push({ unit, resolved: result, relations, assessment });
  }
  const schemes = [...results.values()].filter((result) => result.scheme !== undefined);
  return { ...opened, assessed, schemes, findings: [...opened.findings, ...findings] };
}

function schemeOf(unit: Unit, { config }: Project): string | undefined {
  return unit.info.scheme ?? config.scheme;
}

function noScheme(unit: Unit): Finding {
  return {
    code: 'LF601',
    ref: unit.ref,
    message: `单位「${unit.info.name}」没有写明实施方案`,
    hint: '在 unit.yaml 或 lianfang.yaml 写上「scheme: 方案编号」',
  };
}
