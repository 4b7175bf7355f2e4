import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';

/** The only place that asks the clock for the day: of the place where the program runs. */
export function today(io: Io): string {
  const now = io.now();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** An option that may be given several times. */
export function collect(choices?: readonly string[]) {
  return (value: string, before: readonly string[] = []): readonly string[] => {
    if (choices !== undefined && !choices.includes(value)) {
      throw new UsageError(`「${value}」不在可选的之列`, `可选：${choices.join('、')}`);
    }
    return [...before, value];
  };
}

/** An option that is a number of things. */
export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new UsageError(`「${value}」应是不小于 0 的整数`);
  return Number(value);
}
