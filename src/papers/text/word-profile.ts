import type { FieldItem, Profile, ProfileColumnNode } from '../../model/profile.ts';

/** The profile with its headers and labels filled, so that a shared layout speaks each scheme's words. */
export function wordProfile(profile: Profile, fill: (text: string) => string): Profile {
  return {
    ...profile,
    sections: profile.sections.map((section) => {
      const { table, fields } = section;
      return {
        ...section,
        ...(table === undefined
          ? {}
          : { table: { ...table, columns: table.columns.map((node) => wordColumn(node, fill)) } }),
        ...(fields === undefined
          ? {}
          : { fields: { ...fields, of: fields.of.flatMap((item) => wordItem(item, fill)) } }),
      };
    }),
  };
}

function wordColumn(node: ProfileColumnNode, fill: (text: string) => string): ProfileColumnNode {
  if ('columns' in node) {
    return {
      header: fill(node.header),
      columns: node.columns.map((inner) => wordColumn(inner, fill)),
    };
  }
  if ('blank' in node) return { ...node, header: fill(node.header) };
  const { header, empty } = node;
  return { ...node, empty: fill(empty), ...(header === undefined ? {} : { header: fill(header) }) };
}

/** An item whose label comes to nothing under this scheme ({{#if grades}}…{{/if}}) is left out. */
function wordItem(item: FieldItem, fill: (text: string) => string): FieldItem[] {
  if (typeof item === 'string') return [item];
  const worded = 'field' in item ? { ...item, empty: fill(item.empty) } : item;
  if (item.label === undefined) return [worded];
  const label = fill(item.label);
  return label === '' ? [] : [{ ...worded, label }];
}
