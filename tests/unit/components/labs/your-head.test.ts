import { expect, test } from 'vitest';
import { headOfModel } from '@/components/labs/attention-by-hand/head-of-model';
import { scaledDotProductAttention } from '@/lib/ml/attention';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { createRandom } from '@/lib/random';
import { shippedCheckpoint } from '@/lib/thread/shipped';

test.each([0, 1, 2, 3])('head %i of the shipped model obeys the formula of the lab', (head) => {
  const { tokens, q, k, v, weights } = headOfModel(shippedCheckpoint(), 'get_user_by_id', head);
  expect(tokens.join('')).toBe('·get_user_by_id');
  const byHand = scaledDotProductAttention(q, k, v, { causal: true });
  weights.forEach((row, i) => {
    row.forEach((weight, j) => {
      expect(Math.abs(weight - (byHand.weights[i]?.[j] ?? Number.NaN))).toBeLessThan(1e-5);
    });
  });
});

test('heads of one group share their keys, and a model of fewer heads shows its last one', () => {
  const config = { layers: 1, heads: 4, kvHeads: 2, width: 16, context: 24, vocab: 28 };
  const model = { config, weights: initGptWeights(config, createRandom(1)) };
  expect(headOfModel(model, 'a_b', 0).k).toEqual(headOfModel(model, 'a_b', 1).k);
  expect(headOfModel(model, 'a_b', 1).k).not.toEqual(headOfModel(model, 'a_b', 2).k);
  expect(headOfModel(model, 'a_b', 9)).toEqual(headOfModel(model, 'a_b', 3));
});

test('what the alphabet lacks is left out, and no name at all is the boundary alone', () => {
  expect(headOfModel(shippedCheckpoint(), 'Get User-By 字', 0).tokens.join('')).toBe('·getuserby');
  expect(headOfModel(shippedCheckpoint(), '字', 0)).toMatchObject({ tokens: ['·'], weights: [[1]] });
});
