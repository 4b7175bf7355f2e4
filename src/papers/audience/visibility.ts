import type { Audience, Scheme } from '../../model/scheme.ts';
import { fieldsFor } from '../fields/field-registry.ts';
import type { Field } from '../fields/field.ts';

/** What an audience may see under a scheme. */
export type Visibility = {
  readonly sees: (field: Field) => boolean;
  /** Whether persons may be named in a field; else roles stand there. */
  readonly names: (key: string) => boolean;
};

/** A wider audience may see less. */
export const AUDIENCE_WIDTH: Readonly<Record<Audience, number>> = {
  internal: 0,
  unit: 1,
  public: 2,
};

/**
 * What goes out is a whitelist: the vocabulary's own marks, what the scheme adds for this audience
 * (`show`) and takes away (`hide`). A key stands for all below it (`unit.contacts`), but a person's
 * name goes out only where its very field is listed.
 */
export function visibilityOf(scheme: Scheme, audience: Audience): Visibility {
  const { show = [], hide = [] } = scheme.audiences[audience] ?? {};
  const listed = (keys: readonly string[], key: string) =>
    keys.some((one) => key === one || key.startsWith(`${one}.`));
  const hidden = (key: string) => listed(hide, key);
  const names = (key: string) => {
    if (hidden(key)) return false;
    if (audience === 'internal') return true;
    return show.includes(key) && fieldsFor(scheme).find(key)?.personal === true;
  };
  return {
    names,
    sees: ({ key, personal, audience: widest }) => {
      if (hidden(key)) return false;
      if (AUDIENCE_WIDTH[widest] >= AUDIENCE_WIDTH[audience]) return true;
      return personal ? names(key) : listed(show, key);
    },
  };
}
