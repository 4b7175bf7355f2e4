import type { Message } from '../../diagnostics/message.ts';
import { say } from '../../diagnostics/message.ts';
import type { CST } from 'yaml';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { Comment } from '../reading.ts';
import { BROKEN_TEXT } from '../broken-text.ts';
import { shortened } from '../shortened.ts';

/** A quote or a bracket that is never closed. */
export type Unclosed = { readonly mark: string; readonly offset: number };

/** What the tokens tell that the values do not. */
export type TokenReading = {
  readonly comments: readonly Comment[];
  /** Anchors, aliases, tags, directives and second documents. */
  readonly findings: readonly Finding[];
  readonly unclosed: readonly Unclosed[];
};

type AnyToken = CST.Token | CST.SourceToken;

const CLOSED_BY: Readonly<Record<string, string>> = {
  'flow-seq-start': 'flow-seq-end',
  'flow-map-start': 'flow-map-end',
};

/** Goes through all tokens in the order of the text. */
export function readTokens(file: string, text: string, tokens: readonly CST.Token[]): TokenReading {
  const comments: Comment[] = [];
  const findings: Finding[] = [];
  const unclosed: Unclosed[] = [];
  let documents = 0;

  function report(
    is: Pick<Finding, 'code' | 'mark'>,
    token: AnyToken,
    message: string | Message,
    hint: string,
  ): void {
    const start = 'offset' in token ? token.offset : 0;
    const source = 'source' in token ? token.source : '';
    const span = { start, end: start + Math.max(source.trimEnd().length, 1) };
    findings.push({ ...is, ref: { file, path: [] }, span, message, hint });
  }

  function visit(token: AnyToken | null | undefined): void {
    switch (token?.type) {
      case 'comment':
        comments.push({ span: { start: token.offset, end: token.offset + token.source.length } });
        break;
      case 'anchor':
      case 'alias':
        report(
          { code: 'LF003' },
          token,
          say`「${{ source: shortened(token.source) }}」是 YAML 的锚点或引用，这里不支持`,
          `把内容写全；若「${token.source[0]}」是文字的一部分，用英文引号把整个值括起来`,
        );
        break;
      case 'tag':
        report(
          { code: 'LF004' },
          token,
          say`「${{ source: shortened(token.source) }}」是 YAML 的标签，这里不支持`,
          '删去标签；若「!」是文字的一部分，用英文引号把整个值括起来',
        );
        break;
      case 'directive':
        report(
          BROKEN_TEXT,
          token,
          '不支持以 % 开头的指令行',
          '删去这一行；若是文字，用英文引号把整个值括起来',
        );
        break;
      case 'document':
        if (++documents === 2) {
          const mark = token.start.find(({ type }) => type === 'doc-start') ?? token;
          report(
            BROKEN_TEXT,
            mark,
            '一个文件里只能有一份数据，从这里起的内容没有读取',
            '删去这一行前后的 --- 或 ...，或把这一份移到另一个文件',
          );
        }
        visitAll(token.start);
        visit(token.value);
        visitAll(token.end);
        break;
      case 'doc-end':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'scalar':
        if (isOpenQuote(token)) unclosed.push({ mark: token.source[0]!, offset: token.offset });
        visitAll(token.end);
        break;
      case 'block-scalar':
        visitAll(token.props);
        break;
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        visitCollection(token);
        break;
    }
  }

  function visitAll(list: readonly AnyToken[] | undefined): void {
    for (const token of list ?? []) visit(token);
  }

  function visitCollection(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection): void {
    if (token.type === 'flow-collection') {
      const { start } = token;
      if (!token.end.some(({ type }) => type === CLOSED_BY[start.type])) {
        unclosed.push({ mark: text[start.offset]!, offset: start.offset });
      }
    }
    for (const item of token.items) {
      visitAll(item.start);
      visit(item.key);
      visitAll(item.sep);
      visit(item.value);
    }
    if (token.type === 'flow-collection') visitAll(token.end);
  }

  visitAll(tokens);
  return { comments, findings, unclosed };
}

function isOpenQuote({ type, source }: CST.FlowScalar | CST.DocumentEnd): boolean {
  if (type !== 'single-quoted-scalar' && type !== 'double-quoted-scalar') return false;
  return source.length < 2 || source[source.length - 1] !== source[0];
}
