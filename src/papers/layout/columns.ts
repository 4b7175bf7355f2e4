import type { ProfileColumn, ProfileColumnNode } from '../../model/profile.ts';
import type { HeadCell } from '../document.ts';
import type { Fields } from '../fields/field.ts';
import { SEQUENCE } from '../fields/field-registry.ts';
import type { WidthWish } from './fit-widths.ts';

/** A leaf column of a profile: a field, or an empty column for handwriting. */
export type LeafColumn = {
  readonly column: ProfileColumn | undefined;
  /** Unique in the table. */
  readonly key: string;
  /** Heads from the outermost to its own. */
  readonly heads: readonly string[];
  readonly wish: WidthWish;
  readonly align: 'left' | 'center' | 'right';
};

const SEQUENCE_WIDTH = 5;

/** The leaf columns of nested headers, from left to right. */
export function leavesOf(columns: readonly ProfileColumnNode[], fields: Fields): LeafColumn[] {
  const used = new Map<string, number>();
  const unique = (key: string) => {
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  };
  const visit = (node: ProfileColumnNode, outer: readonly string[]): LeafColumn[] => {
    if ('columns' in node) {
      return node.columns.flatMap((inner) => visit(inner, [...outer, node.header]));
    }
    if ('blank' in node) {
      const { header, width } = node;
      return [
        {
          column: undefined,
          key: unique('blank'),
          heads: [...outer, header],
          wish: { width, header },
          align: 'left',
        },
      ];
    }
    const isSequence = node.field === SEQUENCE.key;
    const field = fields.find(node.field);
    const header = node.header ?? (isSequence ? SEQUENCE.header : (field?.header ?? node.field));
    const width = node.width ?? (isSequence ? SEQUENCE_WIDTH : field?.width);
    return [
      {
        column: node,
        key: unique(node.field),
        heads: [...outer, header],
        wish: { width, header },
        align: node.align ?? (isSequence ? 'center' : (field?.align ?? 'left')),
      },
    ];
  };
  return columns.flatMap((node) => visit(node, []));
}

/** Rows of the head, outermost first: a head over several columns spans them, a leaf reaches down. */
export function headOf(columns: readonly ProfileColumnNode[], fields: Fields): HeadCell[][] {
  const depth = Math.max(...columns.map(depthOf));
  const rows: HeadCell[][] = Array.from({ length: depth }, () => []);
  const leaves = leavesOf(columns, fields);
  let next = 0;
  const visit = (node: ProfileColumnNode, level: number): number => {
    const column = next;
    if ('columns' in node) {
      const cell = { text: node.header, column, colSpan: 0, rowSpan: 1 };
      const place = (rows[level] ?? []).push(cell) - 1;
      const colSpan = node.columns.reduce((sum, inner) => sum + visit(inner, level + 1), 0);
      rows[level]?.splice(place, 1, { ...cell, colSpan });
      return colSpan;
    }
    next += 1;
    const text = leaves[column]?.heads.at(-1) ?? '';
    rows[level]?.push({ text, column, colSpan: 1, rowSpan: depth - level });
    return 1;
  };
  for (const node of columns) visit(node, 0);
  return rows;
}

function depthOf(node: ProfileColumnNode): number {
  return 'columns' in node ? 1 + Math.max(...node.columns.map(depthOf)) : 1;
}
