import { isSeq, parse, parseDocument } from 'yaml';
import { writeYaml } from './write-yaml.ts';

/**
 * Adds records to the end of a list file and leaves every other byte as it is: comments, order, line
 * ends, indentation. A list that cannot be lengthened so (on one line, or with a document end) is
 * written anew with its comments.
 * @returns undefined if the text is no list
 */
export function appendToList(text: string, records: readonly object[]): string | undefined {
  const before: unknown = parse(text) ?? [];
  if (!Array.isArray(before)) return undefined;
  const wanted = [...before, ...records];
  const lengthened = lengthen(text, records);
  if (holds(lengthened, wanted)) return lengthened;
  const document = parseDocument(text);
  if (!isSeq(document.contents)) return undefined;
  for (const record of records) document.addIn([], document.createNode(record));
  const rewritten = document.toString({ lineWidth: 0 });
  return holds(rewritten, wanted) ? rewritten : undefined;
}

/** The new records as text below the old ones, at the column where those stand. */
function lengthen(text: string, records: readonly object[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^(?<indent> *)- /m.exec(text)?.groups?.['indent'] ?? '';
  const added = writeYaml(records)
    .split('\n')
    .map((line) => (line === '' ? line : indent + line))
    .join(lineEnd);
  const body = text.trim() === '' ? '' : `${text.replace(/\s*$/u, '')}${lineEnd}${lineEnd}`;
  return `${body}${added}`;
}

function holds(text: string, wanted: readonly unknown[]): boolean {
  try {
    return JSON.stringify(parse(text)) === JSON.stringify(wanted);
  } catch {
    return false;
  }
}
