import { execFileSync } from 'node:child_process';

/** The text of a PDF as poppler reads it. */
export function printedText(pdf: string, how: '-raw' | '-layout' | '-bbox'): string {
  return execFileSync('pdftotext', [how, pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** The pages of a PDF without blanks. */
export function printedPages(pdf: string): string[] {
  const pages = printedText(pdf, '-layout').split('\f').slice(0, -1);
  return pages.map((page) => page.replace(/\s+/g, ''));
}
