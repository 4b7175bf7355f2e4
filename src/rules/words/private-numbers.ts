import type { WordLists } from '../../model/word-lists.ts';
import { anyOf, perLists } from './word-pattern.ts';

/** A number that belongs to a private person, found in a text. */
export type PrivateNumber = {
  readonly kind: '身份证号' | '手机号' | '银行卡号';
  readonly masked: string;
};

/** Runs of digits, also grouped by single spaces or hyphens, that stand alone. */
const RUN =
  /(?<![\p{Script=Latin}\d.])\d(?:[ -]?\d){9,18}(?:[ -]?[\dXx])?(?![\p{Script=Latin}\d])/gu;
const SHORTEST = 11;
/** Three digits in a row, of any width, perhaps grouped. */
const MAY_HOLD = /\p{N}[\s-]?\p{N}[\s-]?\p{N}/u;
const MOBILE = /^1[3-9]\d{9}$/;
const GROUPED_MOBILE = /^1[3-9]\d([ -]?)\d{4}\1\d{4}$/;
const ID_CARD = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
/** Beginnings of the cards that banks issue, and the length of their numbers. */
const bankCard = perLists(
  (lists) => new RegExp(`^${anyOf(lists['bank-card-prefixes'])}\\d{12,17}$`, 'u'),
);

/**
 * Identity card, mobile telephone and bank card numbers. Landlines, digests, document numbers and
 * codes with letters are none of them. An identity card goes by its shape (region, real-looking
 * birthday): a mistyped check digit still tells who is meant.
 */
export function privateNumbers(text: string, lists: WordLists): PrivateNumber[] {
  // Nearly every text of a county ends here.
  if (text.length < SHORTEST || !MAY_HOLD.test(text)) return [];
  const plain = text.normalize('NFKC');
  if (!/\d(?:[ -]?\d){10}/.test(plain)) return [];
  return [...plain.matchAll(RUN)].flatMap(([run]) => {
    const whole = numberIn(run, lists);
    // A date or an extension may stand beside the number: 2026-01-01 13…
    return whole.length > 0 ? whole : run.split(' ').flatMap((part) => numberIn(part, lists));
  });
}

function numberIn(run: string, lists: WordLists): PrivateNumber[] {
  const digits = run.replace(/[ -]/g, '').toUpperCase();
  const kind = kindOf(run, digits, lists);
  return kind === undefined ? [] : [{ kind, masked: masked(digits) }];
}

function kindOf(run: string, digits: string, lists: WordLists): PrivateNumber['kind'] | undefined {
  if (MOBILE.test(digits)) return GROUPED_MOBILE.test(run) ? '手机号' : undefined;
  if (ID_CARD.test(digits)) return '身份证号';
  if (bankCard(lists).test(digits) && passesLuhn(digits)) return '银行卡号';
  return undefined;
}

/** The check that every bank card number meets. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function masked(digits: string): string {
  return `${digits.slice(0, 3)}****${digits.slice(-2)}`;
}
