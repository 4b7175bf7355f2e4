import { CR, DASH, giveUp, LF, nextContent, PLUS, SPACE, TAB, type Cursor } from './fast-cursor.ts';
import { closeNode } from '../node-table.ts';

const FOLDED = 62;

/**
 * Reads `|` and `>` with `-` or `+`, and goes on to the next content. Texts whose lines differ in
 * indentation under `>`, or whose blank lines hold spaces, are left to the full parser.
 */
export function readBlockScalar(cursor: Cursor, parentIndent: number, node: number): string {
  const { text } = cursor;
  const start = cursor.pos;
  const folded = text.charCodeAt(start) === FOLDED;
  let pos = start + 1;
  const chomp = text.charCodeAt(pos);
  if (chomp === DASH || chomp === PLUS) pos++;
  const headerEnd = pos;
  while (text.charCodeAt(pos) === SPACE) pos++;
  if (text.charCodeAt(pos) === CR) pos++;
  if (text.charCodeAt(pos) !== LF) giveUp();
  pos++;

  const lines: string[] = [];
  let indent = -1;
  let textEnd = headerEnd;
  let trailingBlanks = 0;
  while (pos < text.length) {
    let content = pos;
    while (text.charCodeAt(content) === SPACE) content++;
    let lineEnd = text.indexOf('\n', content);
    if (lineEnd < 0) lineEnd = text.length;
    const end = lineEnd > content && text.charCodeAt(lineEnd - 1) === CR ? lineEnd - 1 : lineEnd;
    const column = content - pos;
    if (content === end) {
      // A blank line with more spaces than the text's own indentation has content.
      if (column > Math.max(indent, 0)) giveUp();
      lines.push('');
      trailingBlanks++;
    } else {
      if (indent < 0 ? column <= parentIndent : column < indent) break;
      if (indent < 0) indent = column;
      const first = text.charCodeAt(content);
      if (first === TAB || (folded && column > indent)) giveUp();
      lines.push(text.slice(pos + indent, end));
      textEnd = end;
      trailingBlanks = 0;
    }
    pos = lineEnd + 1;
  }
  while (text.charCodeAt(textEnd - 1) === SPACE || text.charCodeAt(textEnd - 1) === TAB) textEnd--;
  closeNode(cursor.nodes, node, start, textEnd);
  cursor.pos = Math.min(pos, text.length);
  nextContent(cursor);
  // Less indented than the text, yet deeper than its key: broken, or a comment that ends the text.
  if (cursor.indent > parentIndent) giveUp();

  lines.length -= trailingBlanks;
  if (lines.length === 0) return chomp === PLUS ? giveUp() : '';
  const body = folded ? fold(lines) : lines.join('\n');
  if (chomp === DASH) return body;
  if (chomp !== PLUS) return body + '\n';
  // Without a final line break it is not plain how many are to be kept.
  if (text.charCodeAt(text.length - 1) !== LF) giveUp();
  return body + '\n'.repeat(1 + trailingBlanks);
}

/** Joins lines by a space; a run of blank lines becomes as many line breaks. */
function fold(lines: readonly string[]): string {
  let folded = '';
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    if (line === '') blanks++;
    else {
      if (blanks > 0) folded += '\n'.repeat(blanks);
      else if (index > 0) folded += ' ';
      folded += line;
      blanks = 0;
    }
  }
  return folded;
}
