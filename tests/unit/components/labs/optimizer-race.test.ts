import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contour } from '@/components/labs/optimizer-race/contours';
import { core, type Given, GOAL, presets } from '@/components/labs/optimizer-race/core';
import { spreadLabels } from '@/components/labs/optimizer-race/label-places';
import { power, scientific } from '@/components/labs/optimizer-race/number-text';
import { type lanes, race } from '@/components/labs/optimizer-race/race';
import { REACH, type SurfaceName, surfaceOf } from '@/components/labs/optimizer-race/surfaces';
import {
  decayOf,
  methods,
  rateOf,
  recordTrace,
  replay,
  STEPS,
  WEIGHT_DECAY,
} from '@/components/labs/optimizer-race/trace';
import { finishWork, startGiven } from '@/lib/labs/core';
import { completeValues, type ParamValues } from '@/lib/labs/params';
import { quadraticRates } from '@/lib/ml/optim/quadratic-rates';
import { createRandom } from '@/lib/random';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import reference from '@/tests/fixtures/reference/optimizer-race.json';

type Values = ParamValues<typeof core.params>;
const given = startGiven(core);
const at = (change: Partial<Values>): Values => completeValues(core.params, change);
const result = (change: Partial<Values>, of: Given = given) => core.run(at(change), of);
const met = (change: Partial<Values>) => core.goal(result(change), at(change)).met;
const solved = core.solution as Partial<Values>;

type Case = {
  name: string;
  input: { surface: SurfaceName; kappa: number; start: [number, number]; rate: number; beta: number; adamRate: number };
  expected: Record<(typeof lanes)[number], { lossAt: Record<string, number>; lostAt: number | null }>;
};

test.each((reference.cases as unknown as Case[]).map((one) => [one.name, one] as const))(
  'all five lanes agree with torch on %s',
  (_, { input, expected }) => {
    const surface = surfaceOf(input.surface, input.kappa);
    const runs = race({ ...input, surface, weightDecay: 0.01, seed: 1 });
    for (const { lane, losses, lostAt } of runs) {
      expect(lostAt, lane).toBe(expected[lane].lostAt);
      for (const [k, want] of Object.entries(expected[lane].lossAt)) {
        const { abs, rel } = reference.tolerance;
        expect(Math.abs((losses[Number(k)] ?? Number.NaN) - want), `${lane} ${k}`).toBeLessThanOrEqual(
          abs + rel * want,
        );
      }
    }
  },
);

test('gradients and curvatures are those of the values', () => {
  const random = createRandom(5);
  for (const name of ['bowl', 'valley', 'saddle'] as const) {
    const { value, gradient, curvature, minima, lowest } = surfaceOf(name, 37);
    for (const [x, y] of minima) {
      expect(value(x, y)).toBeCloseTo(lowest, 12);
      expect(Math.hypot(...gradient(x, y))).toBeLessThan(1e-12);
    }
    for (let i = 0; i < 50; i += 1) {
      const [x, y] = [4 * random.next() - 2, 4 * random.next() - 2];
      const h = 1e-5;
      const [gx, gy] = gradient(x, y);
      expect(Math.abs((value(x + h, y) - value(x - h, y)) / (2 * h) - gx)).toBeLessThan(1e-4);
      expect(Math.abs((value(x, y + h) - value(x, y - h)) / (2 * h) - gy)).toBeLessThan(1e-4);
      const [ax, ay] = gradient(x + h, y);
      const [bx, by] = gradient(x - h, y);
      const [cx, cy] = gradient(x, y + h);
      const [dx, dy] = gradient(x, y - h);
      const [a, b, d] = [(ax - bx) / (2 * h), (ay - by + cx - dx) / (4 * h), (cy - dy) / (2 * h)];
      const most = (a + d) / 2 + Math.hypot((a - d) / 2, b);
      expect(Math.abs(curvature(x, y) - most)).toBeLessThan(1e-3 * Math.max(1, Math.abs(most)));
    }
  }
});

