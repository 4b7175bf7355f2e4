import type { Document } from '../papers/document.ts';
import type { Renderer } from './renderer.ts';
import { withFigureTables } from './xlsx/figure-tables.ts';
import { layOutSheet } from './xlsx/lay-out-sheet.ts';
import { sheetNames } from './xlsx/sheet-names.ts';
import { writeSheets } from './xlsx/workbook.ts';

/** The clock must not be seen in a file, and the papers carry their own dates. */
const FIXED_TIME = new Date(Date.UTC(1980, 0, 1, 12));

/** What offices set letters in. */
const LETTER_FONTS = { letter: '仿宋_GB2312', kai: '楷体_GB2312' } as const;

/** Workbook for Excel, WPS and LibreOffice, a sheet a paper, ready for printing. */
export const xlsx: Renderer = {
  format: 'xlsx',
  extension: '.xlsx',
  render: async (documents, { name, fonts, author }) => {
    // A workbook without a sheet is damaged.
    if (documents.length === 0) return [];
    // A quarter of a second to load: only when a workbook is wanted.
    const [{ default: exceljs }, { repack }] = await Promise.all([
      import('exceljs'),
      import('./xlsx/repack.ts'),
    ]);
    const workbook = new exceljs.Workbook();
    workbook.creator = workbook.lastModifiedBy = author === '' ? '廉防' : author;
    workbook.created = workbook.modified = FIXED_TIME;
    const names = sheetNames(wantedNames(documents));
    const sheets = documents.map((document, index) =>
      layOutSheet(withFigureTables(document), names[index] ?? document.id, names),
    );
    const extras = writeSheets(workbook, sheets, { ...LETTER_FONTS, ...fonts });
    const bytes = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
    return [{ name: `${name}.xlsx`, bytes: repack(new Uint8Array(bytes), extras) }];
  },
};

/** Sheets are called what they are for; those of a binder, all for the same unit, by their titles. */
function wantedNames(documents: readonly Document[]): string[] {
  const isBinder = documents.some(({ blocks }) => blocks.some(({ kind }) => kind === 'contents'));
  return documents.map(({ sheet, title, blocks }) => {
    const own = sheet.trim() || title;
    if (!isBinder) return own;
    const [first] = blocks;
    if (first?.kind === 'title' && first.cover === true) return COVER;
    const isOne = documents.filter((other) => other.title === title).length === 1;
    return isOne ? title : own;
  });
}

const COVER = '封面';
