/** At most `most` characters, the rest as …; no character is cut in half. */
export function shorten(text: string, most = 24): string {
  if (text.length <= most) return text;
  // A text may be a whole file: no more of it is taken apart than can be needed.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`;
}

/** On one line, with one space for any run of white space. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
