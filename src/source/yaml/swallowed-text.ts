import { say } from '../../diagnostics/message.ts';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { startsLine } from '../lines.ts';
import type { Comment } from '../reading.ts';
import { shortened } from '../shortened.ts';

/**
 * LF005: `金额 #以上` loses 以上, since ` #` starts a comment. Comments on a line of their own and
 * those with a space after `#` are meant; so are ruler lines such as `#----`.
 */
export function swallowedText(file: string, text: string, comments: readonly Comment[]): Finding[] {
  const findings: Finding[] = [];
  for (const { span } of comments) {
    const comment = text.slice(span.start, span.end);
    if (!/^#+[^\s#=*~!-]/.test(comment) || startsLine(text, span.start)) continue;
    findings.push({
      code: 'LF005',
      ref: { file, path: [] },
      span,
      message: say`「${{ comment: shortened(comment) }}」前面有空格，被当作注释，没有读取`,
      hint: '若是文字，用英文引号把整个值括起来；若是注释，在 # 后面加一个空格',
    });
  }
  return findings;
}
