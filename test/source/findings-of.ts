import { lineIndex } from '../../src/util/line-index.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import type { SourceText } from '../../src/source/read-yaml.ts';

/** Reads a text as a file. */
export function read(text: string): SourceText {
  return readYaml('units/u1/posts.yaml', new TextEncoder().encode(text));
}

/** Findings as `LF005 1:7 #以上`: code, place, and the text they point at. */
export function places({ text, findings }: SourceText): string[] {
  const index = lineIndex(text);
  return findings.map(({ code, span }) => {
    if (!span) throw new Error(`${code} has no span`);
    const { line, column } = index(span.start);
    return `${code} ${line}:${column} ${text.slice(span.start, span.end)}`;
  });
}
