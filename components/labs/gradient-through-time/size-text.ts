/** Sizes between 10^-300 and 10^20, in the few digits that matter. */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A power of ten: 0.01, 1, 100, 10⁻⁸. */
export function powerText(exponent: number): string {
  if (exponent >= -2 && exponent <= 2) return String(10 ** exponent);
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)] ?? '').join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/** 0.0197, 1.3, and with a power of ten where that is shorter: 8.8 × 10⁻¹¹. */
export function sizeText(size: number): string {
  if (size >= 1e-3 && size < 1e4) return String(Number(size.toPrecision(3)));
  const [digits = '', exponent = '0'] = size.toExponential(1).split('e');
  return `${digits}\u00a0×\u00a0${powerText(Number(exponent))}`;
}
