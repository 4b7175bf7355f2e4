import { oneLine, shorten } from '../util/shorten.ts';

/** Text of a file for a message: long ones are cut, line breaks become spaces. */
export function shortened(text: string): string {
  return oneLine(shorten(text));
}
