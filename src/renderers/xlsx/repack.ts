import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/**
 * The library's default font is Calibri from the theme, whose width differs from computer to computer
 * and with it that of every column.
 */
const DEFAULT_FONT = /<font>(?:(?!<\/font>).)*Calibri(?:(?!<\/font>).)*<\/font>/;
const OFFICE_FONT =
  '<font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font>';

/** Packs a workbook again so that the same content is the same bytes: entries in order, fixed times. */
export function repack(bytes: Uint8Array): Uint8Array {
  const entries = unzipSync(bytes);
  const sorted: Zippable = {};
  for (const name of Object.keys(entries).sort()) {
    const content = entries[name];
    if (content === undefined || name.endsWith('/')) continue;
    sorted[name] = name === 'xl/styles.xml' ? withOfficeFont(content) : content;
  }
  // Local noon: times in a zip have no zone, and noon exists in every one of them.
  return zipSync(sorted, { mtime: new Date(1980, 0, 1, 12), level: 6 });
}

function withOfficeFont(styles: Uint8Array): Uint8Array {
  return strToU8(strFromU8(styles).replace(DEFAULT_FONT, OFFICE_FONT));
}
