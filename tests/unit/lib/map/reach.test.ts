/** What rests on what, asked of small graphs, of random ones and of our own. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { groupByLesson } from '@/lib/map/path-steps';
import { graphOf, orderedPathTo, pathTo, unlocks } from '@/lib/map/reach';

const diamond = graphOf([
  { id: 'top', prerequisites: ['left', 'right'] },
  { id: 'right', prerequisites: ['root'] },
  { id: 'root', prerequisites: [] },
  { id: 'left', prerequisites: ['root'] },
]);

/** Graphs without circles whose nodes are listed in any order. */
const graphs = fc
  .array(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 3 }), { minLength: 1, maxLength: 40 })
  .map((rows) =>
    rows.map((below, i) => ({
      id: `c${i}`,
      prerequisites: i === 0 ? [] : [...new Set(below.map((part) => `c${Math.floor(part * i)}`))],
    })),
  )
  .chain((nodes) => fc.shuffledSubarray(nodes, { minLength: nodes.length }).map(graphOf));

test('a path holds everything below, once, without the concept itself', () => {
  expect([...pathTo(diamond, 'top')].sort()).toEqual(['left', 'right', 'root']);
  expect([...pathTo(diamond, 'root')]).toEqual([]);
  expect([...pathTo(diamond, 'unknown')]).toEqual([]);
});

test('a path is ordered for learning: what comes first in the road first, but nothing before its ground', () => {
  expect(orderedPathTo(diamond, 'top')).toEqual(['root', 'right', 'left']);
});

test('in any graph the ordered path holds the same and respects every prerequisite', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      for (const id of graph.keys()) {
        const path = orderedPathTo(graph, id);
        expect(new Set(path)).toEqual(pathTo(graph, id));
        expect(new Set(path).size).toBe(path.length);
        path.forEach((step, index) => {
          for (const below of graph.get(step) ?? []) expect(path.indexOf(below)).toBeLessThan(index);
        });
      }
    }),
    { numRuns: 80 },
  );
});

test('unlocking is the reverse of resting on', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      for (const id of graph.keys()) {
        for (const other of unlocks(graph, id)) expect(graph.get(other)).toContain(id);
        for (const below of graph.get(id) ?? []) expect(unlocks(graph, below)).toContain(id);
      }
    }),
    { numRuns: 80 },
  );
});

test('on our road a path follows the order of the lessons', () => {
  const { concepts } = parse(readFileSync('content/concepts.yaml', 'utf8')) as {
    concepts: { id: string; prerequisites: string[] }[];
  };
  const order = concepts.map(({ id }) => id);
  const path = orderedPathTo(graphOf(concepts), 'retrieval-augmented-generation');
  expect(path.length).toBeGreaterThan(20);
  expect(path).toEqual(order.filter((id) => path.includes(id)));
});

test('neighbours that one lesson teaches stand together, counted on', () => {
  const steps = groupByLesson([101, 101, null, 107, 101].map((lesson, index) => ({ id: `c${index}`, lesson })));
  expect(steps.map(({ lesson, first, concepts }) => [lesson, first, concepts.length])).toEqual([
    [101, 1, 2],
    [null, 3, 1],
    [107, 4, 1],
    [101, 5, 1],
  ]);
  expect(groupByLesson([])).toEqual([]);
});
