import { say } from '../diagnostics/message.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { decode } from './decode.ts';
import { readFast } from './fast/fast-reader.ts';
import { locator, type Locate } from './locate.ts';
import { emptyNodeTable } from './node-table.ts';
import { oddCharacters } from './yaml/odd-characters.ts';
import type { Comment } from './reading.ts';
import { swallowedText } from './yaml/swallowed-text.ts';
import { readWithYaml } from './yaml/yaml-reader.ts';

/** One file as read. */
export type SourceText = {
  /** Path from the root of the data repository, with forward slashes. */
  readonly file: string;
  /** The decoded text without BOM, with its own line ends. */
  readonly text: string;
  /**
   * Plain data; `null` for an empty file and for one that could not be read. After LF001 it is what
   * the parser could make of the text: good for showing, not for judging what is missing.
   */
  readonly value: unknown;
  /** In the order of the text. */
  readonly comments: readonly Comment[];
  /** Everything wrong with the text itself, in the order of the text; each has a `span`. */
  readonly findings: readonly Finding[];
  /** Which reader gave the value; `none` if the file could not be read at all. */
  readonly via: 'fast' | 'yaml' | 'none';
  /** Where a node stands, or its nearest ancestor that exists. */
  readonly locate: Locate;
};

/** Larger files are not read. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Reads one YAML file: the strict subset at once, everything else with the full parser. */
export function readYaml(file: string, bytes: Uint8Array): SourceText {
  if (bytes.length > MAX_BYTES) return unread(file, '', tooLarge(file, bytes.length));
  const { text, finding } = decode(file, bytes);
  if (finding) return unread(file, text, finding);

  const odd = oddCharacters(file, text);
  const fast = odd.length === 0 ? readFast(text) : undefined;
  const reading = fast ?? readWithYaml(file, text);
  const findings = [
    ...odd,
    ...reading.findings,
    ...swallowedText(file, text, reading.comments),
  ].toSorted((a, b) => a.span!.start - b.span!.start);
  return {
    file,
    text,
    value: reading.value ?? null,
    comments: reading.comments,
    findings,
    via: fast ? 'fast' : reading.value === undefined ? 'none' : 'yaml',
    locate: locator(text, reading.nodes),
  };
}

function tooLarge(file: string, size: number): Finding {
  return {
    code: 'LF008',
    ref: { file, path: [] },
    span: { start: 0, end: 0 },
    message: say`文件有 ${{ size: (size / 1024 / 1024).toFixed(1) }} MB，超过 8 MB，没有读取`,
    hint: '按科室或类别拆成几个文件，放进同名文件夹',
  };
}

function unread(file: string, text: string, finding: Finding): SourceText {
  return {
    file,
    text,
    value: null,
    comments: [],
    findings: [finding],
    via: 'none',
    locate: locator(text, emptyNodeTable()),
  };
}
