/**
 * The two ways of making a training example out of plain text.
 *
 * Causal: position t sees the tokens up to t and is scored on token t + 1. Masked (Devlin et al. 2019, §3.1): some positions are
 * chosen; of those 80% show [MASK], 10% a random token, 10% the token itself; each sees everything and is scored on what stood
 * there. Labels of positions that are not scored are −100, which PyTorch's cross-entropy skips.
 */
import { createRandom } from '@/lib/random';

export const IGNORE = -100;

/** What became of a token: left alone and not scored, or chosen and hidden, replaced or kept. */
export type Fate = 'context' | 'mask' | 'random' | 'kept';

/**
 * Exactly round(rate · n) positions, at least one. The seed settles the order in which positions are chosen and what would become
 * of each, so that a higher rate only adds to what a lower one chose.
 */
export function drawFates(count: number, rate: number, seed: number): readonly Fate[] {
  const random = createRandom(seed).split('fates');
  const draws = Array.from({ length: count }, () => ({ turn: random.next(), lot: random.next() }));
  const chosen = Math.min(count, Math.max(1, Math.round(rate * count)));
  const last = draws.map(({ turn }) => turn).toSorted((a, b) => a - b)[chosen - 1] ?? 1;
  return draws.map(({ turn, lot }) => (turn > last ? 'context' : lot < 0.8 ? 'mask' : lot < 0.9 ? 'random' : 'kept'));
}

export type Example = { readonly inputs: readonly number[]; readonly labels: readonly number[] };

// #region objectives
export function maskedExample(
  ids: readonly number[],
  fates: readonly Fate[],
  maskId: number,
  randomIds: readonly number[],
): Example {
  const shown = { context: (id: number) => id, kept: (id: number) => id, mask: () => maskId };
  return {
    inputs: ids.map((id, i) => {
      const fate = fates[i] ?? 'context';
      return fate === 'random' ? (randomIds[i] ?? id) : shown[fate](id);
    }),
    labels: ids.map((id, i) => ((fates[i] ?? 'context') === 'context' ? IGNORE : id)),
  };
}

/** Labels already shifted: what position t is scored on. The last position has nothing after it. */
export function causalExample(ids: readonly number[]): Example {
  return { inputs: ids, labels: ids.map((_, t) => ids[t + 1] ?? IGNORE) };
}
// #endregion objectives

/** Whether position `from` may look at position `to`. */
export function maySee(objective: 'causal' | 'masked', from: number, to: number): boolean {
  return objective === 'masked' || to <= from;
}

/**
 * How many true tokens a scored position can see, apart from the one it is scored on, as a share of all the others; the mean over
 * scored positions. A hidden or replaced token is no true token. 0 if nothing is scored.
 */
export function meanSight(ids: readonly number[], { inputs, labels }: Example, objective: 'causal' | 'masked'): number {
  let [sum, scored] = [0, 0];
  labels.forEach((label, from) => {
    if (label === IGNORE) return;
    const target = objective === 'causal' ? from + 1 : from;
    scored += 1;
    sum += inputs.filter((id, to) => to !== target && id === ids[to] && maySee(objective, from, to)).length;
  });
  return scored === 0 || ids.length < 2 ? 0 : sum / scored / (ids.length - 1);
}
