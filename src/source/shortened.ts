/** Text for a message: long ones are cut, line breaks become spaces. */
export function shortened(text: string): string {
  const line = text.length > 24 ? `${text.slice(0, 24)}…` : text;
  return line.replaceAll(/\s+/g, ' ');
}