test('the best momentum meets the goal with room to spare', () => {
  expect(met({})).toBe(false);
  expect(met(solved)).toBe(true);
  // The shown solution arrives well before the hundredth step.
  expect(result(solved).lanes.find(({ lane }) => lane === 'momentum')?.settledAt).toBeLessThan(80);
  const { momentumRate, momentumBeta } = quadraticRates(1, 100);
  const momentum = result({ rate: momentumRate, beta: momentumBeta }).lanes.find(({ lane }) => lane === 'momentum');
  expect(momentum?.settledAt).toBeLessThan(95);
});

test('the seed changes nothing where there is no noise', () => {
  for (let seed = 0; seed < 5; seed += 1) expect(met({ ...solved, seed })).toBe(true);
});

test('no learning rate lets gradient descent, Adam or AdamW meet the goal', () => {
  for (let i = 0; i <= 400; i += 1) {
    const { lanes: runs } = result({ rate: 0.0005 * 80 ** (i / 400), adamRate: 0.001 * 2000 ** (i / 400), beta: 0 });
    for (const { lane, settledAt } of runs) expect(settledAt ?? 999, lane).toBeGreaterThan(GOAL.steps);
  }
});

test('neither slider meets the goal alone', () => {
  for (let beta = 0; beta < 1; beta += 0.01) expect(met({ beta })).toBe(false);
  for (let i = 0; i <= 300; i += 1) expect(met({ rate: 0.0001 * 20000 ** (i / 300) })).toBe(false);
});

test('the goal does not count on an easier bowl, another surface or from another start', () => {
  for (const change of [
    { kappa: '1' },
    { kappa: '10' },
    { start: [0.1, 0] },
    { surface: 'saddle', start: [0, 1] },
  ] as Partial<Values>[]) {
    expect(met({ ...solved, ...change })).toBe(false);
  }
});

test('above 2/λmax gradient descent is lost, and never NaN', () => {
  const { lanes: runs } = result({ rate: 0.03, beta: 0 });
  const gd = runs[0];
  expect(gd?.limit).toBeCloseTo(0.02, 12);
  expect(gd?.lostAt).not.toBe(null);
  expect(gd?.losses.every(Number.isFinite)).toBe(true);
  expect(result({ rate: 0.0199 }).lanes[0]?.lostAt).toBe(null);
});

test('in the long run gradient descent shrinks the distance by the closed form', () => {
  const { gdRate, gdFactor } = quadraticRates(1, 100);
  const run = race({
    surface: surfaceOf('bowl', 100),
    start: [-2, 1.5],
    rate: gdRate,
    beta: 0,
    adamRate: 0.1,
    weightDecay: 0,
    seed: 1,
  })[0];
  expect(Math.sqrt((run?.losses[100] ?? 0) / (run?.losses[99] ?? 1))).toBeCloseTo(gdFactor, 10);
});

test('noise keeps every lane from settling, and depends on the seed alone', () => {
  const noisy = (seed: number) => result({ surface: 'noisy', ...presets.noisy, seed }).lanes;
  for (let seed = 0; seed < 5; seed += 1) for (const { settledAt } of noisy(seed)) expect(settledAt).toBe(null);
  expect(noisy(3)).toEqual(noisy(3));
  expect(noisy(3)).not.toEqual(noisy(4));
});

test('at its presets every surface is run without loss', () => {
  for (const surface of ['bowl', 'valley', 'saddle', 'noisy'] as const) {
    for (const { lane, lostAt } of result({ surface, ...presets[surface] }).lanes)
      expect(lostAt, `${surface} ${lane}`).toBe(null);
  }
});

test('Adam takes steps of about its learning rate, whatever the surface', () => {
  const step = fc.double({ min: 0.001, max: 0.5, noNaN: true });
  const start = fc.tuple(
    fc.double({ min: 0.3, max: REACH, noNaN: true }),
    fc.double({ min: 0.3, max: REACH, noNaN: true }),
  );
  fc.assert(
    fc.property(step, start, fc.constantFrom('bowl' as const, 'valley' as const), (adamRate, from, name) => {
      const surface = surfaceOf(name, 100);
      const [gx, gy] = surface.gradient(...from);
      fc.pre(Math.abs(gx) > 1e-3 && Math.abs(gy) > 1e-3);
      const adam = race({ surface, start: from, rate: 0, beta: 0, adamRate, weightDecay: 0, seed: 1 })[3];
      const [x = 0, y = 0] = adam?.path[1] ?? [];
      expect(Math.abs(Math.abs(x - from[0]) - adamRate)).toBeLessThan(1e-4 * adamRate);
      expect(Math.abs(Math.abs(y - from[1]) - adamRate)).toBeLessThan(1e-4 * adamRate);
    }),
  );
});

