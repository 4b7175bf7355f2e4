/** Offset of the first character of the line that holds this offset. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the text of this line ends, before its LF or CRLF. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
}

/** The first character of the next line that is no blank; the text's length if there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  let at = end + 1;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Whether nothing but blanks stands before this offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (isBlank(text.charCodeAt(at))) at--;
  return at < 0 || text.charCodeAt(at) === 0x0a;
}

/** A space or a tab. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
