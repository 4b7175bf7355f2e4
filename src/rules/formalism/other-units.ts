import type { Project, Unit } from '../../model/project.ts';
import type { Power } from '../../model/kinds/power.ts';

/** Names of units that a unit has nothing to do with, for finding them in its texts. */
export type OtherUnits = {
  /** The unrelated unit's name that ends, or begins, at the place; what the unit itself is called is none. */
  readonly endingAt: (text: string, end: number) => string | undefined;
  readonly startingAt: (text: string, start: number) => string | undefined;
  /** The first name anywhere in the text. */
  readonly findIn: (text: string) => string | undefined;
};

const LEAST_LENGTH = 3;

type Names = {
  readonly unitsByName: ReadonlyMap<string, readonly Unit[]>;
  readonly lengths: readonly number[];
};
const namesOf = new WeakMap<Project, Names>();

/** Names and short names of all units but this one, those above and below it, and those it writes to. */
export function otherUnits(project: Project, unit: Unit): OtherUnits {
  const { unitsByName, lengths } = names(project);
  const related = relatedTo(project, unit);
  const ownNames = [unit.info.name, unit.info.shortName ?? ''].filter((name) => name !== '');
  const isOther = (name: string) => {
    const units = unitsByName.get(name);
    return units !== undefined && !units.some(({ id }) => related.has(id));
  };
  const ownCovers = (text: string, start: number, end: number) =>
    ownNames.some((name) => {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        if (at <= start && at + name.length >= end) return true;
      }
      return false;
    });
  const between = (text: string, start: number, end: number) => {
    if (start < 0 || end > text.length) return undefined;
    const name = text.slice(start, end);
    return isOther(name) && !ownCovers(text, start, end) ? name : undefined;
  };
  const endingAt = (text: string, end: number) => {
    for (const length of lengths) {
      const found = between(text, end - length, end);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const startingAt = (text: string, start: number) => {
    for (const length of lengths) {
      const found = between(text, start, start + length);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const findIn = (text: string) => {
    for (let start = 0; start + LEAST_LENGTH <= text.length; start++) {
      const found = startingAt(text, start);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return { endingAt, startingAt, findIn };
}

function names(project: Project): Names {
  let known = namesOf.get(project);
  if (known === undefined) {
    const unitsByName = new Map<string, Unit[]>();
    for (const unit of project.units) {
      for (const name of new Set([unit.info.name, unit.info.shortName ?? ''])) {
        if (name.length >= LEAST_LENGTH) {
          unitsByName.set(name, [...(unitsByName.get(name) ?? []), unit]);
        }
      }
    }
    // The longest first: 某县财政局国库支付中心 before 某县财政局.
    const lengths = [...new Set([...unitsByName.keys()].map(({ length }) => length))];
    known = { unitsByName, lengths: lengths.toSorted((a, b) => b - a) };
    namesOf.set(project, known);
  }
  return known;
}

function relatedTo(project: Project, unit: Unit): ReadonlySet<string> {
  const parentOf = new Map(project.units.map(({ id, info }) => [id, info.parent]));
  const above = (id: string) => {
    const chain = new Set([id]);
    for (let next = parentOf.get(id); next !== undefined && !chain.has(next);) {
      chain.add(next);
      next = parentOf.get(next);
    }
    return chain;
  };
  const related = new Set(above(unit.id));
  for (const { id } of project.units) if (above(id).has(unit.id)) related.add(id);
  for (const letter of unit.letters) if (letter.unit !== undefined) related.add(letter.unit);
  return related;
}

const REGION = /^(.{1,8}?[省市县区旗])(.{3,})$/u;

/** The 行使主体 of a power if it is the unit of another region: 某区财政局 in the list of 某县财政局. */
export function subjectOfOtherRegion({ subject }: Power, { info }: Unit): string | undefined {
  const [, region = '', body] = REGION.exec(info.name) ?? [];
  const [, otherRegion = '', otherBody] = REGION.exec(subject?.trim() ?? '') ?? [];
  if (body === undefined || body !== otherBody || region === otherRegion) return undefined;
  // 县财政局 is short for 某县财政局, 本县财政局 too; 市财政局 or 某市财政局 may stand above.
  const isSameLevel = otherRegion.at(-1) === region.at(-1);
  if (isSameLevel && /^[本我该全]?.$/u.test(otherRegion)) return undefined;
  return /[省市]$/u.test(otherRegion) && !isSameLevel ? undefined : subject;
}
