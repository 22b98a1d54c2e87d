import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countParameters, modelShapes } from '@/lib/ml/cost/model-shape';
import {
  activationBytes,
  layerActivationBytes,
  OPTIMIZER_BYTES,
  pipelineBubble,
  RECIPES,
  ringAllReduceSeconds,
  ringBytes,
  stateBytes,
  trafficBytes,
  trafficElements,
  ZERO_STAGES,
} from '@/lib/ml/cost/training-memory';
import systems from '@/tests/fixtures/reference/systems.json';
import reference from '@/tests/fixtures/reference/training-systems.json';

type Case<I, E> = { name: string; input: I; expected: E };
function casesOf<I, E>(prefix: string): (readonly [string, Case<I, E>])[] {
  const found = (reference.cases as unknown as Case<I, E>[]).filter(({ name }) => name.startsWith(prefix));
  if (found.length === 0) throw new Error(`no case ${prefix}`);
  return found.map((one) => [one.name, one] as const);
}
const closeTo = (got: number, want: number) => expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-9 + 1e-9 * want);

type Zero = Record<'baseline' | 'stage1' | 'stage2' | 'stage3', number>;
test.each(casesOf<{ params: number; gpus: number }, Zero & { commVolumeElements: Zero }>('zero/'))(
  'shards as ZeRO does: %s',
  (_, { input, expected }) => {
    for (const stage of ZERO_STAGES) {
      const key = stage === 0 ? 'baseline' : (`stage${stage}` as const);
      const plan = { parameters: input.params, gpus: input.gpus, stage, recipe: 'zero', optimizer: 'adamw' } as const;
      expect(stateBytes(plan).total).toBe(expected[key]);
      expect(trafficElements(input.params, stage)).toBe(expected.commVolumeElements[key]);
    }
  },
);

test('the four numbers of figure 1 of the ZeRO paper', () => {
  const gigabytes = ZERO_STAGES.map(
    (stage) => stateBytes({ parameters: 7.5e9, gpus: 64, stage, recipe: 'zero', optimizer: 'adamw' }).total / 1e9,
  );
  expect(gigabytes.map((x) => x.toFixed(1))).toEqual(['120.0', '31.4', '16.6', '1.9']);
});

test('16 and 18 bytes a parameter, by the gradient alone, equal to the reference for every model', () => {
  type Model = { adamMixedPrecisionBytes16: number; hfMixedPrecisionBytes18: number };
  const models = ([...systems.cases, ...reference.cases] as unknown as Case<unknown, Model>[]).filter(({ name }) =>
    name.startsWith('model/'),
  );
  const shapes: Readonly<Record<string, (typeof modelShapes)[keyof typeof modelShapes]>> = modelShapes;
  for (const { name, expected } of models) {
    const shape = shapes[name.replace('model/', '')];
    if (!shape) throw new Error(name);
    const bytes = (recipe: 'zero' | 'hf') =>
      stateBytes({ parameters: countParameters(shape), gpus: 1, stage: 0, recipe, optimizer: 'adamw' }).total;
    expect(bytes('zero')).toBe(expected.adamMixedPrecisionBytes16);
    expect(bytes('hf')).toBe(expected.hfMixedPrecisionBytes18);
  }
});

type Acts = { s: number; b: number; h: number; a: number; layers: number; tensorParallel: number };
type ActBytes = {
  bytesPerLayer: number;
  tensorParallel: number;
  tensorAndSequenceParallel: number;
  selectiveRecompute: number;
  fullRecompute: number;
  allLayersBytes: number;
};
test.each(casesOf<Acts, ActBytes>('activations/'))('activations: %s', (_, { input, expected }) => {
  const shape = { hidden: input.h, heads: input.a, sequence: input.s, batch: input.b };
  const split = { tensorParallel: input.tensorParallel, sequenceParallel: true };
  expect(layerActivationBytes(shape, 'none')).toBe(expected.bytesPerLayer);
  closeTo(layerActivationBytes(shape, 'none', { tensorParallel: input.tensorParallel }), expected.tensorParallel);
  closeTo(layerActivationBytes(shape, 'none', split), expected.tensorAndSequenceParallel);
  // The reference keeps the split where the layer is split: selective recomputation is its 34/t.
  closeTo(layerActivationBytes(shape, 'selective', split), expected.selectiveRecompute);
  expect(layerActivationBytes(shape, 'full')).toBe(expected.fullRecompute);
  expect(activationBytes({ ...shape, layers: input.layers }, 'none')).toMatchObject({
    kept: expected.allLayersBytes,
    again: 0,
  });
});

test('a layer of GPT-3 keeps 2.869 GB', () => {
  const bytes = layerActivationBytes({ hidden: 12288, heads: 96, sequence: 2048, batch: 1 }, 'none');
  expect((bytes / 1e9).toFixed(3)).toBe('2.869');
});

