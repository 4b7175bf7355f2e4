import { plain } from './plain-text.ts';

/** A part of a file name that every system takes: no path, no reserved character, no blank edge. */
export function fileNamePart(text: string): string {
  return Array.from(
    plain(text)
      .replace(/[<>:"/\\|?*\n\t]/g, ' ')
      .trim()
      .replace(/\s+/g, ' '),
  )
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/, '');
}
