/**
 * What the learner types: a number, a sum of two, or the bits of a format in hexadecimal. And how a number is written back, so
 * that it reads as the same number again.
 */
import { decodeFloat, type FloatFormat, roundToFormat } from '@/lib/ml/quant/float-format';

/** A number of a result, where ∞ and NaN must survive JSON. */
export type Plain = number | 'Infinity' | '-Infinity' | 'NaN';

export type Entry =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sum'; readonly a: number; readonly b: number }
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'unreadable' };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/i;
const POWER = /^([+-]?)2\^(-?\d{1,4})$/;
const SPECIAL: Readonly<Record<string, number>> = {
  inf: Infinity,
  infinity: Infinity,
  '∞': Infinity,
  nan: Number.NaN,
};

/** Reads a term such as −0.1, 1e-8, 2^-24, inf or nan; null if it is none. */
function parseTerm(text: string): number | null {
  if (NUMBER.test(text)) return Number(text);
  const power = POWER.exec(text);
  if (power) return (power[1] === '-' ? -1 : 1) * 2 ** Number(power[2]);
  const special = SPECIAL[text.replace(/^[+-]/, '').toLowerCase()];
  if (special === undefined) return null;
  return text.startsWith('-') ? -special : special;
}

/** Total: what cannot be read is `unreadable`. A hexadecimal code counts as bits of `format`, the highest are cut. */
export function parseEntry(text: string, format: FloatFormat): Entry {
  const clean = text.replaceAll('−', '-').replace(/[\s,_]/g, '');
  if (/^0x[0-9a-f]{1,8}$/i.test(clean)) return { kind: 'code', code: Number(clean) % 2 ** format.bits };
  const value = parseTerm(clean);
  if (value !== null) return { kind: 'number', value };
  // The sign between two terms is one that no exponent claims: not after "e" or "^".
  for (let at = 1; at < clean.length - 1; at += 1) {
    if (!'+-'.includes(clean[at] ?? '') || 'eE^'.includes(clean[at - 1] ?? '')) continue;
    const a = parseTerm(clean.slice(0, at));
    const b = parseTerm(clean.slice(at + 1));
    if (a !== null && b !== null) return { kind: 'sum', a, b: clean[at] === '-' ? -b : b };
  }
  return { kind: 'unreadable' };
}

/** The number as typed, before any format: exact for a sum of float64 that is. */
export function entryValue(entry: Entry, format: FloatFormat): number {
  switch (entry.kind) {
    case 'number':
      return entry.value;
    case 'sum':
      return entry.a + entry.b;
    case 'code':
      return decodeFloat(entry.code, format);
    case 'unreadable':
      return Number.NaN;
  }
}

/** What a format holds after the entry: terms are rounded first, then their sum. */
export function entryIn(entry: Entry, value: number, format: FloatFormat): number {
  if (entry.kind !== 'sum') return roundToFormat(value, format);
  return roundToFormat(roundToFormat(entry.a, format) + roundToFormat(entry.b, format), format);
}

export function toPlain(value: number): Plain {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}

/** All digits that tell it from its float64 neighbours, with a real minus sign. Reads back as the same number. */
export function writePlain(value: Plain): string {
  const text = value === 'Infinity' ? '∞' : value === '-Infinity' ? '-∞' : Object.is(value, -0) ? '-0' : String(value);
  return text.replaceAll('-', '−').replace('e+', 'e');
}

/** 2¹⁵, for exponents from 0 on. */
export function powerOfTwo(exponent: number): string {
  return `2${Array.from(String(exponent), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '').join('')}`;
}
