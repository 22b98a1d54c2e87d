/**
 * 100,000 random and mutated inputs: whatever comes in, an answer of the closed set comes out, and soon; nothing is stored,
 * fetched or left behind, and the learner's own paths stay as they are until somebody presses a button.
 */
import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Backend } from '@/lib/progress/storage';
import { createProgress } from '@/lib/progress/store';
import { standing } from '@/lib/share/adopt-path';
import { toBase64url } from '@/lib/share/base64url';
import { tags } from '@/lib/share/container';
import { crc32 } from '@/lib/share/crc32';
import { type DecodeResult, decodeAll, decodeCode, failureReasons } from '@/lib/share/decode';
import { shareLimits } from '@/lib/share/limits';
import { encodePath } from '@/lib/share/path-code';
import { encodeSnapshot } from '@/lib/share/snapshot-code';

const { codes } = JSON.parse(readFileSync('tests/fixtures/share/vectors.json', 'utf8')) as {
  codes: { code: string }[];
};
const seeds = codes.map((sample) => sample.code).filter((code) => code.length < 400);

/** mulberry32: small, seeded, the same everywhere. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Seals any payload as the encoder would, so that the fuzz gets past the checksum. */
function sealAny(prefix: string, payload: readonly number[]): string {
  const length = payload.length < 128 ? [payload.length] : [(payload.length & 127) | 128, payload.length >> 7];
  const body = [...length, ...payload];
  const sum = crc32(Uint8Array.from([...new TextEncoder().encode(prefix), ...body]));
  return prefix + toBase64url(Uint8Array.from([...body, sum >>> 24, sum >>> 16, sum >>> 8, sum]));
}

