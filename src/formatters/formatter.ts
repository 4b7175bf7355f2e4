import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';

/** How parts of a text are told apart at a terminal. */
export type Paint = { readonly [S in Severity | 'dim' | 'bold']: (text: string) => string };

export type FormatOptions = {
  /** Colours for a terminal; without them the text stays plain. */
  readonly paint?: Paint;
  /** Columns of the terminal. */
  readonly width?: number;
  /** The text of a file, to show the line; undefined if it is not known. */
  readonly textOf?: (file: string) => string | undefined;
  /** The units checked, so that those without a finding are named too. */
  readonly units?: readonly { readonly id: string; readonly name: string }[];
};

/** From findings, sorted, to text that ends with a line feed. Pure. */
export type Formatter = (diagnostics: readonly Diagnostic[], options: FormatOptions) => string;
