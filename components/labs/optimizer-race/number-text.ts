/** Numbers of this lab as text, and which lane leads. */
import { formatSignificant } from '@/lib/format-number';
import type { Result } from './core';
import type { Lane } from './race';

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (n: number) => [...String(n)].map((c) => (c === '-' ? '⁻' : (digits[Number(c)] ?? c))).join('');

/** A power of ten: 1, 10⁻³. */
export function power(value: number): string {
  const exponent = Math.round(Math.log10(value));
  return exponent === 0 ? '1' : `10${raised(exponent)}`;
}

/** Three digits, with a power of ten where the number is very small or large: 1.23 × 10⁻⁷. */
export function scientific(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e-3 && size < 1e5) return formatSignificant(value);
  const [mantissa = '', exponent = ''] = value.toExponential(2).split('e');
  return `${mantissa.replace('-', '−')} × 10${raised(Number(exponent))}`;
}

export function leaders({ lanes, step }: Result): {
  readonly lead: { readonly lane: Lane; readonly loss: number } | null;
  readonly lost: readonly Lane[];
} {
  const running = lanes.flatMap(({ lane, losses }) => {
    const loss = losses[step];
    return loss === undefined ? [] : [{ lane, loss }];
  });
  const lead = running.reduce<(typeof running)[number] | null>(
    (best, one) => (best && best.loss <= one.loss ? best : one),
    null,
  );
  return { lead, lost: lanes.filter(({ losses }) => losses[step] === undefined).map(({ lane }) => lane) };
}
