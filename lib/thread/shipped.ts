/**
 * The models that ship with the site, for learners who have not trained their own: made by `npm run models`
 * (lib/build/shipped-models.ts), stored in half precision. Both were trained on the names of this folder.
 */
import { type Checkpoint, createCheckpoint } from '@/lib/ml/checkpoint';
import { decodeFloat, floatFormats } from '@/lib/ml/quant/float-format';
import shipped from './shipped-models.json';

export type ShippedModel = Omit<Checkpoint, 'schema' | 'id' | 'weights'> & {
  /** Base64 of little-endian half-precision numbers. */
  readonly weights: string;
};

const made = new Map<'model' | 'student', Checkpoint>();

/** The model that a stored one stands for. Throws like `createCheckpoint` if it is damaged. */
export function readShipped({ weights, ...rest }: ShippedModel): Checkpoint {
  const bytes = Uint8Array.from(atob(weights), (character) => character.charCodeAt(0));
  const codes = new DataView(bytes.buffer);
  return createCheckpoint({
    ...rest,
    weights: Float32Array.from({ length: bytes.length / 2 }, (_, i) =>
      decodeFloat(codes.getUint16(2 * i, true), floatFormats.fp16),
    ),
  });
}

function read(which: 'model' | 'student'): Checkpoint {
  const model = made.get(which) ?? readShipped(shipped[which]);
  made.set(which, model);
  return model;
}

/** Width 16, one layer, four heads, context 24: the thread's model. The same object each time. */
export function shippedCheckpoint(): Checkpoint {
  return read('model');
}

/** Width 8: a student distilled from `shippedCheckpoint()`, the draft of speculative decoding. */
export function shippedStudent(): Checkpoint {
  return read('student');
}
