/** What a batch must be before the fused passes, which check nothing, may run over it. */
import type { TokenBatch } from './batch';
import type { GptConfig } from './config';

/** Throws RangeError, naming the number at fault. */
export function checkBatch(batch: TokenBatch, { context, vocab }: GptConfig, maxTokens: number): void {
  const { inputs, targets, starts, sequences, size } = batch;
  if (size < 1 || size > maxTokens) throw new RangeError(`a batch of ${size} tokens where 1 to ${maxTokens} fit`);
  for (let s = 0; s < sequences; s += 1) {
    const length = (starts[s + 1] as number) - (starts[s] as number);
    if (length < 1 || length > context)
      throw new RangeError(`sequence ${s} has ${length} tokens; the context holds ${context}`);
  }
  for (let n = 0; n < size; n += 1) {
    const input = inputs[n] as number;
    const target = targets[n] as number;
    if (input < 0 || input >= vocab || target < 0 || target >= vocab) {
      throw new RangeError(`token ${n} is ${input} → ${target}, outside a vocabulary of ${vocab}`);
    }
  }
}
