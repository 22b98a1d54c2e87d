import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditions, core, GOAL, params, WIDTH } from '@/components/labs/embedding-map/core';
import { contexts, countContexts, framesOf, lessons, words } from '@/components/labs/embedding-map/corpus';
import { flatten } from '@/components/labs/embedding-map/flatten';
import { fitToMap, NAME_HEIGHT, NAME_WIDTH, placeLabels } from '@/components/labs/embedding-map/labels';
import { strings } from '@/components/labs/embedding-map/strings';
import { cosine, positivePmi, truncatedVectors } from '@/components/labs/embedding-map/word-vectors';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/embedding-map.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const cosineOf = (result: ReturnType<typeof at>['result'], a: (typeof words)[number], b: string) =>
  result.neighbours[a].find(({ word }) => word === b)?.cosine ?? Number.NaN;
const anyState = fc.record({
  taught: fc.subarray([...lessons]),
  company: fc.integer({ min: 0, max: 20 }).map((step) => 5 * step),
  picked: fc.constantFrom(...words),
});

test.each(reference.cases.map((one) => [one.name, one] as const))('the cosines of %s are those of numpy', (_, one) => {
  const { input, expected } = one;
  expect(input.words).toEqual([...words]);
  const taught = completeValues(params, input).taught;
  const counts = countContexts(taught, input.company / 100);
  const seen = counts.flatMap((count, i) => {
    const [word, context] = [words[Math.floor(i / contexts.length)], contexts[i % contexts.length]];
    return count === 0 ? [] : [[word, context, Number(count.toFixed(9))]];
  });
  expect(seen).toEqual(input.counts);
  const { result } = at({ taught: input.taught, company: input.company });
  words.forEach((a, i) => {
    words.forEach((b, j) => {
      if (i !== j) expect(cosineOf(result, a, b)).toBeCloseTo(expected.cosines[i]?.[j] ?? Number.NaN, 8);
    });
  });
});

test('the pointwise mutual information of a two by two table, by hand', () => {
  // 8 counts: P(a)=P(b)=1/2; context x: 4 with a, 0 with b; y: 1 with a, 3 with b... ln(4·8/(5·4)) and so on.
  const weights = positivePmi([4, 1, 0, 3], 2, 2);
  expect(weights[0]).toBeCloseTo(Math.log((4 * 8) / (5 * 4)), 12);
  expect(weights[1]).toBe(0);
  expect(weights[2]).toBe(0);
  expect(weights[3]).toBeCloseTo(Math.log((3 * 8) / (3 * 4)), 12);
});

test('with all dimensions kept, cosines of the vectors are cosines of the matrix rows', () => {
  const matrix = positivePmi(countContexts(['feed', 'mouse'], 0.5), words.length, contexts.length);
  const vectors = truncatedVectors(matrix, words.length, contexts.length, words.length);
  const row = (i: number) => matrix.slice(i * contexts.length, (i + 1) * contexts.length);
  for (const [i, j] of [
    [0, 1],
    [4, 5],
    [11, 12],
  ] as const) {
    expect(cosine(vectors[i] ?? [], vectors[j] ?? [])).toBeCloseTo(cosine(row(i), row(j)), 10);
  }
});

test('the goal is open at the start, met by the solution, and asks for all three conditions', () => {
  expect(at({}).goal.met).toBe(false);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(conditions(at({ ...core.solution, company: 20 }).result)).toEqual([true, true, false]);
  expect(conditions(at({ ...core.solution, taught: ['vet', 'feed'] }).result)).toEqual([false, true, true]);
  const all = at({ ...core.solution, taught: ['feed', 'vet', 'sofa', 'stroke', 'mouse', 'purr'] }).result;
  expect(conditions(all)).toEqual([true, false, true]);
});

test('common contexts alone do not make a cat, nor do rare ones alone', () => {
  expect(at({ taught: ['feed', 'vet', 'stroke'] }).result.zibNearCat).toBe(false);
  expect(at({ taught: ['mouse', 'purr'] }).result.zibCat).toBeLessThan(GOAL.cosine);
});

