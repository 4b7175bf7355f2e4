import type { z } from 'zod';
import type { FieldMeta } from './common.ts';
import { branchesOf, elementOf, metaOf, shapeOf } from './shape.ts';

/** A field with a certain mark; `*` in its path stands for every item of a list. */
export type MarkedField<Mark> = {
  readonly path: readonly string[];
  readonly title: string;
  readonly mark: Mark;
};

/** Every field of a schema that has a mark, at any depth. Takes its time: keep what it finds. */
export function markedFields<Mark>(
  schema: z.ZodType,
  markOf: (meta: FieldMeta) => Mark | undefined,
  path: readonly string[] = [],
): MarkedField<Mark>[] {
  const meta = metaOf(schema);
  const mark = markOf(meta);
  const element = elementOf(schema);
  if (mark !== undefined) {
    const end = element === undefined ? path : [...path, '*'];
    return [{ path: end, title: meta.title ?? path.at(-1) ?? '', mark }];
  }
  if (element !== undefined) return markedFields(element, markOf, [...path, '*']);
  return branchesOf(schema).flatMap((branch) => {
    if (markOf(metaOf(branch)) !== undefined) return markedFields(branch, markOf, path);
    return Object.entries(shapeOf(branch)).flatMap(([key, field]) =>
      markedFields(field, markOf, [...path, key]),
    );
  });
}

/** Calls `found` for every text at the path of a field, with the way to it inside the record. */
export function eachTextAt(
  record: unknown,
  { path }: Pick<MarkedField<unknown>, 'path'>,
  found: (text: string, path: readonly (string | number)[]) => void,
): void {
  const visit = (value: unknown, depth: number, way: readonly (string | number)[]): void => {
    const step = path[depth];
    if (step === undefined) {
      if (typeof value === 'string') found(value, way);
    } else if (step === '*') {
      if (!Array.isArray(value)) return;
      value.forEach((item, index) => visit(item, depth + 1, [...way, index]));
    } else if (typeof value === 'object' && value !== null) {
      const child = (value as Record<string, unknown>)[step];
      if (child !== undefined) visit(child, depth + 1, [...way, step]);
    }
  };
  visit(record, 0, []);
}
