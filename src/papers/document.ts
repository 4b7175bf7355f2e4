import type { Chart } from '../model/chart.ts';
import type { Tone } from '../model/scheme.ts';

/**
 * A printable paper as blocks. Builders make it, renderers print it: no renderer knows a form, no
 * form knows a renderer. Every horizontal measure counts columns of `grid`; widths are in half Han
 * characters (one Han character is 2, a Latin letter or digit 1) at the paper's type size.
 */
export type Document = {
  /** Stable name of the paper, used in file names and JSON: `risk-register`. */
  readonly id: string;
  readonly title: string;
  /** Short name of this sheet among its siblings: the post, department or holder it is for. */
  readonly sheet: string;
  /**
   * `form`: a table or record as offices set it. `letter`: a letter, notice or report in the form of
   * GB/T 9704-2012 (A4, 22 lines of 28 characters, 仿宋 三号, page number —1—).
   */
  readonly style: DocumentStyle;
  /** Pages count from 1, on from the document before it in the same file, or not at all (a cover). */
  readonly pageNumbers: 'own' | 'continued' | 'none';
  readonly paper: Paper;
  /** Widths of the common columns that all blocks of the paper share. */
  readonly grid: readonly number[];
  readonly blocks: readonly Block[];
  readonly foot: Foot;
  /** Labels of what a text asked for and the data lacks; left blank to be filled in by hand. */
  readonly missing: readonly string[];
};

export type DocumentStyle = 'form' | 'letter';

export type Paper = {
  readonly size: 'A4' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
  /** Type size of tables in points: 五号 is 10.5, 小五 is 9, never smaller. */
  readonly fontSize: number;
};

export type Foot = {
  /** Printed beside the page number, e.g. the edition. Empty: the page number alone. */
  readonly text: string;
  /** 草稿: printed on every page because the data still has errors. */
  readonly draft: boolean;
};

export type Block =
  | TitleBlock
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | FieldsBlock
  | TableBlock
  | OpinionsBlock
  | SignaturesBlock
  | ClosingBlock
  | FigureBlock
  | ContentsBlock
  | PageBreakBlock;

type TitleBlock = {
  readonly kind: 'title';
  readonly text: string;
  /** On a page of its own, set large in its upper half. */
  readonly cover?: boolean;
};
type HeadingBlock = {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
};
/**
 * Running text. `note` is set smaller (注：…), `center` stands in the middle of the line (a date below a
 * title), the others are parts of a letter by GB/T 9704-2012: `addressee` 主送机关 (flush left),
 * `number` 发文字号 (centred above the title), `attachment` 附件说明 (附件：1.…, below the text),
 * `attachmentMark` 附件1 on the first line of a new page (7.3.7): a `center` after it is the attachment's
 * title.
 */
export type ParagraphBlock = {
  readonly kind: 'paragraph';
  readonly role:
    'body' | 'note' | 'center' | 'addressee' | 'number' | 'attachment' | 'attachmentMark';
  /** May hold line ends. */
  readonly text: string;
};
export type ListBlock = {
  readonly kind: 'list';
  readonly items: readonly string[];
  /** First number of a numbered list (1. 2. …); absent: not numbered. */
  readonly from?: number;
};
type PageBreakBlock = { readonly kind: 'pageBreak' };

/** Labels and values side by side; without `bordered` the line above a table (单位、日期). */
export type FieldsBlock = {
  readonly kind: 'fields';
  readonly bordered: boolean;
  /** One row after another; each pair says how many grid columns label and value take. */
  readonly rows: readonly (readonly FieldPair[])[];
};
export type FieldPair = {
  readonly field: string;
  readonly label: string;
  readonly value: Cell;
  /** Grid columns of the label; 0 in an unbordered line, where label and value share a cell. */
  readonly labelSpan: number;
  readonly valueSpan: number;
  /** Room for at least so many lines, to be written by hand; absent: one. */
  readonly lines?: number;
};

export type TableBlock = {
  readonly kind: 'table';
  /** Leaf columns in order. */
  readonly columns: readonly TableColumn[];
  /** Rows of the head, outermost first; a cell covered by a span is absent. */
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly TableRow[];
};
export type TableColumn = {
  /** Unique in the table: the key of the cell in CSV and JSON. */
  readonly key: string;
  /** The full header, outer heads joined with “/”. */
  readonly header: string;
  /** Grid columns taken. */
  readonly span: number;
  readonly align: 'left' | 'center' | 'right';
};
export type HeadCell = {
  readonly text: string;
  /** Index of the first leaf column below. */
  readonly column: number;
  /** Leaf columns and head rows covered. */
  readonly colSpan: number;
  readonly rowSpan: number;
};
export type TableRow =
  /** A line over the whole width that heads a group. */
  | { readonly kind: 'group'; readonly text: string }
  /** An empty line to be filled in by hand. */
  | { readonly kind: 'spare' }
  | {
      readonly kind: 'data';
      /** One cell a leaf column. Every cell holds its full value, also where `rowSpan` is 0. */
      readonly cells: readonly Cell[];
      /** One a leaf column: rows merged downward from here; 0 where a cell above covers this one. */
      readonly rowSpans: readonly number[];
    };

/** What one cell says. The same in every format. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'level'; readonly text: string; readonly tone: Tone }
  | {
      readonly kind: 'items';
      readonly items: readonly string[];
      /** First number of a numbered list; absent: one line an item, not numbered. */
      readonly from?: number;
    };

/** A box in which somebody writes an opinion and signs. */
export type OpinionsBlock = {
  readonly kind: 'opinions';
  readonly boxes: readonly {
    readonly title: string;
    readonly text: string;
    /** Who signs, e.g. 负责人（签字）. */
    readonly signs: readonly string[];
    readonly seal: boolean;
    /** As printed: 2026年3月5日; '' to be written by hand; absent: not dated. */
    readonly on?: string;
  }[];
};

/** A line of names to be written by hand below a paper: 填表人：　审核人：. */
export type SignaturesBlock = {
  readonly kind: 'signatures';
  readonly items: readonly string[];
};

/** 署名 and 成文日期 at the end of a letter, to the right; with `seal` room is left for the seal. */
export type ClosingBlock = {
  readonly kind: 'closing';
  readonly by: readonly string[];
  /** As printed: 2026年1月5日, or blanks to be filled in. */
  readonly on: string;
  readonly seal: boolean;
};

/** A chart, and the same facts as a table for formats and readers that have no pictures. */
export type FigureBlock = {
  readonly kind: 'figure';
  readonly chart: Chart;
  readonly table: TableBlock;
};

/** 目录 of a file of several documents: renderers with pages add where each one begins. */
export type ContentsBlock = {
  readonly kind: 'contents';
  readonly entries: readonly {
    readonly text: string;
    readonly level: 1 | 2;
    /** Index of the document among those of the same file. */
    readonly document: number;
  }[];
};

/** The cell as a person reads it: items one to a line, numbered where the form numbers them. */
export function cellText(cell: Cell): string {
  if (cell.kind === 'number') return String(cell.value);
  if (cell.kind !== 'items') return cell.text;
  const { items, from } = cell;
  if (from === undefined) return items.join('\n');
  return items.map((item, index) => `${from + index}. ${item}`).join('\n');
}
