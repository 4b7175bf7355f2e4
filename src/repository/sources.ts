import type {
  Diagnostic,
  Finding,
  NodeRef,
  Position,
  Span,
  Target,
} from '../diagnostics/diagnostic.ts';
import { readDocument } from '../source/read-document.ts';
import type { SourceText } from '../source/read-yaml.ts';
import { readYaml } from '../source/read-yaml.ts';
import type { LineIndex } from '../util/line-index.ts';
import { lineIndex } from '../util/line-index.ts';
import type { Root } from './files.ts';
import { displayName, readInside } from './files.ts';

/** What is kept of a file: not its values, which live on in the records made of them. */
type KeptText = Pick<SourceText, 'text' | 'locate' | 'via'>;

/** The files that were read, to show lines and to find places in them. Filled while reading. */
export type Sources = {
  /** Reads a file; undefined if it is absent or could not be read at all. */
  readonly read: (root: Root, file: string) => SourceText | undefined;
  /** Reads a file that is known to be there and sound when its content or text is first asked for. */
  readonly readLater: (root: Root, file: string) => () => unknown;
  /** What is kept of a file that was read, by its name in messages. */
  readonly kept: (name: string) => KeptText | undefined;
  readonly findings: Finding[];
};

export function newSources(): Sources {
  const texts = new Map<string, KeptText>();
  const later = new Map<string, () => unknown>();
  const findings: Finding[] = [];
  const read = (root: Root, file: string) => {
    const name = displayName(root, file);
    const result = readInside(root, file);
    if (result.kind === 'fault') findings.push(result.finding);
    if (result.kind !== 'bytes') return undefined;
    const source = (file.endsWith('.md') ? readDocument : readYaml)(name, result.bytes);
    const { text, locate, via } = source;
    texts.set(name, { text, locate, via });
    for (const finding of source.findings) findings.push(finding);
    return source;
  };
  const readLater = (root: Root, file: string) => {
    let source: SourceText | undefined;
    const value = () => (source ??= read(root, file))?.value;
    later.set(displayName(root, file), value);
    return value;
  };
  const kept = (name: string) => {
    if (!texts.has(name)) later.get(name)?.();
    return texts.get(name);
  };
  return { read, readLater, kept, findings };
}

/** Finds lines and columns for addresses. Line starts of a file are found once, when first needed. */
export function newLocator(sources: Sources) {
  const indexes = new Map<string, LineIndex>();
  const spanOf = (ref: NodeRef, on: Target): Span =>
    sources.kept(ref.file)?.locate(ref.path, on) ?? { start: 0, end: 0 };

  const position = (file: string, offset: number): Position => {
    const text = sources.kept(file)?.text;
    if (text === undefined) return { line: 1, column: 1 };
    let index = indexes.get(file);
    if (index === undefined) {
      index = lineIndex(text);
      indexes.set(file, index);
    }
    return index(offset);
  };

  const range = (file: string, span: Span): Pick<Diagnostic, 'start' | 'end'> => ({
    start: position(file, span.start),
    end: position(file, span.end),
  });
  return {
    locate: (ref: NodeRef, on: Target) => range(ref.file, spanOf(ref, on)),
    range,
    /** The text of a value as it stands in the file. */
    sourceOf: (ref: NodeRef) => {
      const span = spanOf(ref, 'value');
      return sources.kept(ref.file)?.text.slice(span.start, span.end) ?? '';
    },
  };
}
export type Locator = ReturnType<typeof newLocator>;
