/** Signs that Markdown, GitHub's mathematics or HTML would read as more than themselves. */
const SPECIAL = /[\\`*_<>[\]|&~$]/g;
/** Signs that make a list, a heading or a rule, but only where a line begins. */
const LEADING = /^(?:[#+\-=]|(\d+)([.)]))/;
/** Blanks that a table cell or a line would lose at its edges. */
const EDGE_BLANKS = /^[^\S\n]+|[^\S\n]+$/gm;

/** Text inside a line or a table cell: it reads back as exactly the same characters. */
export function escapeInline(text: string): string {
  return text
    .replace(SPECIAL, '\\$&')
    .replace(EDGE_BLANKS, (blanks) => Array.from(blanks, entity).join(''))
    .replaceAll('\n', '<br>');
}

/** Text that begins a line of its own, where a leading `#` or `1.` would start something else. */
export function escapeLine(text: string): string {
  const escaped = escapeInline(text);
  return escaped.replace(LEADING, (sign, digits?: string, mark?: string) =>
    digits === undefined ? `\\${sign}` : `${digits}\\${mark}`,
  );
}

function entity(blank: string): string {
  return `&#${blank.codePointAt(0)};`;
}
