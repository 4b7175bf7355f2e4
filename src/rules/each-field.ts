import type { z } from 'zod';
import { branchesOf, elementOf, metaOf, shapeOf, typeOf, valuesOf } from '../model/shape.ts';

/** A text, or the texts of a list, with where it stands in its record. */
export type FieldUse = {
  readonly texts: readonly string[];
  readonly path: readonly (string | number)[];
  /** Whether `texts` is a list: the text at `index` then stands at `[...path, index]`. */
  readonly isList: boolean;
};

type FieldsWanted = {
  /** Texts shorter than this are passed over. */
  readonly shortest?: number;
  /** Words of a form too: ids and references, words of the scheme, names of files. */
  readonly forms?: boolean;
};

/**
 * Calls `found` for every text that somebody wrote in a record, however deep, by what its schema says;
 * a list of texts is one field. Digests are no texts. The path is only good for the time of the call.
 */
export function eachField(
  schema: z.ZodType,
  record: object,
  found: (field: FieldUse) => void,
  { shortest = 1, forms = false }: FieldsWanted = {},
): void {
  const path: (string | number)[] = [];
  const visit = (value: unknown, place: TextPlace): void => {
    if (typeof value === 'string') {
      if ((forms || place.isProse) && value.length >= shortest) {
        found({ texts: [value], path, isList: false });
      }
    } else if (Array.isArray(value)) {
      const { each } = place;
      if (each === undefined) return;
      if (!value.some((item) => typeof item === 'string')) {
        for (let index = 0; index < value.length; index++) step(index, value[index], each);
      } else if (forms || each.isProse) {
        const texts = value.map((item) => (typeof item === 'string' ? item : ''));
        if (texts.some(({ length }) => length >= shortest)) found({ texts, path, isList: true });
      }
    } else if (typeof value === 'object' && value !== null) {
      const { keys, each } = place;
      for (const key in value) {
        const inner = keys?.get(key) ?? each;
        if (inner !== undefined) step(key, (value as Record<string, unknown>)[key], inner);
      }
    }
  };
  const step = (key: string | number, value: unknown, place: TextPlace): void => {
    if (value === undefined || value === null) return;
    path.push(key);
    visit(value, place);
    path.pop();
  };
  visit(record, placeOf(schema));
}

/** Where texts stand in the values of a schema. */
type TextPlace = {
  /** A text here is somebody's own, no word of a form. */
  readonly isProse: boolean;
  readonly keys?: ReadonlyMap<string, TextPlace>;
  /** The items of a list, or the values of a map with free keys. */
  readonly each?: TextPlace;
};

const known = new WeakMap<z.ZodType, TextPlace>();

function placeOf(schema: z.ZodType): TextPlace {
  let place = known.get(schema);
  if (place === undefined)
    known.set(schema, (place = compile(schema, false) ?? { isProse: false }));
  return place;
}

function compile(schema: z.ZodType, isForm: boolean): TextPlace | undefined {
  const { references, words, term, digest } = metaOf(schema);
  if (digest === true) return undefined;
  const form = isForm || references !== undefined || words !== undefined || term === true;
  const places = branchesOf(schema).map((branch): TextPlace => {
    const each = elementOf(branch) ?? valuesOf(branch);
    const inner = each && compile(each, form);
    const keys = Object.entries(shapeOf(branch)).flatMap(([key, field]) => {
      const place = compile(field, form);
      return place === undefined ? [] : [[key, place] as const];
    });
    return {
      isProse: typeOf(branch) === 'string' && !form,
      ...(keys.length > 0 && { keys: new Map(keys) }),
      ...(inner !== undefined && { each: inner }),
    };
  });
  return Object.assign({}, ...places, { isProse: places.some(({ isProse }) => isProse) });
}
