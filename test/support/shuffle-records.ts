import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { RECORD_FILES } from '../../src/model/kinds.ts';

/** Puts records into another order, and says which file of a folder each goes to (or: one file). */
export type Shuffle = {
  readonly reorder: <T>(records: readonly T[]) => T[];
  /** Number of files that `x.yaml` is split into; 1: no folder. */
  readonly files: number;
  /** Every record first says by `order` where it stood; sign-offs, which are sealed, stay where they are. */
  readonly numbered?: true;
};

/** Copies a data repository and writes every list of records anew: the same content, other files. */
export function shuffledCopy(
  from: string,
  to: string,
  { reorder, files, numbered }: Shuffle,
): void {
  cpSync(from, to, { recursive: true });
  for (const unit of readdirSync(join(to, 'units'))) {
    const folder = join(to, 'units', unit);
    for (const { file: list } of RECORD_FILES) {
      const written = takeRecords(folder, list);
      const isKept = numbered === true && list === 'reviews';
      const records = isKept ? written : reorder(numbered === true ? inPlaces(written) : written);
      if (records.length === 0) continue;
      if (files === 1 || isKept) {
        writeFileSync(join(folder, `${list}.yaml`), toYaml(records));
        continue;
      }
      mkdirSync(join(folder, list));
      for (let part = 0; part < files; part += 1) {
        const own = records.filter((_, index) => index % files === part);
        writeFileSync(join(folder, list, `${files - part}-part.yaml`), toYaml(own));
      }
    }
    const info = parse(readFileSync(join(folder, 'unit.yaml'), 'utf8')) as {
      departments?: unknown[];
    };
    if (info.departments !== undefined) {
      const { departments } = info;
      info.departments = reorder(numbered === true ? inPlaces(departments) : departments);
    }
    writeFileSync(join(folder, 'unit.yaml'), toYaml(info));
  }
}

function inPlaces(records: readonly unknown[]): unknown[] {
  return records.map((record, index) => Object.assign({}, record, { order: index + 1 }));
}

/** Reads a list, whether it is a file or a folder, and takes it away. */
function takeRecords(folder: string, list: string): unknown[] {
  const paths = readdirSync(folder).flatMap((name) => {
    if (name === `${list}.yaml`) return [join(folder, name)];
    if (name !== list) return [];
    return readdirSync(join(folder, name)).map((part) => join(folder, name, part));
  });
  const records = paths.flatMap((path) => (parse(readFileSync(path, 'utf8')) ?? []) as unknown[]);
  rmSync(join(folder, list), { recursive: true, force: true });
  rmSync(join(folder, `${list}.yaml`), { force: true });
  return records;
}

function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
