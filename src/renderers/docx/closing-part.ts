import type { ClosingBlock } from '../../papers/document.ts';
import { plain } from '../plain-text.ts';
import { styled } from './form-parts.ts';
import type { WordPart, WordSetting } from './word-setting.ts';
import { LETTER_EM, LETTER_PITCH, LETTER_SIZE } from './word-styles.ts';
import { twips } from './xml.ts';

/** The seal's upper edge is to be within a line of the text, name and date below its middle. */
const SEAL_LINES = 2;
/** 右空四字 for the date above which a seal is set, 右空二字 without a seal. */
const SEALED_END = 4;
const PLAIN_END = 2;
/** From line to line of a form, in points. */
const FORM_PITCH = 20;

/**
 * 署名 and 成文日期 (7.3.5). Sealed: the date four characters from the right, the name centred over it.
 * Not sealed: the name two characters from the right, the date below begins two characters further in;
 * a longer date stands two from the right, the name moves left for it.
 */
export function closingPart({ by, on, seal }: ClosingBlock, setting: WordSetting): WordPart {
  const { isLetter, layout } = setting;
  const size = isLetter ? LETTER_SIZE : layout.fontSize;
  const em = isLetter ? LETTER_EM : size;
  const pitch = isLetter ? LETTER_PITCH : twips(FORM_PITCH);
  const look = isLetter
    ? ({ style: 'SignedBy', face: 'letter' } as const)
    : ({ style: 'FormText', face: 'body' } as const);
  const names = by.flatMap((name) => plain(name).split('\n')).filter((name) => name !== '');
  const date = plain(on).replaceAll('\n', ' ');
  const widest = Math.max(0, ...names.map(ems));
  const dateWidth = ems(date);
  // Distances from the right edge, in characters.
  const middle = Math.max(SEALED_END, (widest - dateWidth) / 2) + dateWidth / 2;
  const dateStart = Math.max(widest, PLAIN_END + dateWidth);
  const nameStart = Math.max(PLAIN_END + widest, dateStart + PLAIN_END);
  const lines = [
    ...names.map((text) => ({ text, start: nameStart })),
    ...(date === '' ? [] : [{ text: date, start: dateStart }]),
  ];
  const blank = (seal ? SEAL_LINES : 1) * pitch;
  const items = lines.map(({ text, start }, index) =>
    styled(text, { style: look.style, face: look.face, size }, setting, {
      // Placed by its start or middle, because programs differ in how wide a date with digits gets.
      align: seal ? 'center' : 'left',
      left: twips(Math.max(0, setting.width - (seal ? 2 * middle : start) * em)),
      // Where digits get wider than here, a line may reach into the margin, but not break.
      ...(seal ? {} : { right: twips(-PLAIN_END * em) }),
      ...(index === 0 ? { before: blank } : {}),
      keepNext: index < lines.length - 1,
    }),
  );
  return { items, height: (blank + pitch * lines.length) / 20 };
}

/** Width in characters; Latin letters and digits are half as wide. */
export function ems(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u00ff' ? 1 : 0.5;
  return width;
}
