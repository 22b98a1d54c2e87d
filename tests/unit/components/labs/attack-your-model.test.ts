import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, params } from '@/components/labs/attack-your-model/core';
import { attackGlyph, testGlyphs } from '@/components/labs/attack-your-model/glyph-attack';
import type { Given } from '@/components/labs/attack-your-model/measuring';
import {
  estimateFlips,
  letterLosses,
  measuredPair,
  stepCurve,
  untouchedLoss,
} from '@/components/labs/attack-your-model/name-attack';
import {
  allowed,
  cleanAttack,
  flip,
  flippedPlaces,
  MAX_FLIPS,
  names,
} from '@/components/labs/attack-your-model/name-rules';
import { finishWork } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { functionNames } from '@/lib/thread/names';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { trainModel } from '@/tests/bench/thresholds/thread-models';

const model = shippedCheckpoint();
const start: Given = { model, measured: null, trained: null };
const at = (change: Readonly<Record<string, unknown>>, given = start) => {
  const values = completeValues(params, change);
  const result = core.run(values, given);
  return { values, result, goal: core.goal(result, values) };
};
const worked = (change: Readonly<Record<string, unknown>>, given = start) => {
  if (!core.work) throw new Error('the lab has work');
  return finishWork(core.work(completeValues(params, change), given));
};
const trained = worked({ target: 'linear' });

test('on the linear classifier the promise is kept to the last digit, at every step', () => {
  for (const epsilon of [0.01, 0.1, 0.4]) {
    const { glyphs } = at({ target: 'linear', epsilon }, trained).result;
    if (!glyphs) throw new Error('trained classifiers expected');
    const [layer] = trained.trained?.linear.layers ?? [];
    if (!layer) throw new Error('one layer expected');
    // ε ‖w₁ − w₇‖₁, without a gradient.
    const norm = Array.from({ length: layer.inputs }, (_, i) =>
      Math.abs((layer.weights[i] ?? 0) - (layer.weights[layer.inputs + i] ?? 0)),
    ).reduce((sum, one) => sum + one, 0);
    for (const { promised, dropped } of glyphs.results) {
      expect(Math.abs(promised - epsilon * norm)).toBeLessThan(1e-9);
      expect(Math.abs(dropped - promised)).toBeLessThan(1e-9);
    }
    for (const { step, truth } of glyphs.curve.points) expect(truth).toBeCloseTo(glyphs.curve.slope * step, 9);
  }
});

test('on the two-layer network it holds for a tiny step and strays for a visible one', () => {
  const { glyphs } = at({ target: 'mlp', epsilon: 0.2 }, trained).result;
  if (!glyphs || !trained.trained) throw new Error('trained classifiers expected');
  const strays = glyphs.results.map(({ promised, dropped }) => Math.abs(dropped / promised - 1));
  expect(Math.max(...strays)).toBeGreaterThan(0.1);
  for (const glyph of testGlyphs(7)) {
    const tiny = attackGlyph(trained.trained.mlp, glyph, 1e-6, 1);
    expect(tiny.dropped / tiny.promised).toBeCloseTo(1, 3);
  }
});

test('both classifiers read clean test digits, and the sign step fools them where random signs do not', () => {
  for (const seed of [7, 911]) {
    const given = worked({ target: 'linear', seed });
    for (const target of ['linear', 'mlp']) {
      const { glyphs } = at({ target, epsilon: 0.15, seed }, given).result;
      if (!glyphs) throw new Error('trained classifiers expected');
      expect(glyphs.results.filter(({ margin }) => margin > 0).length).toBeGreaterThanOrEqual(9);
      expect(glyphs.flipped).toBeGreaterThanOrEqual(6);
      expect(glyphs.randomFlipped).toBeLessThan(2);
    }
  }
});

test('the estimate is the slope of the measured curve at its start', () => {
  for (const name of names) {
    const candidates = estimateFlips(model, name, name);
    for (const { place, letter, estimate } of candidates.filter((_, i) => i % 29 === 0)) {
      // Both ways, so that curvature cancels; the loss is in single precision.
      const at = (end: number) => stepCurve(model, name, name, place, letter, end).at(-1)?.truth ?? Number.NaN;
      const slope = (at(0.0005) - at(-0.0005)) / 0.001;
      expect(Math.abs(slope - estimate), `${name} ${place} ${letter}`).toBeLessThan(0.2 + 0.03 * Math.abs(estimate));
    }
  }
});

