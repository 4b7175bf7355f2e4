import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export type FormatOptions = {
  readonly color?: boolean;
  /** Columns of the terminal. */
  readonly width?: number;
  /** The text of a file, to show the line; undefined if it is not known. */
  readonly textOf?: (file: string) => string | undefined;
  /** The units checked, so that those without a finding are named too. */
  readonly units?: readonly { readonly id: string; readonly name: string }[];
};

/** From findings, sorted, to text that ends with a line feed. Pure. */
export type Formatter = (diagnostics: readonly Diagnostic[], options: FormatOptions) => string;
