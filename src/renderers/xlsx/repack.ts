import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Merges } from './workbook.ts';

/**
 * The library's default font is Calibri from the theme, whose width differs from computer to computer
 * and with it that of every column.
 */
const DEFAULT_FONT = /<font>(?:(?!<\/font>).)*Calibri(?:(?!<\/font>).)*<\/font>/;
const OFFICE_FONT =
  '<font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font>';

/**
 * Packs a workbook again so that the same content is the same bytes: entries in order, fixed times.
 * Puts in what the library does badly: merged ranges and the default font.
 */
export function repack(bytes: Uint8Array, merges: Merges): Uint8Array {
  const entries = unzipSync(bytes);
  const sorted: Zippable = {};
  for (const name of Object.keys(entries).toSorted()) {
    const content = entries[name];
    if (content === undefined || name.endsWith('/')) continue;
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    if (sheet !== undefined) sorted[name] = withMerges(content, merges[Number(sheet) - 1] ?? []);
    else sorted[name] = name === 'xl/styles.xml' ? withOfficeFont(content) : content;
  }
  // Local noon: times in a zip have no zone, and noon exists in every one of them.
  return zipSync(sorted, { mtime: new Date(1980, 0, 1, 12), level: 6 });
}

function withMerges(sheet: Uint8Array, ranges: readonly string[]): Uint8Array {
  if (ranges.length === 0) return sheet;
  const cells = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const element = `<mergeCells count="${ranges.length}">${cells}</mergeCells>`;
  return strToU8(strFromU8(sheet).replace('</sheetData>', `</sheetData>${element}`));
}

function withOfficeFont(styles: Uint8Array): Uint8Array {
  return strToU8(strFromU8(styles).replace(DEFAULT_FONT, OFFICE_FONT));
}
