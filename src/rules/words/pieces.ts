/**
 * Numbers that people put before the items of one cell: `1.` `2、` `(3)` `（四）` `五、` `⑥` `七是`.
 * Only at the beginning, after a separator or a space, so that amounts and 一、二级 stay whole.
 */
const NUMBER =
  /(^|[\s。；;，,：:])(?:\d{1,2}[.．、)）](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是|[①-⑳])\s*/gu;

const SEPARATORS = /[\s。；;，,、：:]+$/u;

/** The numbered items of a text; the whole text, if nothing in it is numbered. */
export function numberedItems(text: string): string[] {
  return cleaned(text.replace(NUMBER, '$1\n').split('\n'));
}

/** The items of a text: numbered ones, else what semicolons, full stops and lines part. */
export function itemsOf(text: string): string[] {
  const numbered = numberedItems(text);
  if (numbered.length > 1) return numbered;
  return cleaned(text.split(/[；;。\n]/u));
}

/** Commas and stops part a text into clauses. */
export function clausesOf(text: string): string[] {
  return cleaned(text.split(/[，,。；;：:！!？?\n]/u));
}

function cleaned(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim().replace(SEPARATORS, '')).filter((part) => part !== '');
}

/** What most texts have beside Han characters, all of it left out. */
const SIGNS = /[\s\d，。；：、“”‘’（）《》「」,.;:()%-]+/g;
const ONLY_HAN = /^[\u4E00-\u9FFF]*$/;

/** For comparing: letters and Han characters only, so that numbers, punctuation and width do not count. */
export function normalized(text: string): string {
  const plain = text.replace(SIGNS, '');
  // Han characters are the same in every form and case: most texts are done.
  if (ONLY_HAN.test(plain)) return plain;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
