/**
 * `npm run models`: trains the models that ship with the site and writes them where the labs read them. The labs' goals are tried
 * on these very weights, so the recipe is frozen: it is written out here and takes from the engine only what is exact by
 * definition (the gradient). The same machine word in, the same file out.
 */
import { writeFileSync } from 'node:fs';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { createBatch, createSequenceSet, fillBatch, type TokenBatch } from '@/lib/ml/gpt/batch';
import { type GptConfig, initGptWeights } from '@/lib/ml/gpt/config';
import { evaluateLoss } from '@/lib/ml/gpt/evaluate';
import { createGptRunner, type GptRunner } from '@/lib/ml/gpt/runner';
import { decodeFloat, encodeFloat, floatFormats } from '@/lib/ml/quant/float-format';
import { createRandom } from '@/lib/random';
import { CONTEXT, encodeName, VOCAB } from '@/lib/thread/alphabet';
import { DATA_SHA256, functionNames } from '@/lib/thread/names';
import { readShipped, type ShippedModel } from '@/lib/thread/shipped';

export const shippedFile = 'lib/thread/shipped-models.json';

export type Recipe = { readonly name: string; readonly config: GptConfig; readonly steps: number };

const shape = { layers: 1, context: CONTEXT, vocab: VOCAB };
export const recipes: Readonly<Record<'model' | 'student', Recipe>> = {
  model: { name: 'Layerwise 4k', config: { ...shape, width: 16, heads: 4, kvHeads: 4 }, steps: 12_000 },
  student: { name: 'Layerwise 1k', config: { ...shape, width: 8, heads: 2, kvHeads: 2 }, steps: 6_000 },
};

const SEED = 1;
const BATCH = 48;
const PEAK = 0.02;
const FLOOR = 0.02;
const WARMUP = 50;
const BETA1 = 0.9;
const BETA2 = 0.99;
const EPS = 1e-8;

/** Warm-up from the first step on, then half a cosine down to a fiftieth. */
function learningRate(step: number, steps: number): number {
  if (step < WARMUP) return (PEAK * (step + 1)) / WARMUP;
  return PEAK * (FLOOR + (1 - FLOOR) * 0.5 * (1 + Math.cos((Math.PI * (step - WARMUP)) / (steps - WARMUP))));
}

/**
 * Trains by one recipe, on names drawn with replacement. With a teacher the loss is KL(teacher ‖ student) at temperature 1 (Hinton
 * 2015), whose gradient in the logits is the difference of the two distributions. `onStep` hears of progress.
 */
export function trainShipped(
  { name, config, steps }: Recipe,
  teacher: Checkpoint | null,
  onStep: (step: number) => void = () => {},
): ShippedModel {
  const { train, validation } = functionNames();
  const data = createSequenceSet(train.map(encodeName));
  const random = createRandom(SEED);
  const runner = createGptRunner(config, { maxTokens: Math.max(64, BATCH) * CONTEXT });
  runner.weights.set(initGptWeights(config, random));
  const batch = createBatch(BATCH, data.longest);
  const picked = new Int32Array(BATCH);
  const adam = createAdam(runner);
  const teach = teacher ? createTeaching(runner, teacher) : null;
  for (let step = 0; step < steps; step += 1) {
    for (let i = 0; i < BATCH; i += 1) picked[i] = random.integer(data.count);
    fillBatch(batch, data, picked, 0, BATCH);
    if (teach) teach(batch);
    else runner.train(batch);
    adam(step, learningRate(step, steps));
    onStep(step + 1);
  }
  const codes = Uint16Array.from(runner.weights, (w) => encodeFloat(w, floatFormats.fp16));
  runner.weights.set(Array.from(codes, (code) => decodeFloat(code, floatFormats.fp16)));
  const { loss } = evaluateLoss(runner, createSequenceSet(validation.map(encodeName)));
  return {
    name,
    config,
    seed: SEED,
    data: DATA_SHA256,
    step: steps,
    validationLoss: Number(loss.toFixed(6)),
    parent: teacher?.id ?? null,
    ops: teacher ? [...teacher.ops, `distil:${steps}`] : [`train:${steps}`],
    weights: Buffer.from(codes.buffer).toString('base64'),
  };
}

/** One forward and backward pass of the student towards the teacher's distribution. */
function createTeaching(student: GptRunner, { config, weights }: Checkpoint): (batch: TokenBatch) => void {
  const teacher = createGptRunner(config, { maxTokens: student.maxTokens });
  teacher.weights.set(weights);
  return (batch) => {
    student.forward(batch);
    teacher.forward(batch);
    // Both leave softmax minus one-hot, divided by N, in dLogits: the difference is what distillation wants.
    student.crossEntropy(batch);
    teacher.crossEntropy(batch);
    const size = batch.size * config.vocab;
    for (let i = 0; i < size; i += 1)
      student.dLogits[i] = (student.dLogits[i] as number) - (teacher.dLogits[i] as number);
    student.backward(batch);
  };
}

/** Adam (Kingma & Ba 2015, algorithm 1) with float32 state. */
function createAdam({ weights, grads }: GptRunner): (step: number, rate: number) => void {
  const m = new Float32Array(weights.length);
  const v = new Float32Array(weights.length);
  return (step, rate) => {
    const unbias1 = 1 - BETA1 ** (step + 1);
    const unbias2 = 1 - BETA2 ** (step + 1);
    for (let i = 0; i < weights.length; i += 1) {
      const g = grads[i] as number;
      m[i] = BETA1 * (m[i] as number) + (1 - BETA1) * g;
      v[i] = BETA2 * (v[i] as number) + (1 - BETA2) * g * g;
      const update = (rate * ((m[i] as number) / unbias1)) / (Math.sqrt((v[i] as number) / unbias2) + EPS);
      weights[i] = (weights[i] as number) - update;
    }
  };
}

if (process.argv[1]?.endsWith('shipped-models.ts')) {
  const say = (name: string) => (step: number) => {
    if (step % 1000 === 0) console.log(`${name}: step ${step}`);
  };
  const model = trainShipped(recipes.model, null, say('model'));
  const student = trainShipped(recipes.student, readShipped(model), say('student'));
  writeFileSync(shippedFile, `${JSON.stringify({ model, student }, null, 2)}\n`);
  console.log(`validation loss: model ${model.validationLoss}, student ${student.validationLoss}`);
}