/** Everything through which a decoder could write or ask, as traps: the first touch fails the test. */
function layTraps(): void {
  const names = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'fetch', 'document', 'XMLHttpRequest'];
  const touched = (what: string) => () => {
    throw new Error(`the decoder touched ${what}`);
  };
  for (const name of names) {
    const spring = touched(name);
    const trap = new Proxy(function trap() {}, {
      get: spring,
      set: spring,
      apply: spring,
      construct: spring,
      has: spring,
    });
    vi.stubGlobal(name, trap);
  }
  onTestFinished(() => {
    vi.unstubAllGlobals();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
}

/** A learner's progress over storage that says so when it is written to. */
function watchedProgress() {
  const stored = new Map<string, string>();
  const backend: Backend = {
    get: (key) => stored.get(key) ?? null,
    set: (key, text) => void stored.set(key, text),
    remove: (key) => void stored.delete(key),
    keys: () => [...stored.keys()],
    listen: () => {},
  };
  const progress = createProgress({ backend, now: () => 1_000 });
  for (const id of ['a', 'team', 'aB3_x9Qz'])
    progress.write(() => [
      { collection: 'paths', key: id, value: { id, version: 1, title: 'Mine', lessons: [{ id: 101 }] } },
    ]);
  return { progress, stored };
}
const { progress, stored } = watchedProgress();
const atFirst = [...stored];

function check(input: string, seen: Map<string, number>): void {
  const result: DecodeResult = decodeCode(input);
  const key = result.ok ? result.kind : result.reason;
  seen.set(key, (seen.get(key) ?? 0) + 1);
  if (!result.ok) {
    if (!failureReasons.includes(result.reason)) throw new Error(`${result.reason} for ${JSON.stringify(input)}`);
    return;
  }
  // Showing how a path stands to the learner's own is part of opening it.
  if (result.kind === 'path') standing(progress.getState().records, result.value);
  // What is accepted is within the limits, so it can be written again.
  const again = result.kind === 'path' ? encodePath(result.value) : encodeSnapshot(result.value);
  if (!again.ok) throw new Error(`${again.field} cannot be written again: ${JSON.stringify(input)}`);
}

test('40,000 mutated codes give a value or a reason, and change nothing', { timeout: 60_000 }, () => {
  layTraps();
  const random = randomFrom(1);
  const seen = new Map<string, number>();
  const junk = ['\u200b', '\n', ' ', '=', '&', '%20', '，', '\ud800', '<b>', 'lw1p', 'lw1s', '\u0000', '—'];
  for (let i = 0; i < 40_000; i++) {
    let text = seeds[random(seeds.length)] ?? '';
    for (let n = random(4); n >= 0; n--) {
      const at = random(text.length + 1);
      const how = random(5);
      if (how === 0) text = text.slice(0, at);
      else if (how === 1) text = text.slice(0, at) + text.slice(at + 1 + random(3));
      else if (how === 2) text = text.slice(0, at) + String.fromCharCode(32 + random(96)) + text.slice(at + 1);
      else if (how === 3) text = text.slice(0, at) + junk[random(junk.length)] + text.slice(at);
      else text = text.slice(0, at) + (seeds[random(seeds.length)] ?? '').slice(random(20));
    }
    check(text, seen);
  }
  expect([...seen.values()].reduce((a, b) => a + b)).toBe(40_000);
  expect([...stored]).toEqual(atFirst);
  expect([...seen.keys()]).toEqual(expect.arrayContaining(['path', 'snapshot', 'cut', 'damaged', 'not-a-code']));
});

test('20,000 random texts give a value or a reason, and change nothing', { timeout: 60_000 }, () => {
  layTraps();
  const random = randomFrom(2);
  const seen = new Map<string, number>();
  for (let i = 0; i < 20_000; i++) {
    const units = Array.from({ length: random(120) }, () => (random(3) === 0 ? random(0x10000) : 33 + random(94)));
    check((random(2) ? 'lw1p' : '') + String.fromCharCode(...units), seen);
  }
  expect([...seen.values()].reduce((a, b) => a + b)).toBe(20_000);
  expect([...stored]).toEqual(atFirst);
});

test('40,000 well-sealed payloads of random sections give a value or a reason, and change nothing', {
  timeout: 60_000,
}, () => {
  layTraps();
  const random = randomFrom(3);
  const seen = new Map<string, number>();
  const known = Object.values(tags);
  for (let i = 0; i < 40_000; i++) {
    const payload: number[] = [];
    for (const tag of known) {
      if (random(3) === 0) continue;
      const size = random(12);
      const spread = random(2) ? 8 : 256;
      payload.push(random(40) === 0 ? random(256) : tag, size, ...Array.from({ length: size }, () => random(spread)));
    }
    // The sections a code must have, small and valid, so that the others are reached.
    const valid = random(2)
      ? [tags.path, 2, 1, 97, tags.day, 1, 9, tags.lessons, 2, 4, 3, tags.runStates, 3, 4, 3, 6]
      : [];
    const optional = payload.length > 0 && valid.length > 0 ? keepOptional(payload) : payload;
    check(sealAny(`lw1${random(2) ? 'p' : 's'}`, [...valid, ...optional]), seen);
  }
  expect([...seen.values()].reduce((a, b) => a + b)).toBe(40_000);
  expect([...stored]).toEqual(atFirst);
  expect([...seen.keys()]).toEqual(
    expect.arrayContaining(['path', 'snapshot', 'malformed', 'newer-version', 'too-long']),
  );
});

function keepOptional(payload: readonly number[]): number[] {
  const kept: number[] = [];
  const taken = new Set<number>([tags.path, tags.day, tags.lessons, tags.runStates, tags.packedStates]);
  for (let at = 0; at < payload.length; ) {
    const [tag = 0, size = 0] = payload.slice(at, at + 2);
    if (!taken.has(tag)) kept.push(...payload.slice(at, at + 2 + size));
    taken.add(tag);
    at += 2 + size;
  }
  return kept;
}

const megabyte = 1_048_576;
const claimsMost = sealAny('lw1p', Array(shareLimits.payloadBytes).fill(0)).slice(0, 8);

test.each([
  ['a megabyte of one letter', 'A'.repeat(megabyte), 'not-a-code'],
  ['a megabyte of blanks', ' '.repeat(megabyte), 'empty'],
  ['a megabyte of prefixes', 'lw1p'.repeat(megabyte / 4), 'damaged'],
  ['a megabyte of prefixes that claim the most', `${claimsMost} `.repeat(megabyte / 9), 'cut'],
  ['a megabyte of nested prefixes that claim the most', claimsMost.repeat(megabyte / 8), 'damaged'],
  ['a code of a megabyte', `lw1p${'_'.repeat(megabyte)}`, 'damaged'],
  ['a prefix and a megabyte of line breaks', `lw1pCA${'\n'.repeat(megabyte)}`, 'cut'],
  ['a megabyte of percent signs', '%'.repeat(megabyte), 'not-a-code'],
  ['a megabyte of zero-width spaces', '\u200b'.repeat(megabyte), 'empty'],
  ['more than can be looked at', 'x'.repeat(shareLimits.inputChars + 1), 'too-long'],
])(
  '%s gets its reason without hanging',
  (_, text, reason) => {
    expect(decodeCode(text)).toEqual({ ok: false, reason });
  },
  5_000,
);

const varint = (n: number) => [(n & 127) | 128, ((n >> 7) & 127) | 128, ((n >> 14) & 127) | 128, n >> 21];

test.each([
  [
    'a list',
    'lw1p',
    [tags.path, 2, 1, 97, tags.lessons, 8, ...varint(200_000_000), ...varint(199_999_999)],
    'too-long',
  ],
  ['a run', 'lw1p', [tags.path, 2, 1, 97, tags.lessons, 5, 4, ...varint(2 ** 28 - 1)], 'malformed'],
  ['a run of states', 'lw1s', [tags.day, 1, 0, tags.runStates, 6, 2, 1, ...varint(2 ** 28 - 1)], 'malformed'],
  ['packed states', 'lw1s', [tags.day, 1, 0, tags.packedStates, 6, ...varint(8190), 1, 3], 'malformed'],
  ['a text', 'lw1p', [tags.path, 2, 1, 97, tags.lessons, 2, 2, 1, tags.title, 4, ...varint(2 ** 28 - 1)], 'malformed'],
  ['a section', 'lw1p', [tags.title, ...varint(2 ** 28 - 1)], 'malformed'],
  [
    'a note after very many lessons',
    'lw1p',
    [tags.path, 2, 1, 97, tags.lessons, 2, 2, 1, tags.notes, 5, ...varint(2 ** 28 - 1), 0],
    'malformed',
  ],
] as const)(
  '%s that claims hundreds of millions is refused before room is made for them, a thousand times over',
  (_, prefix, payload, reason) => {
    const code = sealAny(prefix, payload);
    for (let i = 0; i < 1000; i++) expect(decodeCode(code)).toEqual({ ok: false, reason });
  },
  5_000,
);

/** The most that a few bytes can unfold to: every lesson there may be, in one run. */
const largest = (day: number) =>
  sealAny('lw1s', [tags.day, 2, day | 128, 1, tags.runStates, 6, 128, 64, 255, 63, 254, 127]);

test('the most that one code can unfold to is 4,096 lessons', () => {
  const result = decodeCode(largest(1));
  expect(result.ok && result.value.lessons.length).toBe(shareLimits.lessons);
});

test('a text of many small codes unfolds no further than its limit, and says so', () => {
  const codes = Array.from({ length: 120 }, (_, i) => largest(i));
  const results = decodeAll(codes.join('\n'));
  const lessons = results.reduce((sum, result) => sum + (result.ok ? result.value.lessons.length : 0), 0);
  expect(lessons).toBeGreaterThan(shareLimits.textLessons);
  expect(lessons).toBeLessThanOrEqual(shareLimits.textLessons + shareLimits.lessons);
  expect(results.slice(-1)).toEqual([{ ok: false, reason: 'too-long' }]);
  expect(results).toHaveLength(codes.length);
});

test('a thousand learners of two hundred lessons are within the limit', () => {
  const lessons = Array.from({ length: 200 }, (_, i) => ({ id: 101 + i, state: 'done' as const }));
  const codes = Array.from({ length: 1000 }, (_, i) => {
    const encoded = encodeSnapshot({ taken: '2026-11-23', name: `Learner ${i}`, lessons });
    return encoded.ok ? encoded.code : '';
  });
  expect(decodeAll(codes.join('\n')).filter((result) => result.ok)).toHaveLength(1000);
});
