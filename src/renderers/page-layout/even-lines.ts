import { lineCount } from './text-height.ts';

/** Longer heads read well however they break. */
const SHORT_HEAD = 12;

/** Breaks a short Han head into even lines, as offices do: 风险｜等级, not 风险等｜级. */
export function evenLines(text: string, width: number, size: number): string {
  const lines = lineCount(text, width, size);
  if (lines === 1 || text.length > SHORT_HEAD || !/^\p{Script=Han}+$/u.test(text)) return text;
  // The shorter line first: 部门｜负责人.
  const starts = Array.from({ length: lines + 1 }, (_, line) =>
    Math.floor((text.length * line) / lines),
  );
  return starts
    .slice(1)
    .map((end, line) => text.slice(starts[line], end))
    .join('\n');
}
