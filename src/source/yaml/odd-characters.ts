import { say } from '../../diagnostics/message.ts';
import type { Finding } from '../../diagnostics/diagnostic.ts';

/**
 * Control, bidirectional and zero-width characters: they cannot be seen, yet change what is read.
 * A CR counts where no LF follows it.
 */
const ODD =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\r(?!\n)/g;

const NAMES: Readonly<Record<string, string>> = {
  '\0': '空字符',
  '\r': '单独的回车符',
  '\u200b': '零宽空格',
  '\u200c': '零宽不连字',
  '\u200d': '零宽连字',
  '\u200e': '从左到右标记',
  '\u200f': '从右到左标记',
  '\u2028': '行分隔符',
  '\u2029': '段分隔符',
  '\ufeff': '文中的 BOM',
};

/** LF011 for the first such character of each line. */
export function oddCharacters(file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  let lineEnd = -1;
  for (const { 0: character, index } of text.matchAll(ODD)) {
    if (index < lineEnd) continue;
    const end = text.indexOf('\n', index);
    lineEnd = end < 0 ? text.length : end;
    findings.push(oddCharacter(file, character, index));
  }
  return findings;
}

function oddCharacter(file: string, character: string, start: number): Finding {
  const code = character.charCodeAt(0);
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = NAMES[character] ?? (isBidirectional(code) ? '改变文字方向的字符' : '控制字符');
  return {
    code: 'LF011',
    ref: { file, path: [] },
    span: { start, end: start + 1 },
    message: say`这里有看不见的字符 ${{ point }}（${{ name }}）`,
    hint: '删去它：可删掉前后两个字重新输入，不要从别处粘贴',
  };
}

function isBidirectional(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}