test('recomputation never keeps more, and brings back one layer at a time', () => {
  const count = (max: number) => fc.integer({ min: 1, max });
  fc.assert(
    fc.property(count(64), count(32), count(8), count(40), count(2048), (heads, dim, batch, layers, sequence) => {
      const shape = { hidden: heads * dim, heads, batch, layers, sequence };
      const [none, selective, full] = (['none', 'selective', 'full'] as const).map((kind) =>
        activationBytes(shape, kind),
      );
      if (!none || !selective || !full) throw new Error('three kinds');
      expect(full.kept).toBeLessThan(selective.kept);
      expect(selective.kept).toBeLessThan(none.kept);
      for (const { kept, again } of [selective, full]) expect(kept / layers + again).toBeCloseTo(none.kept / layers, 2);
    }),
  );
});

test.each(
  casesOf<
    { stages: number; microBatches: number; interleave: number },
    { bubbleFractionOfTotal: number; bubbleOverIdeal: number }
  >('pipeline/'),
)('%s', (_, { input, expected }) => {
  const bubble = pipelineBubble(input.stages, input.microBatches, input.interleave);
  closeTo(bubble.ofTotal, expected.bubbleFractionOfTotal);
  closeTo(bubble.overIdeal, expected.bubbleOverIdeal);
});

type Ring = { ranks: number; bytes: number; latencyPerStep: number; bandwidth: number };
test.each(
  casesOf<
    Ring,
    {
      allReduceBytesSentPerRank: number;
      reduceScatterBytesSentPerRank: number;
      allGatherBytesSentPerRank: number;
      ringAllReduceSeconds: number;
    }
  >('collectives/'),
)('%s', (_, { input, expected }) => {
  const { ranks, bytes } = input;
  expect(ringBytes('all-reduce', bytes, ranks)).toBe(expected.allReduceBytesSentPerRank);
  expect(ringBytes('reduce-scatter', bytes, ranks)).toBe(expected.reduceScatterBytesSentPerRank);
  expect(ringBytes('all-gather', bytes, ranks)).toBe(expected.allGatherBytesSentPerRank);
  const seconds = ringAllReduceSeconds(bytes, ranks, input.latencyPerStep, input.bandwidth);
  closeTo(seconds, expected.ringAllReduceSeconds);
});

test('stages 1 and 2 send what plain data parallelism sends, stage 3 half as much again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 2, max: 4096 }), (parameters, gpus) => {
      const [plain, one, two, three] = ZERO_STAGES.map((stage) =>
        trafficBytes({ parameters, gpus, stage, recipe: 'zero' }),
      );
      expect(one).toBeCloseTo(plain ?? 0, -3);
      expect(two).toBe(one);
      expect((three ?? 0) / (plain ?? 1)).toBeCloseTo(1.5, 9);
    }),
  );
});

test('a higher stage, more GPUs or a smaller optimizer never hold more', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZERO_STAGES),
      fc.integer({ min: 1, max: 512 }),
      fc.constantFrom(...(Object.keys(RECIPES) as (keyof typeof RECIPES)[])),
      fc.constantFrom(...(Object.keys(OPTIMIZER_BYTES) as (keyof typeof OPTIMIZER_BYTES)[])),
      (stage, gpus, recipe, optimizer) => {
        const plan = { parameters: 1e9, gpus, stage, recipe, optimizer };
        const here = stateBytes(plan).total;
        expect(stateBytes({ ...plan, gpus: gpus + 1 }).total).toBeLessThanOrEqual(here);
        expect(stateBytes({ ...plan, optimizer: 'adam8bit' }).total).toBeLessThanOrEqual(here);
        if (stage < 3) {
          expect(stateBytes({ ...plan, stage: (stage + 1) as 1 | 2 | 3 }).total).toBeLessThanOrEqual(here);
        }
      },
    ),
  );
});

test('one GPU alone sends nothing', () => {
  for (const stage of ZERO_STAGES) expect(trafficBytes({ parameters: 7, gpus: 1, stage, recipe: 'hf' })).toBe(0);
});

test('refuses counts that are none', () => {
  expect(() => ringBytes('all-gather', 1, 0)).toThrow(RangeError);
  expect(() => pipelineBubble(0, 1)).toThrow(RangeError);
  expect(() => layerActivationBytes({ hidden: 8, heads: 2, sequence: 0, batch: 1 }, 'none')).toThrow(/sequence/);
  expect(() => stateBytes({ parameters: 1, gpus: 1.5, stage: 0, recipe: 'zero', optimizer: 'adamw' })).toThrow(
    RangeError,
  );
});
