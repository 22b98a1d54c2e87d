/** The lengths the product promises, for inputs as unhelpful as real ones. */
import lz from 'lz-string';
import { expect, test } from 'vitest';
import { base64urlLength } from '@/lib/share/base64url';
import { homeLessons } from '@/lib/share/lesson-list';
import { encodePath, type SharedPath } from '@/lib/share/path-code';
import { encodeSnapshot, lessonStates, type Snapshot, writeStates } from '@/lib/share/snapshot-code';

const picked = [
  101, 102, 103, 105, 107, 108, 109, 110, 113, 116, 201, 202, 205, 207, 208, 211, 301, 303, 304, 306, 308, 404, 410,
];
const path: SharedPath = {
  id: 'aB3_x9Qz',
  version: 3,
  title: 'Inference team, winter cohort',
  mentor: 'Mei Han',
  start: '2026-12-01',
  lessons: picked.map((id, i) => ({ id, due: 7 * (i + 1) })),
};

/** No two neighbours in the same state: runs cannot help. */
const mixed = (ids: readonly number[]): Snapshot['lessons'] =>
  ids.map((id, i) => ({ id, state: lessonStates[(i * 7 + i * i) % 4] ?? 'todo' }));

const lengthOf = (result: ReturnType<typeof encodePath>) => (result.ok ? result.code.length : Number.NaN);

test('the states of sixty lessons take at most 24 characters, however mixed', () => {
  const [, bytes] = writeStates(mixed(homeLessons));
  const tagAndSize = 2;
  expect(base64urlLength(tagAndSize + bytes.length)).toBeLessThanOrEqual(24);
});

test('a whole snapshot of sixty lessons takes at most 40 characters', () => {
  expect(lengthOf(encodeSnapshot({ taken: '2026-11-23', lessons: mixed(homeLessons) }))).toBeLessThanOrEqual(40);
});

test('a path of 23 lessons with title, mentor, start and due dates takes at most 160 characters', () => {
  expect(path.lessons).toHaveLength(23);
  expect(lengthOf(encodePath(path))).toBeLessThanOrEqual(160);
});

test('short Chinese notes on a quarter of its lessons keep it within 700', () => {
  const note = '先读完再动手，LoRA 的秩从 8 试起，结果贴到群里。';
  const lessons = path.lessons.map((lesson, i) => (i % 4 === 0 ? { ...lesson, note } : lesson));
  const noted = { ...path, title: '推理平台组 · 冬季路线', mentor: '韩梅梅', lessons };
  expect(lengthOf(encodePath(noted))).toBeLessThanOrEqual(700);
});

test('a thousand lessons stay within a QR code, and far below a general compressor', () => {
  const thousand = Array.from({ length: 1000 }, (_, i) => 101 + Math.floor(i / 20) * 100 + (i % 20));
  const snapshot = { taken: '2026-11-23', lessons: mixed(thousand) };
  const length = lengthOf(encodeSnapshot(snapshot));
  const compressed = lz.compressToEncodedURIComponent(JSON.stringify(snapshot)).length;
  expect(length).toBeLessThanOrEqual(600);
  expect(length * 8).toBeLessThan(compressed);
});
