/** A title as it is looked up: width, spaces and the state's full name do not count. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(/^中华人民共和国/u, '');
}
