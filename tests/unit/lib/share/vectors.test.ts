/** Frozen samples of every published version. A failure here means that links people have sent no longer open. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, decodeCode, failureReasons } from '@/lib/share/decode';
import { encodePath, type SharedPath } from '@/lib/share/path-code';
import { encodeSnapshot, type Snapshot } from '@/lib/share/snapshot-code';

type Sample =
  | { name: string; code: string; kind: 'path'; value: SharedPath; skippedSections: number }
  | { name: string; code: string; kind: 'snapshot'; value: Snapshot; skippedSections: number };

const { codes, refused, texts } = JSON.parse(readFileSync('tests/fixtures/share/vectors.json', 'utf8')) as {
  codes: readonly Sample[];
  refused: readonly { name: string; text: string; reason: string }[];
  texts: readonly { name: string; text: string; codes: readonly string[] }[];
};

test('the samples are all there', () => {
  expect(codes.length).toBeGreaterThanOrEqual(18);
  expect(refused.length).toBeGreaterThanOrEqual(43);
  expect(texts.length).toBeGreaterThanOrEqual(24);
});

test.each(codes)('opens $name', ({ code, kind, value, skippedSections }) => {
  const warnings = skippedSections > 0 ? [{ kind: 'skipped-sections', count: skippedSections }] : [];
  expect(decodeCode(code)).toEqual({ ok: true, kind, code, value, warnings });
});

test.each(codes.filter((sample) => !/unknown|overlong|empty note/.test(sample.name)))(
  'still writes $name',
  (sample) => {
    const written = sample.kind === 'path' ? encodePath(sample.value) : encodeSnapshot(sample.value);
    expect(written).toEqual({ ok: true, code: sample.code });
  },
);

test.each(refused)('refuses $name as $reason', ({ text, reason }) => {
  expect(decodeCode(text)).toEqual({ ok: false, reason });
});

test('every reason has a sample', () => {
  expect([...new Set(refused.map((sample) => sample.reason))].sort()).toEqual([...failureReasons].sort());
});

test.each(texts)('finds the codes of a text: $name', ({ text, codes: expected }) => {
  const found = decodeAll(text).flatMap((result) => (result.ok ? [result.code] : []));
  expect(found).toEqual(expected);
});

const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;

test.skipIf(!hasPython)('a reader written from the specification alone, in another language, agrees', () => {
  const { status, stdout, stderr } = spawnSync(
    'python3',
    ['-B', 'lib/share/example/decode.py', '--check', 'tests/fixtures/share/vectors.json'],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(new RegExp(`^${codes.length} codes and \\d+ refusals agree`));
  expect(status).toBe(0);
});
