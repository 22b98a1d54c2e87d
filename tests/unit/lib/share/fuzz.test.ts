/** 100,000 random and mutated inputs: whatever comes in, an answer of the closed set comes out, and soon. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toBase64url } from '@/lib/share/base64url';
import { tags } from '@/lib/share/container';
import { crc32 } from '@/lib/share/crc32';
import { type DecodeResult, decodeCode, failureReasons } from '@/lib/share/decode';
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

function check(input: string, seen: Map<string, number>): void {
  const result: DecodeResult = decodeCode(input);
  const key = result.ok ? result.kind : result.reason;
  seen.set(key, (seen.get(key) ?? 0) + 1);
  if (!result.ok) {
    if (!failureReasons.includes(result.reason)) throw new Error(`${result.reason} for ${JSON.stringify(input)}`);
    return;
  }
  // What is accepted is within the limits, so it can be written again.
  const again = result.kind === 'path' ? encodePath(result.value) : encodeSnapshot(result.value);
  if (!again.ok) throw new Error(`${again.field} cannot be written again: ${JSON.stringify(input)}`);
}

test('40,000 mutated codes give a value or a reason', () => {
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
  expect([...seen.keys()]).toEqual(expect.arrayContaining(['path', 'snapshot', 'cut', 'damaged', 'not-a-code']));
});

test('20,000 random texts give a value or a reason', () => {
  const random = randomFrom(2);
  const seen = new Map<string, number>();
  for (let i = 0; i < 20_000; i++) {
    const units = Array.from({ length: random(120) }, () => (random(3) === 0 ? random(0x10000) : 33 + random(94)));
    check((random(2) ? 'lw1p' : '') + String.fromCharCode(...units), seen);
  }
  expect([...seen.values()].reduce((a, b) => a + b)).toBe(20_000);
});

test('40,000 well-sealed payloads of random sections give a value or a reason', () => {
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
  ['a megabyte of zero-width spaces', '\u200b'.repeat(megabyte), 'not-a-code'],
  ['more than can be looked at', 'x'.repeat(shareLimits.inputChars + 1), 'too-long'],
])(
  '%s gets its reason without hanging',
  (_, text, reason) => {
    expect(decodeCode(text)).toEqual({ ok: false, reason });
  },
  5_000,
);

test('a payload of runs cannot grow beyond the limit of lessons', () => {
  const varint = (n: number) => [(n & 127) | 128, ((n >> 7) & 127) | 128, ((n >> 14) & 127) | 128, n >> 21];
  const bomb = [tags.day, 1, 0, tags.runStates, 8, ...varint(200_000_000), ...varint(199_999_999)];
  expect(decodeCode(sealAny('lw1s', bomb))).toEqual({ ok: false, reason: 'too-long' });
});
