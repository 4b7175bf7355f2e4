import type { Unit } from '../model/project.ts';
import type { Root } from '../repository/files.ts';
import { openProject } from '../repository/open-project.ts';
import type { AssessedUnit, Opened } from './open-and-assess.ts';
import { openRepository } from './open-and-assess.ts';

/** The unit of an earlier edition that became this one, by its id or a former one; undefined if none. */
export type EarlierEdition = (unit: Unit) => Unit | undefined;

/** Reads an earlier edition of the data repository. What is wrong in it is nobody's business any more. */
export function openEarlier(place: string | Root): EarlierEdition {
  const { project } = openProject(place);
  return finder(project.units, (unit) => unit);
}

/** The unit of an earlier edition with the levels that it had by its own scheme. */
export type EarlierUnit = Pick<AssessedUnit, 'unit' | 'assessment'> & {
  readonly edition: string | undefined;
};

/** The same with levels. */
export async function openEarlierAssessed(
  place: string | Root,
): Promise<(unit: Unit) => EarlierUnit | undefined> {
  return earlierUnits(await openRepository(place));
}

/** The units of an earlier edition that was opened, to be found by those that they became. */
export function earlierUnits({
  assessed,
  project,
}: Pick<Opened, 'assessed' | 'project'>): (unit: Unit) => EarlierUnit | undefined {
  const { edition } = project.config;
  const units = assessed.map(({ unit, assessment }) => ({
    unit,
    assessment,
    edition: edition === undefined ? undefined : String(edition),
  }));
  return finder(units, ({ unit }) => unit);
}

function finder<T>(all: readonly T[], unitOf: (one: T) => Unit): (unit: Unit) => T | undefined {
  const byId = new Map(all.map((one) => [unitOf(one).id, one]));
  return ({ id, info }) =>
    [id, ...info.formerly].map((one) => byId.get(one)).find((one) => one !== undefined);
}
