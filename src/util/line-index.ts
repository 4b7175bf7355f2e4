/** Turns an offset in one text into a line and a column, both counted from 1. */
export type LineIndex = (offset: number) => { readonly line: number; readonly column: number };

/**
 * Indexes the lines of a text. Lines end at LF, so a CRLF text has the same lines and columns;
 * columns count UTF-16 units, as editors do. The index is built at the first question.
 */
export function lineIndex(text: string): LineIndex {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const at = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - starts[low]! + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}
