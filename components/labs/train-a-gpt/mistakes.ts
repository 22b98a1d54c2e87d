/** The names a model gets most wrong, each with the place where it was most surprised: what it expected there, and what counting would. */
import { packSequences } from '@/lib/ml/gpt/batch';
import type { GptRunner } from '@/lib/ml/gpt/runner';
import { softmax } from '@/lib/ml/softmax';
import { BOUNDARY, characterOf, encodeName, VOCAB } from '@/lib/thread/alphabet';
import { TRIGRAM_SMOOTHING } from '@/lib/thread/baseline-losses';
import { createCounter } from '@/lib/thread/baselines';

export type Scored = { readonly name: string; readonly nll: readonly number[]; readonly mean: number };
export type Mistake = Scored & {
  /** Place of the character that surprised the model most; the length of the name stands for its end. */
  readonly at: number;
  readonly token: string;
  /** What the model gave that character. */
  readonly p: number;
  /** What counting letter triples on the training names gives it. */
  readonly counted: number;
  /** What the model held most likely there, best first. */
  readonly guesses: readonly { readonly token: string; readonly p: number }[];
};

/** The sign of a name's start and end. */
export const BOUNDARY_SIGN = '·';
const GUESSES = 3;

const signOf = (id: number) => (id === BOUNDARY ? BOUNDARY_SIGN : characterOf(id));

export function explainMistakes(
  runner: GptRunner,
  worst: readonly Scored[],
  trainingNames: readonly string[],
): readonly Mistake[] {
  const count = createCounter(trainingNames, { order: 3, k: TRIGRAM_SMOOTHING });
  return worst.map((scored) => {
    const ids = encodeName(scored.name);
    const at = scored.nll.indexOf(Math.max(...scored.nll));
    const target = ids[at + 1] as number;
    runner.forward(packSequences([ids]));
    const p = softmax(Array.from(runner.logits.subarray(at * VOCAB, (at + 1) * VOCAB)));
    const order = p.map((_, id) => id).sort((a, b) => (p[b] as number) - (p[a] as number));
    return {
      ...scored,
      at,
      token: signOf(target),
      p: p[target] as number,
      counted: count(ids.slice(0, at + 1))[target] as number,
      guesses: order.slice(0, GUESSES).map((id) => ({ token: signOf(id), p: p[id] as number })),
    };
  });
}
