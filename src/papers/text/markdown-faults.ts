import type { Token, Tokens } from 'marked';
import { Lexer } from 'marked';
import type { TemplateFault } from './letter-template.ts';

/** What a Markdown text of a layout holds that a letter cannot print, each with its offset. */
export function markdownFaults(text: string): TemplateFault[] {
  const masked = mask(text);
  const plain = masked.replaceAll('\r\n', '\n');
  const original = offsetsWithCr(masked);
  const faults: TemplateFault[] = [];
  visit(Lexer.lex(plain), { text: plain, from: 0, inList: false }, (message, hint, at) => {
    faults.push({ message, hint, at: original(at) });
  });
  return faults;
}

type ReportMarkdown = (message: string, hint: string, at: number) => void;

const PLACEHOLDER = /\{\{!--[^]*?--\}\}|\{\{\{?[^]*?\}\}\}?/g;
/** A line that holds only tags of blocks leaves nothing behind. */
const TAG_LINE = /^[ \t]*(?:\{\{[#/!~][^{}]*\}\}|\{\{\s*else[^{}]*\}\})[ \t]*$/gm;

/** Placeholders as signs that mean nothing in Markdown, each as long as it was. */
function mask(text: string): string {
  return text
    .replace(TAG_LINE, (line) => ' '.repeat(line.length))
    .replace(PLACEHOLDER, (tag) => tag.replace(/[^\r\n]/g, '\uE000'));
}

/** Maps offsets of the text with LF to those of the text with CRLF. */
function offsetsWithCr(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) {
    ends.push(at - ends.length);
  }
  return (offset) => offset + ends.filter((end) => end < offset).length;
}

type TokensAt = { readonly text: string; readonly from: number; readonly inList: boolean };

function visit(
  tokens: readonly Token[],
  { text, from, inList }: TokensAt,
  report: ReportMarkdown,
): void {
  let cursor = from;
  for (const token of tokens) {
    const found = text.indexOf(token.raw.trimEnd(), cursor);
    const at = found < 0 ? cursor : found;
    cursor = at + token.raw.trimEnd().length;
    const wrong = faultOf(token, inList);
    if (wrong !== undefined) {
      report(wrong[0], wrong[1], at);
      continue;
    }
    if (token.type === 'list') {
      visit((token as Tokens.List).items, { text, from: at, inList: true }, report);
    } else visit((token as Tokens.Generic).tokens ?? [], { text, from: at, inList }, report);
  }
}

type MarkdownFault = readonly [message: string, hint: string];

const NOT_PRINTED: Readonly<Record<string, MarkdownFault>> = {
  html: ['正文里不能用 HTML', '尖括号写成〈〉或《》；要说明的话写成 {{! 说明 }}'],
  table: ['正文里不能画表格', '写成 ```section 中的 table'],
  image: ['正文里不能插图', '图写成 ```section 中的 chart'],
  link: ['正文里不能写链接', '网址直接写出来'],
  def: ['正文里不能写链接', '网址直接写出来'],
  code: ['这几行会被当作代码', '删去行首的空格；分节的围栏写成 ```section'],
  codespan: ['正文里不能用反引号', '删去反引号'],
  blockquote: ['正文里不能用引用', '删去行首的 >'],
};

function faultOf(token: Token, inList: boolean): MarkdownFault | undefined {
  // A web address that stands as it is prints as it is.
  if (token.type === 'link' && (token as Tokens.Link).text === token.raw) return undefined;
  if (token.type === 'heading') return headingFault(token as Tokens.Heading, inList);
  if (inList && token.type === 'list') return ['列表里不能再有列表', '写成几段或几个列表'];
  return Object.hasOwn(NOT_PRINTED, token.type) ? NOT_PRINTED[token.type] : undefined;
}

function headingFault({ raw, depth }: Tokens.Heading, inList: boolean): MarkdownFault | undefined {
  if (inList) return ['列表里不能有标题', '标题另起一行写'];
  if (!raw.trimStart().startsWith('#')) {
    return ['横线紧跟在文字下面，文字成了标题', '横线前空一行'];
  }
  if (depth >= 2 && depth <= 4) return undefined;
  return ['标题从 ## 写起，最多三层', '一级写 ##，二级写 ###，三级写 ####；大标题写在开头的 title'];
}
