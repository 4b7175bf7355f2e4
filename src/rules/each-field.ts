/** A text, or the texts of a list, with where it stands in its record. */
export type FieldUse = {
  readonly texts: readonly string[];
  readonly path: readonly (string | number)[];
  /** Whether `texts` is a list: the text at `index` then stands at `[...path, index]`. */
  readonly isList: boolean;
};

/** No texts of the unit's own: addresses, ids and references, digests, words of the scheme. */
const NOT_TEXT = new Set(
  [
    'ref id ignore formerly sha256 digest previous file',
    'post posts department departments power powers step risks measures appliesTo',
    'owner ownerDepartment leader executor holders reportsTo inChargeOf',
    'category foundBy factors scores ratings rank tier handles',
    'class type domain majorMatter nature line aspect kind status',
  ].flatMap((keys) => keys.split(' ')),
);

/**
 * Calls `found` for every text field of a record, however deep, that has a text of at least `shortest`
 * characters; a list of texts is one field. The path is only good for the time of the call.
 */
export function eachField(
  record: object,
  found: (field: FieldUse) => void,
  { shortest = 1 }: { readonly shortest?: number } = {},
): void {
  const path: (string | number)[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length >= shortest) found({ texts: [value], path, isList: false });
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value) && typeof value[0] === 'string') {
      if (value.some((item: string) => item.length >= shortest)) {
        found({ texts: value, path, isList: true });
      }
      return;
    }
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) step(index, value[index]);
      return;
    }
    for (const key in value) {
      if (!NOT_TEXT.has(key)) step(key, (value as Record<string, unknown>)[key]);
    }
  };
  const step = (key: string | number, item: unknown): void => {
    if (item === undefined || item === null) return;
    path.push(key);
    visit(item);
    path.pop();
  };
  visit(record);
}
