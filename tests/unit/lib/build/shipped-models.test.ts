import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recipes, shippedFile, trainShipped } from '@/lib/build/shipped-models';
import { shippedCheckpoint, shippedStudent } from '@/lib/thread/shipped';

test('the smaller shipped model is what its recipe makes, to the last bit', () => {
  const { student } = JSON.parse(readFileSync(shippedFile, 'utf8')) as { student: unknown };
  expect(trainShipped(recipes.student, shippedCheckpoint())).toEqual(student);
}, 120_000);

test('the student was taught by the model', () => {
  expect(shippedStudent().parent).toBe(shippedCheckpoint().id);
  expect(shippedStudent().ops).toEqual(['train:12000', 'distil:6000']);
});

test('both shipped models have the shapes of their recipes and weigh less than 60 kB together', () => {
  expect(shippedCheckpoint().config).toEqual(recipes.model.config);
  expect(shippedStudent().config).toEqual(recipes.student.config);
  expect(statSync(shippedFile).size).toBeLessThan(60_000);
});
