import { expect, test } from 'vitest';
import { createDecoder } from '@/lib/ml/gpt/decode';
import { softmax } from '@/lib/ml/softmax';
import { createRandom } from '@/lib/random';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { writeNames } from '@/lib/thread/written-names';

const teacher = shippedCheckpoint();

test('names are written by the model: ended by the boundary or cut at the context, the same for the same seed', () => {
  const write = (seed: number, count = 60) => {
    const writing = writeNames(teacher, count, createRandom(seed));
    for (;;) {
      const { done, value } = writing.next();
      if (done) return value;
    }
  };
  const names = write(1);
  expect(names).toHaveLength(60);
  for (const ids of names) {
    expect(ids[0]).toBe(0);
    expect(ids.slice(1, -1)).not.toContain(0);
    expect(ids.at(-1) === 0 || ids.length === teacher.config.context + 1).toBe(true);
  }
  expect(write(1)).toEqual(names);
  expect(write(2)).not.toEqual(names);
  // First characters occur as often as the model says, within four standard deviations.
  const p = softmax([...createDecoder(teacher.config, teacher.weights).push(0)]);
  const many = write(5, 1500);
  p.forEach((share, id) => {
    const count = many.filter((ids) => ids[1] === id).length;
    expect(Math.abs(count - 1500 * share)).toBeLessThan(4 * Math.sqrt(1500 * share * (1 - share)) + 1);
  });
});
