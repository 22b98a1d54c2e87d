/**
 * Perplexity, exp of the mean negative log-likelihood (NLL) of tokens, and units that do not depend on the tokenizer.
 * Source: Jurafsky & Martin, Speech and Language Processing (3rd ed. draft), §3.7; bits per character: Graves 2013, §3.1.
 */

/** NLL −ln softmax(logits)[target] in nats, by the log-sum-exp that does not overflow. Throws RangeError on a bad target. */
export function tokenNll(logits: ArrayLike<number>, target: number): number {
  if (!Number.isInteger(target) || target < 0 || target >= logits.length) {
    throw new RangeError(`target ${target} is no class of ${logits.length} logits`);
  }
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i += 1) largest = Math.max(largest, logits[i] as number);
  let sum = 0;
  for (let i = 0; i < logits.length; i += 1) sum += Math.exp((logits[i] as number) - largest);
  return Math.log(sum) - ((logits[target] as number) - largest);
}

/** exp(mean NLL). 1 is certainty, V is the uniform guess. NLLs in nats. Throws RangeError without any token. */
export function perplexityFromNll(nll: ArrayLike<number>): number {
  return Math.exp(meanNll(nll));
}

/** Mean over tokens, not over sentences: a long sentence weighs more than a short one. Throws RangeError without any. */
export function meanNll(nll: ArrayLike<number>): number {
  if (nll.length === 0) throw new RangeError('perplexity needs at least one token');
  let sum = 0;
  for (let i = 0; i < nll.length; i += 1) sum += nll[i] as number;
  return sum / nll.length;
}

/**
 * Mean NLL and perplexity of logits [N][V] at targets [N]. Targets equal to `ignoreIndex` (padding, −100 as in PyTorch) count
 * neither above nor below the line. Throws RangeError on different lengths, a bad target, or if nothing is left.
 */
export function perplexityFromLogits(
  logits: readonly ArrayLike<number>[],
  targets: readonly number[],
  ignoreIndex = -100,
): { readonly meanNll: number; readonly perplexity: number; readonly tokens: number } {
  if (logits.length !== targets.length) {
    throw new RangeError(`${logits.length} rows of logits but ${targets.length} targets`);
  }
  const nll = targets.flatMap((target, n) => (target === ignoreIndex ? [] : [tokenNll(logits[n] ?? [], target)]));
  const mean = meanNll(nll);
  return { meanNll: mean, perplexity: Math.exp(mean), tokens: nll.length };
}

/** Nats to bits. */
export function bitsFromNats(nats: number): number {
  return nats / Math.LN2;
}

/**
 * Bits per character, or per byte: the whole text's NLL shared among units every model agrees on, so that models with
 * different tokenizers can be compared. Throws RangeError unless `units` is positive.
 */
export function bitsPerUnit(totalNats: number, units: number): number {
  if (!(units > 0)) throw new RangeError(`there must be a positive number of characters or bytes, got ${units}`);
  return bitsFromNats(totalNats) / units;
}

/** Bytes of a text in UTF-8: three for most Chinese characters, which is why bits per byte flatter them. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