test('the curve ends where the flip itself does, and leaves the model as it was', () => {
  const name = 'get_client_by_status';
  const before = letterLosses(model, [name])[0] ?? [];
  for (const [place, letter] of [
    [0, 'z'],
    [7, 'o'],
    [14, 'k'],
  ] as const) {
    const attacked = flip(name, name, place, letter);
    const after = letterLosses(model, [attacked])[0] ?? [];
    const change = untouchedLoss(after, name, attacked, place + 1) - untouchedLoss(before, name, name, place + 1);
    expect(stepCurve(model, name, name, place, letter).at(-1)?.truth).toBeCloseTo(change, 3);
  }
  expect([...(letterLosses(model, [name])[0] ?? [])]).toEqual([...before]);
});

test('what was measured for each replacement is what running the name alone gives', () => {
  const given = worked({});
  const { name } = at({}, given).result;
  const original = params.name.default;
  const before = letterLosses(model, [original])[0] ?? [];
  name.candidates.forEach(({ place, letter }, i) => {
    if (i % 23 !== 0) return;
    const attacked = flip(original, original, place, letter);
    const after = letterLosses(model, [attacked])[0] ?? [];
    const change =
      untouchedLoss(after, original, attacked, place + 1) - untouchedLoss(before, original, original, place + 1);
    expect(name.changes?.[i]).toBeCloseTo(change, 3);
  });
  expect(name.changes?.length).toBe(name.candidates.length);
});

test('a measurement of another name or another attack is not shown as this one’s', () => {
  const given = worked({});
  expect(at({}, given).result.name.changes).not.toBe(null);
  expect(at({ attacked: 'sort_uqers_by_email' }, given).result.name.changes).toBe(null);
  expect(at({ name: 'parse_next_token' }, given).result.name.changes).toBe(null);
  expect(at({ target: 'mlp', seed: 8 }, trained).result.glyphs).toBe(null);
});

test('the goal is open at the start, and closed to the gradient’s own pair, to random pairs and to one flip', () => {
  expect(at({}).goal.met).toBe(false);
  for (const name of names) {
    const given = worked({ name });
    const { result } = at({ name }, given);
    expect(result.name.goalFactor, name).toBeGreaterThan(result.name.gradientFactor);
    expect(at({ name, attacked: result.name.gradientName }).goal.met).toBe(false);
    expect(result.name.randomFactor, name).toBeLessThan(result.name.goalFactor);
    const { candidates, changes } = result.name;
    const worst = candidates[(changes ?? []).indexOf(Math.max(...(changes ?? [])))];
    if (!worst) throw new Error('nothing was measured');
    expect(at({ name, attacked: flip(name, name, worst.place, worst.letter) }).goal.met).toBe(false);
  }
});

test('for every name, measuring twice and taking the worst meets the goal', () => {
  for (const name of names) {
    const attacked = measuredPair(model, name);
    expect(at({ name, attacked }).goal, `${name} → ${attacked}`).toEqual({ met: true, progress: 1 });
  }
});

test.each([300, 1500])(
  'a model that a learner trained for %i steps meets it on some name',
  { timeout: 120_000 },
  (steps) => {
    const own: Given = { ...start, model: trainModel(1, steps) };
    const met = names.filter((name) => at({ name, attacked: measuredPair(own.model, name) }, own).goal.met);
    expect(met.length).toBeGreaterThanOrEqual(2);
    // What “show one solution” does with a model that is not the shipped one.
    expect(at(core.solve?.(own) ?? {}, own).goal.met).toBe(true);
  },
);

test('the prediction: the gradient’s favourite is nowhere near the worst', () => {
  expect(core.predict()).toBe('middle');
  const { result } = at({}, worked({}));
  expect(result.name.candidates.length).toBe(224);
  expect(result.name.favouriteRank).toBeGreaterThan(56);
});

test('the names are from the thread’s data set', () => {
  const { train, validation } = functionNames();
  const all = new Set([...train, ...validation]);
  expect(names.filter((name) => !all.has(name))).toEqual([]);
});

test('any text becomes an attack within the rules', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string({ maxLength: 30 }), (name, text) => {
      const attacked = cleanAttack(name, text);
      expect(attacked.length).toBe(name.length);
      expect(flippedPlaces(name, attacked).length).toBeLessThanOrEqual(MAX_FLIPS);
      expect(Array.from(attacked).every((to, i) => allowed(name[i] ?? '', to))).toBe(true);
      expect(cleanAttack(name, attacked)).toBe(attacked);
    }),
  );
});

test('flips after the second replace the first, and a letter put back is no flip', () => {
  const name = 'load_config_from_file';
  const two = flip(name, flip(name, name, 0, 'm'), 5, 'd');
  expect(flippedPlaces(name, flip(name, two, 7, 'd'))).toEqual([5, 7]);
  expect(flip(name, two, 0, 'l')).toBe(flip(name, name, 5, 'd'));
  expect(flip(name, two, 0, 'n')).toBe('noad_donfig_from_file');
});
