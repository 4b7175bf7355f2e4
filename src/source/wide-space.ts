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
