/**
 * One number in five floating-point formats, bit by bit, and a recorded gradient under a loss scale: what exponent bits buy, what
 * fraction bits buy, and why fp16 needs a scale that bf16 does not. The arithmetic is `lib/ml/quant/float-format.ts`.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { type FloatFormatId, floatFormatIds, floatFormats, roundToFormat } from '@/lib/ml/quant/float-format';
import type { ScaledGradients } from '@/lib/ml/quant/loss-scaling';
import { fates } from './gradients';
import { type Entry, entryValue, type Plain, parseEntry, toPlain, writePlain } from './number-text';
import { type Reading, readNumber } from './reading';

/** Of all gradients that are not 0, at most this share may become 0, and none may overflow, with the smallest such scale. */
export const GOAL = { format: 'fp16', underflow: 0.0005 } as const;
const MAX_LOG_SCALE = 24;

export const params = {
  value: { kind: 'text', maxLength: 48, default: '0.1' },
  format: { kind: 'choice', options: floatFormatIds, default: 'fp16' },
  scale: { kind: 'number', min: 0, max: MAX_LOG_SCALE, step: 1, default: 0 },
} as const;

export type Result = {
  readonly entry: Entry['kind'];
  readonly typed: Plain;
  /** One a format, in the order of the table. */
  readonly readings: readonly Reading[];
  /** What the loss scale makes of the recorded gradients, by format. */
  readonly fates: Readonly<Record<FloatFormatId, ScaledGradients>>;
  /** log2 of the smallest scale that passes in the format of the goal. */
  readonly best: number;
};

const passes = ({ underflow, overflow, nonZero }: ScaledGradients): boolean =>
  overflow === 0 && underflow <= GOAL.underflow * nonZero;

/** The gradients are recorded, so their fate at each scale never changes: computed when first needed. */
const known = new Map<number, Readonly<Record<FloatFormatId, ScaledGradients>>>();

function fatesAt(logScale: number): Readonly<Record<FloatFormatId, ScaledGradients>> {
  const found = known.get(logScale) ?? fates(2 ** logScale);
  known.set(logScale, found);
  return found;
}

/** log2 of the smallest power-of-two scale at which a format loses next to nothing; null where none does. */
export function smallestScale(format: FloatFormatId): number | null {
  for (let log = 0; log <= MAX_LOG_SCALE; log += 1) if (passes(fatesAt(log)[format])) return log;
  return null;
}

function run({ value, format, scale }: ParamValues<typeof params>): Result {
  const entry = parseEntry(value, floatFormats[format]);
  const typed = entryValue(entry, floatFormats[format]);
  return {
    entry: entry.kind,
    typed: toPlain(typed),
    readings: floatFormatIds.map((id) => readNumber(entry, typed, floatFormats[id], id === format)),
    fates: fatesAt(scale),
    best: smallestScale(GOAL.format) ?? MAX_LOG_SCALE,
  };
}

export const core = defineCore({
  id: 'float-inspector',
  params,
  run,
  goal({ best }, { scale }) {
    const met = scale === best && passes(fatesAt(scale)[GOAL.format]);
    return { met, progress: met ? 1 : Math.max(0, 0.95 - Math.abs(scale - best) / MAX_LOG_SCALE) };
  },
  solution: { scale: smallestScale(GOAL.format) ?? 0 },
  predict() {
    let sum = 2048;
    for (let i = 0; i < 100; i += 1) sum = roundToFormat(sum + 1, floatFormats.fp16);
    return sum === 2048 ? 'stuck' : sum === 2148 ? 'right' : 'between';
  },
  table({ readings, fates: all }) {
    return {
      columns: ['format', 'stored', 'error', 'below', 'above', 'bits', 'underflow', 'subnormal', 'overflow'],
      rows: readings.map(({ id, stored, relativeError, below, above, code }) => [
        id,
        writePlain(stored),
        relativeError ?? '–',
        below === null ? '–' : writePlain(below),
        above === null ? '–' : writePlain(above),
        `0x${code.toString(16).padStart(floatFormats[id].bits / 4, '0')}`,
        all[id].underflow,
        all[id].subnormal,
        all[id].overflow,
      ]),
    };
  },
});
