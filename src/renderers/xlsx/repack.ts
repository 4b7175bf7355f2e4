import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Extras, SheetExtras } from './workbook.ts';

/**
 * The library's default font is Calibri from the theme, whose width differs from computer to computer
 * and with it that of every column.
 */
const DEFAULT_FONT = /<font>(?:(?!<\/font>).)*Calibri(?:(?!<\/font>).)*<\/font>/;
const OFFICE_FONT =
  '<font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font>';

/**
 * Packs a workbook again so that the same content is the same bytes: entries in order, fixed times.
 * Puts in what the library does badly: merged ranges, links and the default font.
 */
export function repack(bytes: Uint8Array, extras: Extras): Uint8Array {
  const entries = unzipSync(bytes);
  const sorted: Zippable = {};
  for (const name of Object.keys(entries).toSorted()) {
    const content = entries[name];
    if (content === undefined || name.endsWith('/')) continue;
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    if (sheet !== undefined) sorted[name] = withExtras(content, extras[Number(sheet) - 1]);
    else sorted[name] = name === 'xl/styles.xml' ? withOfficeFont(content) : content;
  }
  // Local noon: times in a zip have no zone, and noon exists in every one of them.
  return zipSync(sorted, { mtime: new Date(1980, 0, 1, 12), level: 6 });
}

function withExtras(sheet: Uint8Array, extras: SheetExtras | undefined): Uint8Array {
  const { merges = [], links = [] } = extras ?? {};
  if (merges.length === 0 && links.length === 0) return sheet;
  const ranges = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const cells = links
    .map((link) => `<hyperlink ref="${link.cell}" location="'${link.sheet}'!A1"/>`)
    .join('');
  const merged = ranges === '' ? '' : `<mergeCells count="${merges.length}">${ranges}</mergeCells>`;
  const linked = cells === '' ? '' : `<hyperlinks>${cells}</hyperlinks>`;
  return strToU8(strFromU8(sheet).replace('</sheetData>', () => `</sheetData>${merged}${linked}`));
}

function withOfficeFont(styles: Uint8Array): Uint8Array {
  return strToU8(strFromU8(styles).replace(DEFAULT_FONT, OFFICE_FONT));
}
