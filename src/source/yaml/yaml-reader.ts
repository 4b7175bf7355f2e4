import { say } from '../../diagnostics/message.ts';
import type { CST } from 'yaml';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { readWithLf } from '../line-ends.ts';
import { emptyNodeTable, nodeTable, nodeWriter } from '../node-table.ts';
import { MAX_DEPTH, type YamlReading } from '../reading.ts';
import { loadYaml } from './load-yaml.ts';
import { syntaxFindings } from './syntax-findings.ts';
import { readTokens } from './yaml-tokens.ts';
import { readValues } from './yaml-values.ts';

const EXCLAMATION = 0x21;
const AMPERSAND = 0x26;

/** More anchors and tags than this in one file are an attack, or no YAML at all. */
const MAX_MARKS = 1000;

/**
 * Reads any YAML with the `yaml` package: the judge of what a text means and of what is wrong
 * with it. `undefined` as value stands for a file that could not be read at all.
 */
export function readWithYaml(file: string, text: string): YamlReading {
  return readWithLf(text, (unix) => readUnix(file, unix));
}

function readUnix(file: string, text: string): YamlReading {
  const tokens = tokenize(file, text);
  if ('code' in tokens) {
    return { value: undefined, nodes: emptyNodeTable(), comments: [], findings: [tokens] };
  }

  const { comments, findings, unclosed } = readTokens(file, text, tokens);
  const { Composer } = loadYaml();
  const composer = new Composer({
    schema: 'core',
    stringKeys: true,
    // Looked for in `yaml-values.ts`: the package compares each key with each other one.
    uniqueKeys: false,
    merge: false,
    logLevel: 'error',
    prettyErrors: false,
  });
  const [document] = [...composer.compose(tokens, true, text.length)];
  const nodes = nodeWriter(text.length);
  const values = readValues(file, text, document?.contents ?? null, nodes);
  const known = [...findings, ...values.findings];
  const errors = syntaxFindings({ file, text }, document?.errors ?? [], unclosed, known);
  return {
    value: values.value,
    nodes: nodeTable(nodes),
    comments,
    findings: [...known, ...errors],
  };
}

/** Tokens of the text, or why it is not read. */
function tokenize(file: string, text: string): readonly CST.Token[] | Finding {
  const { Lexer, Parser } = loadYaml();
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let marks = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Stop at once: the package needs the call stack for each further level.
    const beyond =
      parser.stack.length > MAX_DEPTH ? parser.stack.filter(isCollection)[MAX_DEPTH] : undefined;
    if (beyond) return tooDeep(file, beyond.offset);
    // Its time grows with the square of the anchors and tags that stand before one value.
    const first = lexeme.charCodeAt(0);
    if ((first === AMPERSAND || first === EXCLAMATION) && ++marks > MAX_MARKS) {
      return tooManyMarks(file, start);
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function isCollection({ type }: CST.Token): boolean {
  return type === 'block-map' || type === 'block-seq' || type === 'flow-collection';
}

function tooDeep(file: string, offset: number): Finding {
  return {
    code: 'LF009',
    ref: { file, path: [] },
    span: { start: offset, end: offset + 1 },
    message: say`嵌套超过 ${{ most: MAX_DEPTH }} 层，整个文件没有读取`,
    hint: '检查这里的缩进和括号；登记册用不到这么深的层次',
  };
}

function tooManyMarks(file: string, offset: number): Finding {
  return {
    code: 'LF003',
    ref: { file, path: [] },
    span: { start: offset, end: offset + 1 },
    message: say`以「&」或「!」开头的内容超过 ${{ most: MAX_MARKS }} 处，整个文件没有读取`,
    hint: '这里不支持 YAML 的锚点和标签；若是文字，用英文引号把整个值括起来',
  };
}
