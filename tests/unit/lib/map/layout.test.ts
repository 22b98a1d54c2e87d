/** The drawn map: no two stones meet, lines run to the right inside a module, the same input gives the same picture. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { depthsOf } from '@/lib/map/columns';
import { layoutMap, type MapConcept, type MapLayout, type MapModule, nodeWidth } from '@/lib/map/layout';
import { cross } from '@/lib/map/rows';
import { createRandom } from '@/lib/random';

const content = parse(readFileSync('content/concepts.yaml', 'utf8')) as {
  modules: MapModule[];
  concepts: MapConcept[];
};
const modules: MapModule[] = ['a', 'b', 'c', 'd'].map((id, i) => ({ id, named: i < 2 }));

/** Concept i rests on some of those before it. */
const graphs = fc
  .array(
    fc.record({ module: fc.nat(3), below: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 3 }) }),
    {
      maxLength: 60,
    },
  )
  .map((rows) =>
    rows.map(
      ({ module, below }, i): MapConcept => ({
        id: `c${i}`,
        module: 'abcd'[module] ?? 'a',
        prerequisites: i === 0 ? [] : [...new Set(below.map((part) => `c${Math.floor(part * i)}`))],
      }),
    ),
  );

function overlaps({ nodes }: MapLayout): string[] {
  return nodes.flatMap((a, i) =>
    nodes
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < nodeWidth && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => `${a.id} ${b.id}`),
  );
}

function crossings(concepts: readonly MapConcept[], { nodes, lines }: MapLayout, y: (id: string) => number): number {
  const columns = new Map(nodes.map(({ id, column }) => [id, column]));
  const moduleOf = new Map(concepts.map(({ id, module }) => [id, module]));
  const inside = lines.filter((line) => line.inside);
  let count = 0;
  inside.forEach((a, i) => {
    for (const b of inside.slice(i + 1)) {
      if (moduleOf.get(a.from) === moduleOf.get(b.from) && cross(a, b, (id) => columns.get(id) ?? 0, y)) count += 1;
    }
  });
  return count;
}

test('every concept stands once, inside its band and the picture', () => {
  fc.assert(
    fc.property(graphs, (concepts) => {
      const { nodes, bands, width, height } = layoutMap(concepts, modules);
      expect(nodes.map(({ id }) => id)).toEqual(concepts.map(({ id }) => id));
      nodes.forEach((node, i) => {
        const band = bands.find(({ module }) => module === concepts[i]?.module);
        expect(node.y).toBeGreaterThan(band?.y ?? Number.NaN);
        expect(node.y + node.height).toBeLessThan((band?.y ?? 0) + (band?.height ?? 0));
        expect(node.x + nodeWidth).toBeLessThanOrEqual(width);
      });
      expect(bands.reduce((sum, band) => sum + band.height, 0)).toBe(height);
    }),
    { numRuns: 60 },
  );
});

test('no two stones overlap', () => {
  fc.assert(
    fc.property(graphs, (concepts) => {
      expect(overlaps(layoutMap(concepts, modules))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('inside a module every line runs to the right', () => {
  fc.assert(
    fc.property(graphs, (concepts) => {
      const { nodes, lines } = layoutMap(concepts, modules);
      const columns = new Map(nodes.map(({ id, column }) => [id, column]));
      for (const { from, to, inside } of lines) {
        if (inside) expect(columns.get(to)).toBeGreaterThan(columns.get(from) ?? Number.NaN);
      }
      expect(lines.length).toBe(concepts.reduce((sum, { prerequisites }) => sum + prerequisites.length, 0));
    }),
    { numRuns: 60 },
  );
});

test('the same concepts give the same picture', () => {
  const copy = structuredClone(content);
  expect(layoutMap(copy.concepts, copy.modules)).toEqual(layoutMap(content.concepts, content.modules));
});

test('a circle, an unknown prerequisite and an unknown module are refused', () => {
  const a = { id: 'a', module: 'a', prerequisites: ['b'] };
  expect(() => layoutMap([a, { id: 'b', module: 'a', prerequisites: ['a'] }], modules)).toThrow(/rests on itself/);
  expect(() => layoutMap([a], modules)).toThrow('no concept "b"');
  expect(() => layoutMap([{ id: 'z', module: 'z', prerequisites: [] }], modules)).toThrow(RangeError);
});

test('an empty map and empty modules have a size', () => {
  const { width, height, nodes } = layoutMap([], modules);
  expect(nodes).toEqual([]);
  expect(width * height).toBeGreaterThan(0);
});

test('depth is the length of the longest chain below', () => {
  const depths = depthsOf([
    { id: 'a', module: 'm', prerequisites: [] },
    { id: 'd', module: 'm', prerequisites: ['a', 'c'] },
    { id: 'c', module: 'm', prerequisites: ['b'] },
    { id: 'b', module: 'm', prerequisites: ['a'] },
  ]);
  expect(Object.fromEntries(depths)).toEqual({ a: 0, b: 1, c: 2, d: 3 });
});

test('our own map: far fewer crossings than rows at random, and lines between modules mostly run right', () => {
  const layout = layoutMap(content.concepts, content.modules);
  const nodes = new Map(layout.nodes.map((node) => [node.id, node]));
  const ours = crossings(content.concepts, layout, (id) => nodes.get(id)?.y ?? 0);
  const random = createRandom(7).next;
  let sum = 0;
  for (let round = 0; round < 20; round += 1) {
    const heights = new Map<string, number>();
    for (const { module } of layout.bands) {
      for (const { id } of content.concepts.filter((concept) => concept.module === module)) heights.set(id, random());
    }
    sum += crossings(content.concepts, layout, (id) => heights.get(id) ?? 0);
  }
  expect(ours).toBeLessThan(sum / 20 / 3);
  const far = layout.lines.filter(({ inside }) => !inside);
  const back = far.filter(({ from, to }) => (nodes.get(to)?.column ?? 0) < (nodes.get(from)?.column ?? 0));
  expect(back.length / far.length).toBeLessThan(0.25);
});

test('the four named modules come first and have taller stones', () => {
  const { bands, nodes } = layoutMap(content.concepts, content.modules);
  expect(bands.map(({ named }) => named).lastIndexOf(true)).toBe(3);
  const heightIn = (module: string) => nodes.find((_, i) => content.concepts[i]?.module === module)?.height ?? 0;
  expect(heightIn('safety')).toBeGreaterThan(heightIn('math'));
});

test('a thousand concepts are laid out, none overlapping', () => {
  const random = createRandom(11).next;
  const concepts = Array.from({ length: 1000 }, (_, i): MapConcept => {
    const below = i === 0 ? [] : [0, 1, 2].slice(0, Math.floor(random() * 3)).map(() => `c${Math.floor(random() * i)}`);
    return { id: `c${i}`, module: 'abcd'[i % 4] ?? 'a', prerequisites: [...new Set(below)] };
  });
  const layout = layoutMap(concepts, modules);
  expect(layout.nodes.length).toBe(1000);
  expect(overlaps(layout)).toEqual([]);
});
