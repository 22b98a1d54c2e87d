/** Finding, walking, zooming on the map, and the address that keeps a choice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noChoice, readMapAddress, writeMapAddress } from '@/lib/map/map-address';
import { findConcepts, matchConcept } from '@/lib/map/match';
import { neighbour } from '@/lib/map/neighbour';
import { clampZoom, scrollShift } from '@/lib/map/zoom';

const lora = { id: 'lora', name: 'LoRA (low-rank adaptation)', alias: 'LoRA（低秩适配）' };
const cache = { id: 'kv-cache', name: 'KV cache', alias: 'KV 缓存' };
const qlora = { id: 'qlora', name: 'QLoRA', alias: 'QLoRA' };

test('a concept is found by either name, by its id, in any case and width, with its words in any order', () => {
  for (const query of ['lora', 'LORA', 'ＬｏＲＡ', '低秩', 'adaptation low-rank', ' ', '']) {
    expect(matchConcept(lora, query), query).toBe(true);
  }
  for (const query of ['kv-cache', 'kv cache', '缓存', 'cache kv'])
    expect(matchConcept(cache, query), query).toBe(true);
  expect(matchConcept(cache, 'lora')).toBe(false);
});

test('names that start with the query come first', () => {
  expect(findConcepts([qlora, cache, lora], 'lora').map(({ id }) => id)).toEqual(['lora', 'qlora']);
});

const known = { modules: new Set(['training', 'safety']), concepts: new Set(['softmax', 'kv-cache']) };

test('an address gives back what was put into it and keeps what it does not know', () => {
  fc.assert(
    fc.property(
      fc.subarray(['training', 'safety']),
      fc.constantFrom(null, 'map' as const, 'list' as const),
      fc.constantFrom(null, 'softmax', 'kv-cache'),
      (modules, view, concept) => {
        const written = writeMapAddress('?from=mail&view=old', { modules, view, concept });
        const [search = '', hash = ''] = written.split('#');
        expect(readMapAddress(search, hash && `#${hash}`, known)).toEqual({ modules, view, concept });
        expect(search).toContain('from=mail');
      },
    ),
  );
});

test('what is unknown or hostile in an address is no choice', () => {
  expect(readMapAddress('?module=nope,%3Cscript%3E&view=3d', '#no-such-concept', known)).toEqual(noChoice);
  expect(readMapAddress('?module=safety,safety', '#"]{}<', known)).toEqual({ ...noChoice, modules: ['safety'] });
  fc.assert(
    fc.property(fc.string(), fc.string(), (search, hash) => {
      const choice = readMapAddress(search, hash, known);
      expect(choice.concept === null || known.concepts.has(choice.concept)).toBe(true);
      expect(choice.modules.every((id) => known.modules.has(id))).toBe(true);
    }),
  );
});

const grid = [0, 1, 2].flatMap((row) =>
  [0, 1, 2].map((column) => ({ id: `${row}${column}`, x: column * 150, y: row * 60 })),
);

test('an arrow leads to the stone beside, above or below, and stays at the edge', () => {
  expect(neighbour(grid, '11', 'left')).toBe('10');
  expect(neighbour(grid, '11', 'right')).toBe('12');
  expect(neighbour(grid, '11', 'up')).toBe('01');
  expect(neighbour(grid, '11', 'down')).toBe('21');
  expect(neighbour(grid, '00', 'left')).toBeNull();
  expect(neighbour(grid, 'gone', 'left')).toBeNull();
});

test('an arrow only ever leads in its direction', () => {
  const points = fc.uniqueArray(fc.record({ x: fc.nat(20), y: fc.nat(20) }), {
    minLength: 2,
    selector: ({ x, y }) => `${x} ${y}`,
  });
  fc.assert(
    fc.property(points, (places) => {
      const nodes = places.map((place, index) => ({ id: `${index}`, ...place }));
      for (const node of nodes) {
        const right = nodes.find(({ id }) => id === neighbour(nodes, node.id, 'right'));
        if (right) expect(right.x).toBeGreaterThan(node.x);
        else expect(nodes.every(({ x }) => x <= node.x)).toBe(true);
      }
    }),
  );
});

test('zoom stays between the whole map and three times its size', () => {
  expect(clampZoom(0, 0.3)).toBe(0.3);
  expect(clampZoom(0, 1.4)).toBe(1);
  expect(clampZoom(50, 0.3)).toBe(3);
  expect(clampZoom(Number.NaN, 0.3)).toBe(1);
});

test('what lies under the pointer stays there', () => {
  // 200 to the right of the edge; at double size it is 400 to the right, so the box scrolls by 200.
  expect(scrollShift(200, 1, 2)).toBe(200);
  expect(scrollShift(200, 2, 1)).toBe(-100);
  expect(scrollShift(200, 0, 1)).toBe(0);
});
