import type { Renderer } from './renderer.ts';
import { layOutSheet } from './xlsx/layout.ts';
import { sheetNames } from './xlsx/sheet-names.ts';
import { writeSheets } from './xlsx/workbook.ts';

/** The clock must not be seen in a file, and the papers carry their own dates. */
const FIXED_TIME = new Date(Date.UTC(1980, 0, 1, 12));

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
    const names = sheetNames(documents.map(({ sheet, title }) => sheet.trim() || title));
    const sheets = documents.map((document, index) =>
      layOutSheet(document, names[index] ?? document.id),
    );
    const merges = writeSheets(workbook, sheets, fonts);
    const bytes = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
    return [{ name: `${name}.xlsx`, bytes: repack(new Uint8Array(bytes), merges) }];
  },
};
