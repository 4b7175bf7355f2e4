import { plain } from '../plain-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // HTML parsers turn a bare carriage return and the first line feed of some elements into nothing.
  '\n': '<br>',
};

/** Text between tags: every character as itself, line ends as `<br>`. */
export function escapeText(text: string): string {
  return plain(text).replace(/[&<>"'\n]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Text inside a quoted attribute, where a line end is only a blank. */
export function escapeAttribute(text: string): string {
  return plain(text)
    .replaceAll('\n', ' ')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
