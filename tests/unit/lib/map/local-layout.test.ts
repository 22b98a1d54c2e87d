/** The small map around a lesson or a concept. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { layoutLocal, surroundings } from '@/lib/map/local-layout';
import { graphOf } from '@/lib/map/reach';

const { concepts } = parse(readFileSync('content/concepts.yaml', 'utf8')) as {
  concepts: { id: string; lesson: string; prerequisites: string[] }[];
};
const graph = graphOf(concepts);
/** What each lesson teaches, and each concept alone. */
const centres = [...new Set(concepts.map(({ lesson }) => lesson))].map((lesson) =>
  concepts.filter((concept) => concept.lesson === lesson).map(({ id }) => id),
);
const all = [...centres, ...concepts.map(({ id }) => [id])];

test('neighbours are direct, never counted twice, and cut to the nearest', () => {
  const small = graphOf([
    { id: 'a', prerequisites: [] },
    { id: 'b', prerequisites: ['a'] },
    { id: 'c', prerequisites: ['b', 'a'] },
    { id: 'd', prerequisites: ['c'] },
    { id: 'e', prerequisites: ['c'] },
  ]);
  expect(surroundings(small, ['c'])).toEqual({ before: ['a', 'b'], here: ['c'], after: ['d', 'e'], left: 0 });
  expect(surroundings(small, ['c'], 1)).toEqual({ before: ['b'], here: ['c'], after: ['d'], left: 2 });
  expect(surroundings(small, ['b', 'c']).before).toEqual(['a']);
});

test.each(['wide', 'narrow'] as const)(
  '%s: stones keep apart and inside the picture, for every lesson and concept',
  (shape) => {
    for (const ids of all) {
      const { width, height, stone, nodes, lines } = layoutLocal(graph, surroundings(graph, ids), shape);
      for (const [i, a] of nodes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + stone.width <= width && a.y + stone.height <= height, ids[0]).toBe(true);
        for (const b of nodes.slice(i + 1)) {
          expect(Math.abs(a.x - b.x) >= stone.width || Math.abs(a.y - b.y) >= stone.height, `${a.id} ${b.id}`).toBe(
            true,
          );
        }
      }
      const shown = new Set(nodes.map(({ id }) => id));
      const expected = nodes.flatMap(({ id }) => (graph.get(id) ?? []).filter((below) => shown.has(below)));
      expect(lines.length).toBe(expected.length);
    }
  },
);

test('the narrow drawing fits a phone of 360 px, the wide one the column of a lesson', () => {
  const around = surroundings(graph, ['softmax']);
  expect(layoutLocal(graph, around, 'narrow').width).toBeLessThanOrEqual(328);
  expect(layoutLocal(graph, around, 'wide').width).toBeLessThanOrEqual(736);
});
