/** Whether this is a space that YAML does not take as one: full-width, no-break and their like. */
export function isWideSpace(code: number): boolean {
  return (
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  );
}

/** What to say about a line that is indented by such spaces. */
export const WIDE_INDENT = {
  message: '这一行用全角空格（或不间断空格）缩进，不起缩进作用',
  hint: '改用英文空格缩进，每层两个空格',
} as const;
