/** Sizes over many decades as people write them: 5.03, 0.27, 4.4 × 10⁻⁸. */
import { formatSignificant } from '@/lib/format-number';

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10 to a whole power, in superscript digits. */
export function powerOfTen(power: number): string {
  const digits = String(Math.abs(power)).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? '');
  return power === 0 ? '1' : `10${power < 0 ? '⁻' : ''}${digits}`;
}

/** Three significant digits; a power of ten outside of 0.001 … 10,000. */
export function formatScale(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e4) return formatSignificant(value);
  const power = Math.floor(Math.log10(size));
  return `${formatSignificant(value / 10 ** power, 2)}\u00a0×\u00a0${powerOfTen(power)}`;
}