test.each(methods)('the numbers of one weight lead to the weight that %s trained', (method) => {
  const trace = finishWork(recordTrace(shippedCheckpoint(), method, 'layer0.wv', 1));
  for (const index of [0, 37, 100, 255]) {
    const steps = replay(trace, index, method);
    expect(steps).toHaveLength(STEPS);
    // The model trains in float32, the replay in float64.
    expect(Math.abs((steps.at(-1)?.w ?? Number.NaN) - (trace.last[index] ?? Number.NaN))).toBeLessThan(1e-5);
  }
});

test('the shown update is α · m̂ / (√v̂ + ε)', () => {
  const trace = finishWork(recordTrace(shippedCheckpoint(), 'adam', 'layer0.wq', 2));
  for (const { mHat, vHat, change } of replay(trace, 17, 'adam')) {
    expect(change).toBeCloseTo((-rateOf('adam') * mHat) / (Math.sqrt(vHat) + 1e-8), 12);
  }
});

test('L2 in Adam decays a weight less the larger its gradients are; AdamW decays all alike', () => {
  const steps = 40;
  const sizes = [1e-3, 1e-2, 0.1, 1, 10];
  const random = createRandom(4);
  const grads = Float32Array.from(
    { length: steps * sizes.length },
    (_, i) => (sizes[i % sizes.length] ?? 0) * random.normal(),
  );
  const decay = decayOf(
    grads,
    Float32Array.from(sizes, () => 1),
  );
  let next = decay.next();
  while (!next.done) next = decay.next();
  const { l2, decoupled } = next.value;
  for (let i = 0; i + 1 < sizes.length; i += 1) expect(l2[i] ?? 0).toBeGreaterThan(2 * (l2[i + 1] ?? 0));
  const promised = 1 - (1 - rateOf('adamw') * WEIGHT_DECAY) ** steps;
  // Not to the digit, because the weights move meanwhile, by at most 12 % here.
  for (const share of decoupled) expect(Math.abs(share / promised - 1)).toBeLessThan(0.15);
});

test('the room of the model shows nothing of a stale run', () => {
  const values = at({ view: 'model' });
  if (!core.work) throw new Error('no work');
  const after = finishWork(core.work(values, given));
  expect(core.run(values, after).weight?.steps).toHaveLength(STEPS);
  expect(core.run(at({ view: 'model', method: 'adamw' }), after).weight).toBe(null);
  expect(core.run(at({ view: 'model', row: 1023, column: 1023 }), after).weight?.index).toBe(255);
});

test('contours lie on their level', () => {
  const value = (x: number, y: number) => x * x + 3 * y * y;
  const segments = contour(value, { level: 2, lowest: 0, reach: 2, cells: 80 });
  expect(segments.length).toBeGreaterThan(80);
  for (const [x1, y1, x2, y2] of segments) {
    expect(Math.abs(value(x1, y1) - 2)).toBeLessThan(0.05);
    expect(Math.abs(value(x2, y2) - 2)).toBeLessThan(0.05);
  }
});

test('labels keep their distance and stay in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 5 }), (wanted) => {
      const places = spreadLabels(wanted, 16, 200);
      const sorted = places.slice().sort((a, b) => a - b);
      for (let i = 0; i + 1 < sorted.length; i += 1)
        expect((sorted[i + 1] ?? 0) - (sorted[i] ?? 0)).toBeGreaterThan(15.999);
      for (const place of places) expect(place >= 0 && place <= 200).toBe(true);
    }),
  );
});

test('numbers are said without exponents', () => {
  expect(scientific(1.234e-7)).toBe('1.23 × 10⁻⁷');
  expect(scientific(-4.5e12)).toBe('−4.50 × 10¹²');
  expect(scientific(0.0331)).toBe('0.0331');
  expect(scientific(0)).toBe('0');
  expect(power(GOAL.loss)).toBe('10⁻⁶');
});
