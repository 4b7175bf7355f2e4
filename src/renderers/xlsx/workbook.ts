import type { Alignment, Border, Cell, Style, Workbook, Worksheet } from 'exceljs';
import { marginsInInches, workbookWidth } from '../page-layout/page-room.ts';
import type { CellStyle, WorkSheet, SheetRow } from './sheet.ts';

const PAPER_CODES = { A4: 9, A3: 8 } as const;
const LINE: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
/** Excel refuses longer page heads and feet. */
const LONGEST_FOOT = 120;
/** Longer text in a cell of text format shows as `####` in old versions of Excel. */
const LONGEST_TEXT_FORMAT = 255;

/** Typefaces by what they print. */
export type BookFonts = Readonly<Record<CellStyle['font'], string>>;

/** What the library does badly and the packing puts in, one a sheet. */
export type Extras = readonly SheetExtras[];
export type SheetExtras = {
  /** Ranges of merged cells: `A1:C1`. */
  readonly merges: readonly string[];
  /** Cells that lead to other sheets of the workbook. */
  readonly links: readonly { readonly cell: string; readonly sheet: string }[];
};

/**
 * Writes laid-out sheets into a workbook; every text as a string, never as a formula. Merged ranges and
 * links are handed back to be put in when packing: the library compares each range with all others, so
 * that ten thousand of them take a minute, and takes a link to a sheet for one to another file.
 */
export function writeSheets(
  workbook: Workbook,
  sheets: readonly WorkSheet[],
  fonts: BookFonts,
): Extras {
  const styles = new Map<string, Partial<Style>>();
  return sheets.map((sheet) => {
    const extras = { merges: [] as string[], links: [] as { cell: string; sheet: string }[] };
    const worksheet = workbook.addWorksheet(sheet.name);
    setUpPage(worksheet, sheet, fonts);
    worksheet.columns = sheet.widths.map((width) => ({ width: workbookWidth(width) }));
    sheet.rows.forEach((row, index) =>
      writeRow(worksheet, row, index + 1, { styles, fonts, extras }),
    );
    for (const before of sheet.breaks) worksheet.getRow(before).addPageBreak();
    return extras;
  });
}

type BookParts = {
  readonly styles: Map<string, Partial<Style>>;
  readonly fonts: BookFonts;
  readonly extras: { merges: string[]; links: { cell: string; sheet: string }[] };
};

function writeRow(
  worksheet: Worksheet,
  { height, cells }: SheetRow,
  number: number,
  { styles, fonts, extras: { merges, links } }: BookParts,
): void {
  worksheet.getRow(number).height = height;
  for (const { column, columns, rows, value, style, link } of cells) {
    const cell = worksheet.getCell(number, column + 1);
    writeValue(cell, value);
    if (link !== undefined) links.push({ cell: cell.address, sheet: link });
    cell.style = sharedStyle(styles, style, typeof value === 'string' && looksActive(value), fonts);
    if (columns > 1 || rows > 1) {
      // Covered cells take the style too: without it merged cells lose their lines.
      for (let covered = 0; covered < rows * columns; covered += 1) {
        const below = worksheet.getRow(number + Math.floor(covered / columns));
        below.getCell(column + 1 + (covered % columns)).style = cell.style;
      }
      const corner = worksheet.getCell(number + rows - 1, column + columns);
      merges.push(`${cell.address}:${corner.address}`);
    }
  }
}

function writeValue(cell: Cell, value: string | number): void {
  if (value === '') return;
  // `_x0041_` is how workbooks write a control character; literal text must not be read as one.
  cell.value =
    typeof value === 'number' ? value : value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Text that a program would turn into a number or a formula as soon as somebody edits the cell. */
function looksActive(value: string): boolean {
  return value.length <= LONGEST_TEXT_FORMAT && /^\s*(?:[=+\-@]|[\d.,%/:-]+\s*$)/.test(value);
}

/** One object a style: the library then finds it again without comparing. */
function sharedStyle(
  styles: Map<string, Partial<Style>>,
  style: CellStyle,
  asText: boolean,
  fonts: BookFonts,
): Partial<Style> {
  const { font, size, bold, align, valign, sides } = style;
  const key = `${font} ${size} ${bold} ${align} ${valign} ${sides} ${asText}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const alignment: Partial<Alignment> = { horizontal: align, vertical: valign, wrapText: true };
  const made: Partial<Style> = {
    font: { name: fonts[font], size, bold, charset: 134, color: { argb: 'FF000000' } },
    alignment,
    border: {
      ...(sides.includes('L') ? { left: LINE } : {}),
      ...(sides.includes('R') ? { right: LINE } : {}),
      ...(sides.includes('T') ? { top: LINE } : {}),
      ...(sides.includes('B') ? { bottom: LINE } : {}),
    },
    ...(asText ? { numFmt: '@' } : {}),
  };
  styles.set(key, made);
  return made;
}

function setUpPage(worksheet: Worksheet, sheet: WorkSheet, fonts: BookFonts): void {
  const { paper, pagesWide, repeated, frozenRows, footText, draft } = sheet;
  // The library's type knows A4 but not A3.
  Object.assign(worksheet.pageSetup, {
    paperSize: PAPER_CODES[paper.size],
    orientation: paper.orientation,
    margins: marginsInInches(sheet.style),
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: 0,
    horizontalCentered: true,
    ...(repeated === undefined ? {} : { printTitlesRow: `${repeated.start + 1}:${repeated.end}` }),
  });
  const { headerFooter } = worksheet;
  if (sheet.style === 'letter' && !sheet.unnumbered) {
    // —1—, outside, one character in.
    headerFooter.differentOddEven = true;
    headerFooter.oddFooter = `&R&"${fonts.body}"&14—&P—　`;
    headerFooter.evenFooter = `&L&"${fonts.body}"&14　—&P—`;
  } else if (!sheet.unnumbered) {
    headerFooter.oddFooter =
      (footText === '' ? '' : `&L&"${fonts.body}"&9 ${escapeCodes(footText)}`) +
      `&C&"${fonts.body}"&9 第 &P 页 共 &N 页`;
  }
  if (draft) {
    headerFooter.oddHeader = `&C&"${fonts.head}"&14 草稿`;
    if (headerFooter.differentOddEven === true) headerFooter.evenHeader = headerFooter.oddHeader;
  }
  worksheet.views = [
    frozenRows > 0
      ? { state: 'frozen', xSplit: 0, ySplit: frozenRows, showGridLines: false }
      : { state: 'normal', showGridLines: false },
  ];
}

/** `&` begins a code in page heads and feet. */
function escapeCodes(text: string): string {
  return Array.from(text.replaceAll('\n', ' '))
    .slice(0, LONGEST_FOOT)
    .join('')
    .replaceAll('&', '&&');
}
