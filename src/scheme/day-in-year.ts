/**
 * The last day that a notice names by month and day: `09-05`, 9月5日前, 8月底前 (as long as the month is in
 * that year), 2026-09-05. Anything else (放暑假前) is no date.
 */
export function dayInYear(year: number, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const two = (number: string) => number.padStart(2, '0');
  const [whole] = /^\d{4}-\d{2}-\d{2}$/.exec(text) ?? [];
  if (whole !== undefined) return whole;
  const [, end] = /^(\d{1,2})月底前?$/.exec(text) ?? [];
  if (end !== undefined) {
    return new Date(Date.UTC(year, Number(end), 0)).toISOString().slice(0, 10);
  }
  const [, month, date] =
    /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{1,2})月(\d{1,2})日前?$/.exec(text) ?? [];
  if (month === undefined || date === undefined) return undefined;
  return `${year}-${two(month)}-${two(date)}`;
}
