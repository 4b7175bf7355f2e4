import type { Message } from '../../diagnostics/message.ts';
import { say } from '../../diagnostics/message.ts';
import type { YAMLParseError } from 'yaml';
import type { Finding, Span } from '../../diagnostics/diagnostic.ts';
import { BROKEN_TEXT } from '../broken-text.ts';
import { fullWidthColon, looksLikeEntry } from './full-width-colon.ts';
import { isBlank, lineEnd, lineStart, nextLine } from '../lines.ts';
import { explainSyntax, lineWithoutColon } from './syntax-messages.ts';
import { isWideSpace, WIDE_INDENT } from '../wide-space.ts';
import type { Unclosed } from './yaml-tokens.ts';

/** Reported elsewhere with a code of its own. */
const REPORTED_ELSEWHERE = new Set([
  'NON_STRING_KEY',
  'DUPLICATE_KEY',
  'TAG_RESOLVE_FAILED',
  'MULTIPLE_DOCS',
  'BAD_DIRECTIVE',
]);

type SyntaxDraft = {
  readonly start: number;
  readonly end: number;
  readonly message: string | Message;
  readonly hint: string;
};

export type TextOfFile = { readonly file: string; readonly text: string };

/**
 * Turns the package's errors into findings. One mistake often makes it complain several times:
 * only the first complaint of a line counts, and none where something is known already.
 */
export function syntaxFindings(
  { file, text }: TextOfFile,
  errors: readonly YAMLParseError[],
  unclosed: readonly Unclosed[],
  known: readonly Finding[],
): Finding[] {
  const findings: Finding[] = [];
  const taken = new Set(
    known.filter(explainsErrors).map(({ span }) => lineStart(text, span?.start ?? 0)),
  );

  function add(finding: Finding): void {
    const line = lineStart(text, finding.span!.start);
    if (taken.has(line)) return;
    taken.add(line);
    findings.push(finding);
  }

  const [open] = unclosed;
  if (open) {
    add(asFinding(file, openMark(text, open)));
    // What follows an open quote or bracket was read as something that it is not.
    errors = errors.filter(({ pos }) => pos[0] < open.offset);
  }
  let strayed = false;
  const ordered = errors.toSorted((a, b) => rank(a) - rank(b));
  for (const error of ordered) {
    if (REPORTED_ELSEWHERE.has(error.code) || /directives-end/.test(error.message)) continue;
    // After the first token outside the document nothing more can be said.
    const stray = error.message.includes('in YAML stream');
    if (stray && strayed) continue;
    strayed ||= stray;
    for (const draft of linesOf(text, error)) {
      const wide = wideIndent(text, draft.start);
      if (looksLikeEntry(text.slice(draft.start, draft.end)) && isLonelyLine(error)) {
        add(fullWidthColon(file, [], text, draft.start));
      } else add(asFinding(file, wide ?? draft));
    }
  }
  return findings;
}

/** Repeated keys and long numbers are no reason for the package to stumble; the others are. */
function explainsErrors({ mark }: Finding): boolean {
  return mark !== 'readWhole';
}

/** Of several complaints about a line the one that explains most comes first. */
function rank(error: YAMLParseError): number {
  if (error.message.includes('block-seq-ind')) return 0;
  return isMissingColon(error) ? 1 : 2;
}

function isMissingColon({ message }: YAMLParseError): boolean {
  return message.startsWith('Implicit map keys need');
}

/** Errors that say: these lines are no entry, since they have no colon. */
function isLonelyLine(error: YAMLParseError): boolean {
  return error.code === 'MULTILINE_IMPLICIT_KEY' || isMissingColon(error);
}

/** An error about a key over several lines is about each line but the last, which has its colon. */
function linesOf(text: string, error: YAMLParseError): SyntaxDraft[] {
  const { start, end } = place(text, error);
  if (!isLonelyLine(error)) return [{ start, end, ...explainSyntax(text, error) }];
  // "Nested mappings" at the same place has said what is the matter.
  const to = error.code === 'MULTILINE_IMPLICIT_KEY' ? text.lastIndexOf('\n', end - 1) : end;
  const drafts: SyntaxDraft[] = [];
  for (let at = start; at <= to && at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at)).trimEnd();
    if (line !== '') drafts.push({ start: at, end: at + line.length, ...lineWithoutColon(line) });
  }
  return drafts.length > 0 ? drafts : [{ start, end, ...explainSyntax(text, error) }];
}

/** Where an error stands: for wrong indentation the first character that is indented. */
function place(text: string, { code, pos }: YAMLParseError): Span {
  let [start, end] = pos;
  if (code === 'BAD_INDENT') {
    while (text.charCodeAt(start) === 0x20) start++;
    end = Math.max(lineEnd(text, start), start + 1);
  }
  return { start: Math.min(start, text.length), end: Math.min(end, text.length) };
}

function wideIndent(text: string, offset: number): SyntaxDraft | undefined {
  const start = lineStart(text, offset);
  let at = start;
  let wide = false;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (isWideSpace(code)) wide = true;
    else if (!isBlank(code)) break;
  }
  if (!wide) return undefined;
  return { start, end: at, ...WIDE_INDENT };
}

function openMark(text: string, { mark, offset }: Unclosed): SyntaxDraft {
  const isQuote = mark === '"' || mark === "'";
  const what = isQuote ? '引号' : '括号';
  const pair = isQuote ? mark : mark === '[' ? ']' : '}';
  return {
    start: offset,
    end: lineEnd(text, offset),
    message: say`这里的${{ what }} ${{ mark }} 没有配对的 ${{ pair }}`,
    hint: isQuote
      ? `在值的末尾补上 ${pair}；值里面的双引号写成 \\"，单引号写两个`
      : `在末尾补上 ${pair}，分几行写时各行都要比键缩进更多；若 ${mark} 是文字的一部分，用英文引号把整个值括起来`,
  };
}

function asFinding(file: string, { start, end, message, hint }: SyntaxDraft): Finding {
  const ref = { file, path: [] };
  return { ...BROKEN_TEXT, ref, span: { start, end }, message, hint };
}
