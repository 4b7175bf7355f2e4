import type { Message } from '../../diagnostics/message.ts';
import { say } from '../../diagnostics/message.ts';
import type { YAMLParseError } from 'yaml';
import { lineEnd, lineStart } from '../lines.ts';
import { shortened } from '../shortened.ts';

/** What is wrong, and what to do. */
export type SyntaxMessage = { readonly message: string | Message; readonly hint: string };

/** What the `yaml` package calls an error, in words that a clerk understands. */
export function explainSyntax(text: string, { code, message, pos }: YAMLParseError): SyntaxMessage {
  const [start] = pos;
  const mark = text[start] ?? '';
  switch (code) {
    case 'TAB_AS_INDENT':
      return { message: '这里用制表符（Tab）缩进', hint: '改用英文空格缩进，每层两个空格' };
    case 'BAD_INDENT':
      return {
        message: '这一行的缩进与同一层的其他行没有对齐',
        hint: '同一层的键左端对齐，每层缩进两个空格',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return colonInside(text, start);
    case 'BAD_SCALAR_START':
      return {
        message: say`不加引号的文字不能以「${{ mark }}」开头`,
        hint: '用英文引号把整个值括起来',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: say`双引号里的「${{ escape: text.slice(start, pos[1] + 1) }}」不是有效的转义`,
        hint: '反斜杠写成 \\\\，或把双引号换成单引号',
      };
    case 'KEY_OVER_1024_CHARS':
      return { message: '键太长', hint: '检查冒号的位置；含冒号的文字用英文引号括起来' };
    case 'BLOCK_IN_FLOW':
      return {
        message: '方括号、大括号里不能再用缩进或短横线分行书写',
        hint: '项目之间用英文逗号分开，或去掉括号改写成多行',
      };
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, start, message);
    default:
      return anything;
  }
}

/** A line among the entries of a map that has no colon. */
export function lineWithoutColon(line: string): SyntaxMessage {
  const [, word] = /^([^\s:："']+):(?!\/\/)\S/.exec(line) ?? [];
  if (word) {
    return {
      message: say`「${{ line: shortened(line) }}」的冒号后面没有空格，没有成为键`,
      hint: `冒号后面留一个空格：「${word}: …」`,
    };
  }
  if (/^-[^\s-]/.test(line)) {
    return { message: '短横线后面没有空格，没有成为列表的一项', hint: '在短横线后面留一个空格' };
  }
  return {
    message: say`「${{ line: shortened(line) }}」这一行没有冒号，不是键和值`,
    hint: '写成「键: 值」；若是上一行文字的续行，要比上一行的键缩进更多，且整段用英文引号括起来',
  };
}

const anything: SyntaxMessage = {
  message: '这里不合 YAML 的写法，读不下去',
  hint: '检查这一行和上一行的缩进、引号、括号和冒号',
};

function colonInside(text: string, start: number): SyntaxMessage {
  const line = text.slice(start, lineEnd(text, start)).trimEnd();
  if (!/:(?:\s|$)/.test(line)) {
    return {
      message: '这一行的键已经有值，下一行却缩进得更深',
      hint: '下一行若是同一层的键，与这一行的键左端对齐；若是下一层，把这里的值删去',
    };
  }
  return {
    message: say`值「${{ line: shortened(line) }}」里有冒号加空格，会被当成键`,
    hint: `含冒号和空格的文字要加引号：'${shortened(line).replaceAll("'", "''")}'`,
  };
}

function unexpected(text: string, start: number, message: string): SyntaxMessage {
  const line = text.slice(lineStart(text, start), start);
  const before = line.trimEnd().at(-1) ?? '';
  if (message.includes('block-seq-ind')) {
    return line.trim() === ''
      ? mixedLevel
      : { message: '列表的第一项不能与键写在同一行', hint: '另起一行，写成「- …」' };
  }
  if (message.includes('at node end')) {
    if (line.trim() === '') return mixedLevel;
    if (before === '"' || before === "'" || before === ']' || before === '}') {
      return {
        message: `「${before}」后面还有文字`,
        hint: '把整个值用单引号括起来；值里的单引号写两个',
      };
    }
  }
  if (/flow-(?:seq|map)-end/.test(message)) {
    return { message: `多了一个「${text[start]}」`, hint: '删去它，或补上前面的那一半' };
  }
  if (message.startsWith('Not a YAML token')) {
    return { message: '「|」或「>」后面不能再写文字', hint: '文字从下一行开始写，缩进两个空格' };
  }
  if (/in flow (?:seq|map)|comma/.test(message)) {
    return { message: '括号里的逗号或冒号用得不对', hint: '项目之间用一个英文逗号分开' };
  }
  return anything;
}

const mixedLevel: SyntaxMessage = {
  message: '同一层里不能既有键又有列表的项',
  hint: '列表的项（- …）写在它的键下面，比键多缩进两个空格',
};
