import type { Unit } from '../model/project.ts';
import { openProject } from '../repository/open-project.ts';

/** The unit of an earlier edition that became this one, by its id or a former one; undefined if none. */
export type EarlierEdition = (unit: Unit) => Unit | undefined;

/** Reads an earlier edition of the data repository. What is wrong in it is nobody's business any more. */
export function openEarlier(path: string): EarlierEdition {
  const { project } = openProject(path);
  const byId = new Map(project.units.map((unit) => [unit.id, unit]));
  return ({ id, info }) =>
    [id, ...info.formerly].map((one) => byId.get(one)).find((unit) => unit !== undefined);
}
