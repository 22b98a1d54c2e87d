/** What the model passport says of a model: the few numbers that every operation of the thread changes. */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { gptLayout } from '@/lib/ml/gpt/config';

export type Passport = {
  readonly name: string;
  readonly parameters: number;
  /** Bytes of the weights as they would be stored. */
  readonly bytes: number;
  /** Nats per token on the validation names. */
  readonly validationLoss: number;
  /** e^validationLoss: among how many equally likely tokens the model hesitates. */
  readonly perplexity: number;
  readonly ops: readonly string[];
};

export const BYTES_OF_FLOAT32 = 4;

/** Where an operation stores weights in fewer bytes, such as quantization, it says how many in all. */
export function passportOf(checkpoint: Checkpoint, bytes?: number): Passport {
  const parameters = gptLayout(checkpoint.config).size;
  return {
    name: checkpoint.name,
    parameters,
    bytes: bytes ?? parameters * BYTES_OF_FLOAT32,
    validationLoss: checkpoint.validationLoss,
    perplexity: Math.exp(checkpoint.validationLoss),
    ops: checkpoint.ops,
  };
}
