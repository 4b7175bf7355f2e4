/**
 * What a terminal, an editor or a log would obey instead of show: C0 and C1 controls, line and
 * paragraph separators, characters that turn the writing direction, zero-width characters.
 */
const UNSAFE =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text from data made fit to print on one line: such characters are written out as `\u{200b}`. */
export function safe(text: string): string {
  return text.replace(UNSAFE, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
}
