/** What one format makes of the number: its bits, what is stored, how far off, and what lies beside it. */
import {
  encodeFloat,
  type FloatFields,
  type FloatFormat,
  type FloatFormatId,
  floatLimits,
  floatNeighbours,
  overflowsFormat,
  splitCode,
  ulp,
} from '@/lib/ml/quant/float-format';
import { type Entry, entryIn, type Plain, toPlain } from './number-text';

/** In order of how bad it is for the number. */
export type Outcome = 'exact' | 'rounded' | 'subnormal' | 'saturated' | 'underflow' | 'overflow' | 'nan';

export type Reading = FloatFields & {
  readonly id: FloatFormatId;
  readonly code: number;
  readonly stored: Plain;
  readonly outcome: Outcome;
  /** |stored − typed| ÷ |typed|; null where there is no such ratio. */
  readonly relativeError: number | null;
  readonly below: Plain | null;
  readonly above: Plain | null;
  /** Distance between the numbers of the format around the stored one; null for ∞ and NaN. */
  readonly gap: number | null;
};

export function readNumber(entry: Entry, typed: number, format: FloatFormat, own: boolean): Reading {
  const value = entryIn(entry, typed, format);
  // A NaN has many codes; the one that was typed is kept in its own format.
  const code = own && entry.kind === 'code' ? entry.code : encodeFloat(value, format);
  const { below, above } = floatNeighbours(value, format);
  const finite = Number.isFinite(value);
  return {
    id: format.id,
    code,
    ...splitCode(code, format),
    stored: toPlain(value),
    outcome: outcomeOf(typed, value, format),
    relativeError:
      finite && Number.isFinite(typed) ? (typed === 0 ? 0 : Math.abs(value - typed) / Math.abs(typed)) : null,
    below: below === null ? null : toPlain(below),
    above: above === null ? null : toPlain(above),
    gap: finite ? ulp(value, format) : null,
  };
}

function outcomeOf(typed: number, value: number, format: FloatFormat): Outcome {
  if (Number.isNaN(value)) return 'nan';
  if (value === typed) {
    return value !== 0 && Math.abs(value) < floatLimits(format).smallestNormal ? 'subnormal' : 'exact';
  }
  if (overflowsFormat(typed, format)) return format.overflow === 'infinity' ? 'overflow' : 'saturated';
  if (value === 0) return 'underflow';
  return Math.abs(value) < floatLimits(format).smallestNormal ? 'subnormal' : 'rounded';
}
