import type { Token, Tokens } from 'marked';
import { Lexer } from 'marked';
import type { Block } from '../document.ts';
import type { TextPiece } from './fill-text.ts';

/**
 * Blocks of a Markdown text: headings, paragraphs, lists, `---` as a page break. What the data says is
 * kept out of the reader's sight: signs that mean nothing in Markdown stand for it until the blocks are
 * made. Anything else of Markdown is a fault of the layout and stands here as it was written.
 */
export function markdownBlocks(pieces: readonly TextPiece[]): Block[] {
  const values: string[] = [];
  const text = pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      values.push(piece.value);
      return signOf(values.length - 1);
    })
    .join('');
  return Lexer.lex(text).flatMap((token) => blocksOf(token, values));
}

const OPEN = '\uF8F0';
const CLOSE = '\uF8F1';
const SIGN = /\uF8F0([\uE000-\uE009]+)\uF8F1/g;
const ZERO = 0xe000;

/** Characters for private use: neither blanks nor punctuation nor anything that Markdown knows. */
function signOf(index: number): string {
  const digits = String(index).replace(/\d/g, (digit) => String.fromCharCode(ZERO + Number(digit)));
  return `${OPEN}${digits}${CLOSE}`;
}

function withValues(text: string, values: readonly string[]): string {
  return text.replace(SIGN, (sign, digits: string) => {
    const index = digits.replace(/./g, (digit) => String(digit.charCodeAt(0) - ZERO));
    return values[Number(index)] ?? sign;
  });
}

function blocksOf(token: Token, values: readonly string[]): Block[] {
  const filled = (tokens: readonly Token[] | undefined, raw: string) =>
    withValues(proseOf(tokens, raw), values);
  switch (token.type) {
    case 'space':
      return [];
    case 'heading': {
      const { depth, tokens, raw } = token as Tokens.Heading;
      return [{ kind: 'heading', level: levelOf(depth), text: filled(tokens, raw) }];
    }
    case 'hr':
      return [{ kind: 'pageBreak' }];
    case 'list': {
      const { items, start } = token as Tokens.List;
      const texts = items.map((item) => filled(item.tokens, item.text));
      return [
        { kind: 'list', items: texts, ...(typeof start === 'number' ? { from: start } : {}) },
      ];
    }
    default: {
      const { tokens, raw } = token as Tokens.Generic;
      const text = filled(tokens, raw);
      return text === '' ? [] : [{ kind: 'paragraph', role: 'body', text }];
    }
  }
}

/** `##` is the first level: the title stands in the layout's head. */
function levelOf(depth: number): 1 | 2 | 3 {
  return depth <= 2 ? 1 : depth === 3 ? 2 : 3;
}

/** The text of tokens without marks of emphasis, its lines joined as Chinese is. */
function proseOf(tokens: readonly Token[] | undefined, raw: string): string {
  return joinLines(tokens === undefined ? raw : tokens.map(plainOf).join(''));
}

/** Stands for a line end that the author wants until the others are joined. */
const BREAK = '\uF8F2';

function plainOf(token: Token): string {
  switch (token.type) {
    case 'br':
    case 'space':
      return BREAK;
    case 'strong':
    case 'em':
      return (token as Tokens.Strong).tokens.map(plainOf).join('');
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'paragraph':
      return `${(token as Tokens.Paragraph).tokens.map(plainOf).join('')}${BREAK}`;
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens === undefined ? text : tokens.map(plainOf).join('');
    }
    default:
      return token.raw;
  }
}

/** Between Han characters a line end of the source is nothing, between Latin words it is a blank. */
function joinLines(text: string): string {
  return text
    .replace(/^[ \t\n　]+|[ \t\n]+$/g, '')
    .replace(/([!-~]?)[ \t]*\n[ \t]*(?=([!-~]?))/g, (_, before: string, after: string) =>
      before !== '' && after !== '' ? `${before} ` : before,
    )
    .replace(new RegExp(`[ \\t]*${BREAK}+`, 'g'), '\n')
    .replace(/\n$/, '');
}
