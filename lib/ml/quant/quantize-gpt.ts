/** Quantizes every matrix of a tiny GPT in the same way, and says what each one lost. */
import type { GptLayout } from '@/lib/ml/gpt/config';
import { type MatrixQuantization, quantizeMatrix } from './quantize-matrix';

export type MatrixReport = {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Codes, scales and zero points, in bits. */
  readonly storedBits: number;
  /** Share of the weights that were not 0 and now are. */
  readonly zeroed: number;
  /** ‖W − Ŵ‖ ÷ ‖W‖, Frobenius. */
  readonly relativeError: number;
};

export type QuantizedGpt = {
  /** The codes turned back into weights, in the order of the layout. */
  readonly weights: Float32Array;
  readonly storedBits: number;
  readonly matrices: readonly MatrixReport[];
};

/** Throws RangeError if the weights do not have the size of the layout, or as `quantizeMatrix` does. */
export function quantizeGpt(layout: GptLayout, weights: Float32Array, options: MatrixQuantization): QuantizedGpt {
  if (weights.length !== layout.size) throw new RangeError(`${weights.length} weights for a model of ${layout.size}`);
  const restored = new Float32Array(weights.length);
  const matrices = layout.entries.map(({ name, rows, columns, offset, size }) => {
    const matrix = weights.subarray(offset, offset + size);
    const { values, storedBits } = quantizeMatrix(matrix, rows, columns, options);
    restored.set(values, offset);
    let [signal, noise, present, zeroed] = [0, 0, 0, 0];
    for (let i = 0; i < size; i += 1) {
      const weight = matrix[i] as number;
      const value = values[i] as number;
      signal += weight * weight;
      noise += (weight - value) ** 2;
      if (weight !== 0) present += 1;
      if (weight !== 0 && value === 0) zeroed += 1;
    }
    return {
      name,
      rows,
      columns,
      storedBits: storedBits.total,
      zeroed: present === 0 ? 0 : zeroed / present,
      relativeError: signal === 0 ? 0 : Math.sqrt(noise / signal),
    };
  });
  return { weights: restored, storedBits: matrices.reduce((sum, { storedBits }) => sum + storedBits, 0), matrices };
}