test('a word with the very sentences of another gets its vector', () => {
  const { result } = at({ taught: ['feed', 'vet', 'sofa', 'stroke', 'mouse', 'purr'] });
  // All of the cat's sentences but one: cat also drinks.
  expect(framesOf('cat', []).length).toBe(7);
  expect(result.zibCat).toBeGreaterThan(0.9);
});

test('opposites are nearest neighbours', () => {
  expect(at({}).result.neighbours.hot[0]?.word).toBe('cold');
});

test('apple goes from the fruit to the companies as its sentences do', () => {
  const course = Array.from({ length: 21 }, (_, i) => at({ company: 5 * i }).result);
  course.slice(1).forEach((result, i) => {
    expect(result.appleSamsung).toBeGreaterThanOrEqual((course[i]?.appleSamsung ?? 1) - 0.02);
  });
  expect(course[0]?.neighbours.apple[0]?.word).toBe('pear');
  expect(course[20]?.neighbours.apple[0]?.word).toBe('samsung');
});

test('half and half, apple is rather like both, which is the answer of the prediction', () => {
  expect(core.predict()).toBe('between');
  const { applePear, appleSamsung } = at({ company: 50 }).result;
  expect([applePear.toFixed(2), appleSamsung.toFixed(2)]).toEqual(['0.76', '0.64']);
});

test('a word that is never seen has no neighbours to speak of', () => {
  const { result } = at({ taught: [], picked: 'zib' });
  expect(result.sentences).toEqual([]);
  expect(result.neighbours.zib.every(({ cosine: value }) => value === 0)).toBe(true);
});

test('cosines are symmetric and in range, whatever the text', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const { result } = at(state);
      for (const word of words) {
        expect(result.neighbours[word].length).toBe(words.length - 1);
        for (const { word: other, cosine: value } of result.neighbours[word]) {
          expect(Math.abs(value)).toBeLessThanOrEqual(1);
          expect(cosineOf(result, other, word)).toBeCloseTo(value, 10);
        }
      }
      expect(result.kept).toBeGreaterThan(0);
      expect(result.kept).toBeLessThanOrEqual(1);
    }),
    { numRuns: 40 },
  );
});

test('turning a picture changes no distance in it', () => {
  const vectors = [
    [1, 0, 0.2],
    [0.3, 1, 0],
    [0, 0.4, 1],
    [-1, 0.2, 0.5],
  ];
  const plain = flatten(vectors).points;
  const mirrored = plain.map(({ x, y }) => ({ x: -y, y: -x }));
  const turned = flatten(vectors, mirrored).points;
  turned.forEach(({ x, y }, i) => {
    expect(x).toBeCloseTo(mirrored[i]?.x ?? Number.NaN, 10);
    expect(y).toBeCloseTo(mirrored[i]?.y ?? Number.NaN, 10);
  });
});

test('no name covers another, in any state', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const { points } = at(state).result;
      const places = fitToMap(points);
      const labels = placeLabels(points.map(({ word }, i) => ({ item: word, ...(places[i] ?? { x: 0, y: 0 }) })));
      expect(labels.map(({ item }) => item).sort()).toEqual([...words].sort());
      for (const a of labels) {
        expect(a.labelY).toBeGreaterThanOrEqual(NAME_HEIGHT / 2);
        expect(a.labelY).toBeLessThanOrEqual(1 - NAME_HEIGHT / 2);
        for (const b of labels) {
          if (a !== b && Math.abs(a.x - b.x) < NAME_WIDTH) {
            expect(Math.abs(a.labelY - b.labelY)).toBeGreaterThan(NAME_HEIGHT - 1e-9);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('every sentence has one gap in both languages, and no two are the same', () => {
  for (const { frames } of [strings.zh, strings.en]) {
    const texts = Object.values(frames);
    expect(texts.every((text) => text.split('_').length === 2)).toBe(true);
    expect(new Set(texts).size).toBe(texts.length);
  }
  expect(WIDTH).toBeLessThan(words.length);
});
