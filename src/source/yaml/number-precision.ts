/** Whether a number as written has more digits than a number can hold (18-digit codes, ids). */
export function lostPrecision(source: string, value: number): boolean {
  if (/^[-+]?\.(?:inf|nan)$/i.test(source)) return false;
  if (!Number.isFinite(value)) return true;
  if (/^0[xo]/.test(source)) return BigInt(source) !== BigInt(value);
  const digits = significantDigits(source);
  return digits.length > 15 && digits !== significantDigits(value.toExponential());
}

/** Digits of the mantissa without sign, point, and zeros at either end. */
function significantDigits(number: string): string {
  const [mantissa = ''] = number.split(/[eE]/);
  return mantissa.replaceAll(/[-+.]/g, '').replace(/^0+/, '').replace(/0+$/, '');
}
