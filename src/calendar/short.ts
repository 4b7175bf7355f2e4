const LONGEST = 30;

/** A text on one line, so long as a title of a duty may have it. */
export function short(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST).join('')}…`
    : characters.join('');
}
