/**
 * Perplexity of a text longer than the model's context: windows that overlap, in each of which only the tokens are scored that no
 * earlier window has scored. A small stride gives every token a long context and costs many forward tokens; a stride of the whole
 * window is chunks side by side, whose first tokens have next to no context.
 * Source: "Perplexity of fixed-length models", Hugging Face Transformers documentation. It shifts labels inside the window, which
 * drops the first token of each chunk; here each token after the first of the text is scored exactly once.
 */
import { requireOrder } from './ngram-overlap';

/** Predictions `begin … end − 1` are made in one forward pass from token `begin` on; those from `scoredFrom` on count. */
export type ScoredWindow = { readonly begin: number; readonly end: number; readonly scoredFrom: number };

// #region sliding-window
/**
 * Windows over `targets` predictions. Throws RangeError unless 1 ≤ stride ≤ window and there is something to predict, all integers.
 */
export function slidingWindows(targets: number, window: number, stride: number): ScoredWindow[] {
  requireOrder(targets, 1, 'targets');
  requireOrder(window, 1, 'window');
  requireOrder(stride, 1, 'stride');
  if (stride > window) throw new RangeError(`a stride of ${stride} would skip tokens between windows of ${window}`);
  const windows: ScoredWindow[] = [];
  let scored = 0;
  for (let begin = 0; scored < targets; begin += stride) {
    const end = Math.min(begin + window, targets);
    windows.push({ begin, end, scoredFrom: scored });
    scored = end;
  }
  return windows;
}
// #endregion sliding-window

/** Mean NLL in nats, and the tokens that went through the model for it. */
export type WindowedLoss = { readonly meanNll: number; readonly tokensComputed: number };

/**
 * Scores windows from `nll(begin, k)`: the loss of prediction `begin + k` when the model's input starts at token `begin`. In a
 * causal model it does not depend on what the window holds after it, so one table serves every window and stride.
 */
export function windowedLoss(
  windows: readonly ScoredWindow[],
  nll: (begin: number, k: number) => number,
): WindowedLoss {
  let sum = 0;
  let count = 0;
  let tokensComputed = 0;
  for (const { begin, end, scoredFrom } of windows) {
    for (let at = scoredFrom; at < end; at += 1) sum += nll(begin, at - begin);
    count += end - scoredFrom;
    tokensComputed += end - begin;
  }
  if (count === 0) throw new RangeError('no window scores a token');
  return { meanNll: sum / count, tokensComputed };
}
