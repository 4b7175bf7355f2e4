import type { Finding, Span } from '../diagnostics/diagnostic.ts';
import { BROKEN_TEXT } from './broken-text.ts';
import { decode } from './decode.ts';
import { readFast } from './fast/fast-reader.ts';
import type { Locate } from './locate.ts';
import { locator } from './locate.ts';
import { lineEnd } from './lines.ts';
import { oddCharacters } from './yaml/odd-characters.ts';
import type { SourceText } from './read-yaml.ts';
import { readWithYaml } from './yaml/yaml-reader.ts';

/**
 * Reads a text layout (documents/<id>.md): a YAML head between `---` lines, then Markdown, in which a
 * block fenced as ```` ```section ```` holds the YAML of one section. The value is that of a profile:
 * the head's keys and `sections`, one for every fenced block and every stretch of Markdown between.
 * An address `sections/3/markdown/120` leads to the 120th character of that stretch.
 */
export function readDocument(file: string, bytes: Uint8Array): SourceText {
  const { text, finding } = decode(file, bytes);
  const findings: Finding[] = finding === undefined ? [...oddCharacters(file, text)] : [finding];
  const done = (value: unknown, locate: Locate, via: SourceText['via']): SourceText => ({
    file,
    text,
    value,
    comments: [],
    findings: findings.toSorted((a, b) => a.span!.start - b.span!.start),
    via,
    locate,
  });
  const nowhere: Locate = () => ({ start: 0, end: 0 });
  if (finding !== undefined) return done(null, nowhere, 'none');

  const head = headOf(text);
  if (typeof head === 'string') {
    const hint = '文稿以一行 --- 开头，写 title 等项，再以一行 --- 结束，其后是正文';
    findings.push(broken(file, { start: 0, end: lineEnd(text, 0) }, head, hint));
    return done(null, nowhere, 'none');
  }
  const headYaml = readPiece(file, text, head.span);
  findings.push(...headYaml.findings);
  const pieces: YamlPiece[] = [];
  for (const { span, isSection, isOpen, fence } of stretches(text, head.end)) {
    if (isOpen) {
      const message = '```section 没有结尾';
      findings.push(broken(file, fence, message, '在这一节之后另起一行写 ```'));
    }
    if (!isSection) {
      pieces.push({ value: { markdown: text.slice(span.start, span.end) }, span, locate: nowhere });
      continue;
    }
    const { value, locate, findings: own } = readPiece(file, text, span);
    findings.push(...own);
    pieces.push({ value, span: fence, locate });
  }
  const locate = locateIn(text, headYaml.locate, pieces);
  const values = headYaml.value ?? {};
  if (typeof values !== 'object' || Array.isArray(values)) {
    const hint = '写成「title: 名称」的形式';
    const ref = { file, path: [] };
    findings.push({ code: 'LF104', ref, span: head.span, message: '应由键和值组成', hint });
    return done(null, nowhere, 'none');
  }
  if ('sections' in values) {
    findings.push({
      code: 'LF101',
      ref: { file, path: [] },
      span: headYaml.locate(['sections'], 'key'),
      message: '文稿的 sections 由正文写成',
      hint: '删去这一项，把各节写进正文的 ```section 中',
    });
  }
  return done({ ...values, sections: pieces.map(({ value }) => value) }, locate, 'yaml');
}

type YamlPiece = { readonly value: unknown; readonly span: Span; readonly locate: Locate };

/** The head's YAML and where the body begins; else what is wrong, in Chinese. */
function headOf(text: string): { readonly span: Span; readonly end: number } | string {
  if (!/^---[ \t]*\r?\n/.test(text)) return '文稿没有开头的说明';
  const start = text.indexOf('\n') + 1;
  const close = /^---[ \t]*\r?$/m;
  const found = close.exec(text.slice(start));
  if (found === null) return '文稿开头的说明没有结尾';
  const end = start + found.index;
  const newline = text.indexOf('\n', end);
  return { span: { start, end }, end: newline < 0 ? text.length : newline + 1 };
}

type Stretch = {
  readonly span: Span;
  readonly isSection: boolean;
  /** A fence that nothing closes. */
  readonly isOpen: boolean;
  /** The line that opens a section. */
  readonly fence: Span;
};

/** The body's sections and the Markdown between them, blank stretches left out. */
function stretches(text: string, from: number): Stretch[] {
  const found: Stretch[] = [];
  const prose = (start: number, end: number) => {
    if (text.slice(start, end).trim() === '') return;
    const span = { start, end };
    found.push({ span, isSection: false, isOpen: false, fence: span });
  };
  const open = /^(`{3,})section[ \t]*\r?$/gm;
  let at = from;
  for (;;) {
    open.lastIndex = at;
    const opened = open.exec(text);
    if (opened === null) break;
    prose(at, opened.index);
    const start = Math.min(text.length, opened.index + opened[0].length + 1);
    const close = new RegExp(`^${opened[1]}[ \\t]*\\r?$`, 'gm');
    close.lastIndex = start;
    const closed = close.exec(text);
    const end = closed?.index ?? text.length;
    const fence = { start: opened.index, end: lineEnd(text, opened.index) };
    found.push({ span: { start, end }, isSection: true, isOpen: closed === null, fence });
    at = closed === null ? end : Math.min(text.length, end + closed[0].length + 1);
  }
  prose(at, text.length);
  return found;
}

/** YAML inside a longer text: read behind so much blank that every offset stays what it is. */
function readPiece(file: string, text: string, { start, end }: Span) {
  const padded = `${' '.repeat(Math.max(0, start - 1))}\n${text.slice(start, end)}`;
  const { value, nodes, findings } = readFast(padded) ?? readWithYaml(file, padded);
  return { value, findings, locate: locator(padded, nodes) };
}

function locateIn(text: string, head: Locate, pieces: readonly YamlPiece[]): Locate {
  return (path, on) => {
    const [first, index, ...rest] = path;
    if (first !== 'sections') return head(path, on);
    const piece = pieces[typeof index === 'number' ? index : -1];
    if (piece === undefined) return { start: 0, end: lineEnd(text, 0) };
    const isProse = typeof piece.value === 'object' && 'markdown' in (piece.value ?? {});
    if (!isProse) return rest.length === 0 ? piece.span : piece.locate(rest, on);
    const [, offset] = rest;
    if (typeof offset !== 'number') return piece.span;
    const start = piece.span.start + offset;
    const close = text.startsWith('{{', start) ? text.indexOf('}}', start) : -1;
    return { start, end: close < 0 ? lineEnd(text, start) : close + 2 };
  };
}

function broken(file: string, span: Span, message: string, hint: string): Finding {
  return { ...BROKEN_TEXT, ref: { file, path: [] }, span, message, hint };
}
