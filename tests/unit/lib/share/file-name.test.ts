import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathFileName, snapshotFileName } from '@/lib/share/file-name';
import { anyPath, anySnapshot } from './arbitraries';

const path = { id: 'aB3_x9Qz', version: 3, title: '推理平台组 · 冬季路线', lessons: [{ id: 101 }] };

test('a path gives its title and version', () => {
  expect(pathFileName(path)).toBe('layerwise-path-推理平台组-冬季路线-v3');
});

test('a path without a usable title gives its number', () => {
  expect(pathFileName({ ...path, title: ' ../ ' })).toBe('layerwise-path-aB3_x9Qz-v3');
});

test('a snapshot gives its day, and the name if there is one', () => {
  expect(snapshotFileName({ taken: '2026-11-23', lessons: [] })).toBe('layerwise-progress-2026-11-23');
  expect(snapshotFileName({ taken: '2026-11-23', name: 'Zoë O’Neil', lessons: [] })).toBe(
    'layerwise-progress-Zoë-O-Neil-2026-11-23',
  );
});

test('whatever somebody wrote, the name is short and nothing a file system minds', () => {
  fc.assert(
    fc.property(anyPath, anySnapshot, (anything, snapshot) => {
      for (const name of [pathFileName(anything), snapshotFileName(snapshot)]) {
        expect(name).toMatch(/^layerwise-[\p{L}\p{M}\p{N}_-]+$/u);
        expect(name).not.toMatch(/\p{Surrogate}/u);
        expect([...name].length).toBeLessThan(90);
      }
    }),
  );
});
