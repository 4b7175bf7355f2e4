import type { Paper, DocumentStyle } from '../../papers/document.ts';

/**
 * A worksheet as plain data, fully laid out: widths and heights in points, texts placed, cells merged.
 * The layout makes it, the writer prints it; only the writer knows the library.
 */
export type WorkSheet = {
  readonly name: string;
  readonly paper: Paper;
  readonly style: DocumentStyle;
  /** Column widths in points. */
  readonly widths: readonly number[];
  /** Pages side by side; more than one only where the table would else shrink below 小五. */
  readonly pagesWide: number;
  readonly rows: readonly SheetRow[];
  /** Rows (from 0, end exclusive) of the head that every page repeats. */
  readonly repeated: RowRange | undefined;
  readonly frozenRows: number;
  /** Rows before which a page must end. */
  readonly breaks: readonly number[];
  readonly footText: string;
  readonly draft: boolean;
  /** Without page numbers: a cover. */
  readonly unnumbered: boolean;
};

export type RowRange = { readonly start: number; readonly end: number };

export type SheetRow = {
  /** Height in points. */
  height: number;
  readonly cells: readonly SheetCell[];
  /** The row must stand on one page with the next one. */
  keepWithNext?: boolean;
  /** A page must end before this row. */
  breakBefore?: boolean;
};

export type SheetCell = {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly value: string | number;
  readonly style: CellStyle;
  /** Name of the sheet that a click leads to. */
  readonly link?: string;
};

export type CellStyle = {
  /** `letter` and `kai` are what letters are set in: 仿宋, and 楷体 for headings of the second level. */
  readonly font: 'title' | 'head' | 'body' | 'letter' | 'kai';
  /** Type size in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly valign: 'top' | 'middle' | 'bottom';
  /** Sides with a line, of `LRTB`; empty: none. */
  readonly sides: string;
};

/** Lines on all four sides. */
export const FRAMED = 'LRTB';
