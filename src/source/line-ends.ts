import type { Span } from '../diagnostics/diagnostic.ts';
import { mapPositions } from './node-table.ts';
import type { YamlReading } from './reading.ts';

/**
 * Reads a text with LF and moves all positions back to where its CRLF text has them. The parser
 * mends broken texts differently when lines end in CRLF, and its guesses then hold stray CRs.
 */
export function readWithLf(text: string, read: (text: string) => YamlReading): YamlReading {
  if (!text.includes('\r\n')) return read(text);
  const reading = read(text.replaceAll('\r\n', '\n'));
  const original = offsetsBefore(text);
  const moved = ({ start, end }: Span): Span => ({ start: original(start), end: original(end) });
  return {
    value: reading.value,
    nodes: mapPositions(reading.nodes, original),
    comments: reading.comments.map(({ span }) => ({ span: moved(span) })),
    findings: reading.findings.map((finding) =>
      finding.span ? { ...finding, span: moved(finding.span) } : finding,
    ),
  };
}

/** Maps offsets of the text with LF to offsets of this one; the end of a line is before its CR. */
function offsetsBefore(text: string): (offset: number) => number {
  // Where the LFs stand that had a CR before them.
  const breaks: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) {
    breaks.push(at - breaks.length);
  }
  return (offset) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (breaks[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
}
