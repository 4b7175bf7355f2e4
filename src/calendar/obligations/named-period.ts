import type { Period } from '../cadence.ts';
import { periodsOf } from '../cadence.ts';

const NUMBERS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  首: '1',
};
const QUARTER = /^(?:(\d{4})年?)?-?(?:第?([一二三四1-4首])季度|Q([1-4]))$/u;
const HALF = /^(?:(\d{4})年?)?-?(?:(上|下)半年|H([12]))$/u;
const YEAR = /^(?:(\d{4})(?:年度?)?|全年|年度|本年度?)$/u;

/**
 * The turn that a record names (所属时段): 第一季度, 2026年一季度, 2026-Q1, 上半年, 2026年度. Without a year
 * that of the work is meant. undefined: it cannot be read.
 */
export function periodNamed(text: string, year: number): Period | undefined {
  const words = text.replace(/\s/g, '');
  const quarter = QUARTER.exec(words);
  if (quarter !== null) {
    const number = NUMBERS[quarter[2] ?? ''] ?? quarter[2] ?? quarter[3];
    return periodsOf('quarter', Number(quarter[1] ?? year))[Number(number) - 1];
  }
  const half = HALF.exec(words);
  if (half !== null) {
    const isSecond = half[2] === '下' || half[3] === '2';
    return periodsOf('halfYear', Number(half[1] ?? year))[isSecond ? 1 : 0];
  }
  const whole = YEAR.exec(words);
  return whole === null ? undefined : periodsOf('year', Number(whole[1] ?? year))[0];
}

/** The turn in which the period that a record names lies: 上半年 lies in the year. */
export function turnNamed(
  text: string,
  turns: readonly Period[],
  year: number,
): Period | undefined {
  const named = periodNamed(text, year);
  return turns.find(
    ({ from, due }) => named !== undefined && from <= named.from && named.due <= due,
  );
}
