/** The recorded gradients as bins of their size, and what a loss scale makes of them in each format. */
import { type FloatFormat, type FloatFormatId, floatFormatIds, floatFormats } from '@/lib/ml/quant/float-format';
import { type ScaledGradients, scaleGradients } from '@/lib/ml/quant/loss-scaling';
import { recorded } from './recorded-gradients';

export const BINS_PER_OCTAVE = 4;

/** Sizes of gradients, counted by log2: bin i holds 2^((first + i) / 4) up to the next. Zeros are not in it. */
export type Histogram = { readonly first: number; readonly counts: readonly number[] };
export type Source = keyof typeof recorded.histograms;
export const sources = ['logits', 'weights'] as const satisfies readonly Source[];

/** Counts the sizes of gradients that are not 0. */
export function countSizes(gradients: ArrayLike<number>): Histogram {
  const bins = new Map<number, number>();
  for (let i = 0; i < gradients.length; i += 1) {
    const size = Math.abs(gradients[i] as number);
    if (size === 0) continue;
    const bin = Math.floor(Math.log2(size) * BINS_PER_OCTAVE);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const first = Math.min(...bins.keys());
  const last = Math.max(...bins.keys());
  return { first, counts: Array.from({ length: last - first + 1 }, (_, i) => bins.get(first + i) ?? 0) };
}

/**
 * A size that stands for its bin. What a power of two decides, the middle decides as every size in the bin does: the borders of
 * fp16, bf16 and fp32 all are powers of two but for the last half step before 2^16.
 */
export function binMiddle({ first }: Histogram, i: number): number {
  return 2 ** ((first + i + 0.5) / BINS_PER_OCTAVE);
}

export type Fate = Omit<ScaledGradients, 'nonZero'>;

/** Counts over one source, or over all that is recorded. */
export function fateOf(histograms: readonly Histogram[], scale: number, format: FloatFormat): ScaledGradients {
  const sum = { underflow: 0, subnormal: 0, overflow: 0, nonZero: 0 };
  for (const histogram of histograms) {
    histogram.counts.forEach((count, i) => {
      if (count === 0) return;
      const one = scaleGradients([binMiddle(histogram, i)], scale, format);
      sum.underflow += one.underflow * count;
      sum.subnormal += one.subnormal * count;
      sum.overflow += one.overflow * count;
      sum.nonZero += count;
    });
  }
  return sum;
}

/** By format: both sources together. */
export function fates(scale: number): Readonly<Record<FloatFormatId, ScaledGradients>> {
  const all = sources.map((source) => recorded.histograms[source]);
  return Object.fromEntries(floatFormatIds.map((id) => [id, fateOf(all, scale, floatFormats[id])])) as Record<
    FloatFormatId,
    ScaledGradients
  >;
}
