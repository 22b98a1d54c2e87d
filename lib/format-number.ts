/**
 * Numbers as labels of plots and controls show them: few digits, no exponent, a real minus sign, and a unit that stays on
 * the line of its number. Same in both languages. A percent sign stands at its number, as in the lessons: 41%.
 */
const NO_BREAK = '\u00a0';

/** `digits` significant digits without trailing zeros. `0.000123` stays decimal; from 10^7 on digits are grouped. */
export function formatSignificant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : '–';
  const rounded = Number(value.toPrecision(digits));
  return withMinus(
    rounded.toLocaleString('en-US', { maximumFractionDigits: 12, useGrouping: Math.abs(rounded) >= 1e4 }),
  );
}

/** Fixed decimals, for columns that must align. */
export function formatFixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return withMinus(Number(text) === 0 ? text.replace('-', '') : text);
}

/** A share in [0, 1] as a percentage. Below 10% it keeps `decimals`; it never rounds a non-zero share to 0%. */
export function formatPercent(share: number, decimals = 1): string {
  const percent = share * 100;
  const least = 10 ** -decimals;
  if (percent > 0 && percent < least) return `<${least}%`;
  return `${formatFixed(percent, percent < 10 && percent > 0 ? decimals : 0)}%`;
}

/** Integers with grouped digits: 18,874,368. */
export function formatInteger(value: number): string {
  return withMinus(Math.round(value).toLocaleString('en-US'));
}

const byteUnits = [
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;

/** Bytes in decimal units, as the capacity of cards and disks is sold: 1 GB = 10^9 bytes. */
export function formatBytes(bytes: number): string {
  const [unit, size] = byteUnits.find(([, least]) => bytes >= least) ?? ['B', 1];
  return `${formatSignificant(bytes / size)}${NO_BREAK}${unit}`;
}

/** What was typed or read, with its unit: `6.5 GB`, `41%`. */
export function withUnit(number: string | number, unit: string): string {
  return unit === '' || unit === '%' ? `${number}${unit}` : `${number}${NO_BREAK}${unit}`;
}

/** Written text with its units kept on the line of their number: `32 GB`, `4 bit`. */
export function keepUnits(text: string): string {
  return text.replace(/(\d) (?=(?:[kMGT]i?B|[BsT]|ms|bits?|nats?)(?![A-Za-z]))/g, `$1${NO_BREAK}`);
}

function withMinus(text: string): string {
  return text.replace('-', '−');
}
