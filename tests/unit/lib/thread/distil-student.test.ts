import { expect, test } from 'vitest';
import { createCheckpoint } from '@/lib/ml/checkpoint';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { createRandom } from '@/lib/random';
import {
  canTeach,
  distilStudent,
  STUDENT,
  type StudentOptions,
  studentCheckpoint,
  trainStudent,
} from '@/lib/thread/distil-student';
import { functionNames } from '@/lib/thread/names';
import { shippedCheckpoint } from '@/lib/thread/shipped';

const teacher = shippedCheckpoint();
const { train, validation } = functionNames();
const teaching = { teacher, temperature: 1, alpha: 1, written: 0 };
const options: StudentOptions = {
  names: train.slice(0, 64),
  teaching,
  watched: validation.slice(0, 32),
  steps: 40,
  seed: 3,
};

test('the same options give the same student, another seed another one', () => {
  const student = distilStudent(options);
  expect(distilStudent(options)).toEqual(student);
  expect(distilStudent({ ...options, seed: 4 }).weights).not.toEqual(student.weights);
});

test('teaching lowers the loss, and the best look is the one that is kept', () => {
  const { curve, bestStep } = distilStudent({ ...options, steps: 60 });
  const losses = curve.map(({ loss }) => loss);
  expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) - 0.5);
  expect(curve.find(({ step }) => step === bestStep)?.loss).toBe(Math.min(...losses));
  expect(curve.at(-1)?.step).toBe(60);
});

test('a teacher without weight who writes nothing teaches what the data teaches', () => {
  const alone = distilStudent({ ...options, teaching: null, steps: 10 });
  const ignored = distilStudent({ ...options, teaching: { ...teaching, alpha: 0 }, steps: 10 });
  expect(ignored.curve.map(({ loss }) => loss)).toEqual(alone.curve.map(({ loss }) => expect.closeTo(loss, 3)));
});

test('it can be stopped between any two steps, and says how far it is', () => {
  const training = trainStudent({ ...options, steps: 12 });
  const steps = new Set<number>();
  for (let next = training.next(); !next.done; next = training.next()) steps.add(next.value.step);
  expect([...steps]).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
});

test('the checkpoint of a student knows its teacher', () => {
  const student = distilStudent({ ...options, steps: 5 });
  const checkpoint = studentCheckpoint(teacher, student, 'small', 2.5, 3);
  expect(checkpoint).toMatchObject({
    config: STUDENT,
    parent: teacher.id,
    validationLoss: 2.5,
    step: student.bestStep,
  });
  expect(checkpoint.ops).toEqual([...teacher.ops, `distil:${student.bestStep}`]);
  expect(checkpoint.weights).toHaveLength(1_408);
});

test('refuses no names, no steps, and a teacher of another alphabet', () => {
  const config = { ...teacher.config, vocab: 12 };
  const { schema: _schema, id: _id, ...rest } = teacher;
  const foreign = createCheckpoint({ ...rest, config, weights: initGptWeights(config, createRandom(1)) });
  expect(canTeach(teacher)).toBe(true);
  expect(canTeach(foreign)).toBe(false);
  expect(() => distilStudent({ ...options, teaching: { ...teaching, teacher: foreign } })).toThrow(RangeError);
  expect(() => distilStudent({ ...options, names: [] })).toThrow(RangeError);
  expect(() => distilStudent({ ...options, steps: 0 })).toThrow(RangeError);
});
