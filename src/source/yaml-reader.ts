import { Composer, Lexer, Parser, type CST } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { readWithLf } from './line-ends.ts';
import { emptyNodeTable, nodeTable, nodeWriter } from './node-table.ts';
import { MAX_DEPTH, type Reading } from './reading.ts';
import { syntaxFindings } from './syntax-findings.ts';
import { readTokens } from './yaml-tokens.ts';
import { readValues } from './yaml-values.ts';

/**
 * Reads any YAML with the `yaml` package: the judge of what a text means and of what is wrong
 * with it. `undefined` as value stands for a file that could not be read at all.
 */
export function readWithYaml(file: string, text: string): Reading {
  return readWithLf(text, (unix) => readUnix(file, unix));
}

function readUnix(file: string, text: string): Reading {
  const tokens = tokenize(text);
  if (typeof tokens === 'number') return tooDeep(file, text, tokens);

  const { comments, findings, unclosed } = readTokens(file, text, tokens);
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
  const errors = syntaxFindings(file, text, document?.errors ?? [], unclosed, known);
  return {
    value: values.value,
    nodes: nodeTable(nodes),
    comments,
    findings: [...known, ...errors],
  };
}

/** Tokens of the text, or the offset of the first bracket, key or dash that is nested too deep. */
function tokenize(text: string): CST.Token[] | number {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Stop at once: the package needs the call stack for each further level.
    if (parser.stack.length > MAX_DEPTH) {
      const collections = parser.stack.filter(isCollection);
      const beyond = collections[MAX_DEPTH];
      if (beyond) return beyond.offset;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function isCollection({ type }: CST.Token): boolean {
  return type === 'block-map' || type === 'block-seq' || type === 'flow-collection';
}

function tooDeep(file: string, text: string, offset: number): Reading {
  const finding: Finding = {
    code: 'LF009',
    ref: { file, path: [] },
    span: { start: offset, end: Math.min(offset + 1, text.length) },
    message: `嵌套超过 ${MAX_DEPTH} 层，整个文件没有读取`,
    hint: '检查这里的缩进和括号；登记册用不到这么深的层次',
  };
  return { value: undefined, nodes: emptyNodeTable(), comments: [], findings: [finding] };
}
