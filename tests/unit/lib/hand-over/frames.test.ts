import fc from 'fast-check';
import { encodeQR } from 'qr';
import { expect, test } from 'vitest';
import { fromBase45, toBase45 } from '@/lib/hand-over/base45';
import { createCollector } from '@/lib/hand-over/collector';
import { lastNumber, partSizes, readFrame, type Sequence, splitPayload } from '@/lib/hand-over/frames';
import { handOverLimits } from '@/lib/hand-over/limits';

/** Any code units, lone surrogates among them. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

/** Numbers that are the same on every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function bytesOf(length: number, seed = 1): Uint8Array {
  const next = chance(seed);
  return Uint8Array.from({ length }, () => Math.floor(next() * 256));
}

function split(payload: Uint8Array, size: keyof typeof partSizes = 'fine'): Sequence {
  const sequence = splitPayload(payload, size);
  if (!sequence) throw new Error('too many parts');
  return sequence;
}

/** Shows frames 0, 1, 2, … to one who sees those that `isSeen` says; how many rounds it took. */
function rounds(payload: Uint8Array, isSeen: (number: number) => boolean): number {
  const sequence = split(payload);
  const collector = createCollector();
  for (let number = 0; number <= 40 * sequence.parts; number++) {
    if (!isSeen(number)) continue;
    const offered = collector.offer(sequence.frame(number));
    if (offered.kind === 'whole') {
      expect(offered.payload).toEqual(payload);
      return (number + 1) / sequence.parts;
    }
  }
  return Number.POSITIVE_INFINITY;
}

test('base45 agrees with the examples of RFC 9285', () => {
  const encode = (text: string) => toBase45(new TextEncoder().encode(text));
  expect(encode('AB')).toBe('BB8');
  expect(encode('Hello!!')).toBe('%69 VD92EX0');
  expect(encode('base-45')).toBe('UJCLQE7W581');
  expect(new TextDecoder().decode(fromBase45('QED8WEX0'))).toBe('ietf!');
  expect(fromBase45('FGW')).toEqual(new Uint8Array([0xff, 0xff]));
  expect(fromBase45('GGW')).toBeUndefined();
  expect(fromBase45(':::')).toBeUndefined();
  expect(fromBase45('a')).toBeUndefined();
});

test('base45 takes any bytes there and back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase45(toBase45(bytes))).toEqual(bytes);
    }),
  );
});

test('any payload comes back from its parts, in any order and with repetitions', () => {
  const shown = fc.record({
    payload: fc.uint8Array({ minLength: 1, maxLength: 4000 }),
    order: fc.infiniteStream(fc.nat(400)),
    size: fc.constantFrom('fine' as const, 'coarse' as const),
  });
  fc.assert(
    fc.property(shown, ({ payload, order, size }) => {
      const sequence = split(payload, size);
      const collector = createCollector();
      let tries = 0;
      let have = 0;
      for (const number of order) {
        const offered = collector.offer(sequence.frame(number));
        if (offered.kind === 'whole') {
          expect(offered.payload).toEqual(payload);
          return;
        }
        if (offered.kind !== 'part') throw new Error(offered.kind);
        expect(offered.parts).toBe(sequence.parts);
        expect(offered.have).toBeGreaterThanOrEqual(have);
        have = offered.have;
        expect(++tries).toBeLessThan(2_000);
      }
    }),
  );
});

test('one round is enough when nothing is missed', () => {
  expect(rounds(bytesOf(12_345), () => true)).toBe(1);
});

test('with one frame in five lost at random, half a round more is enough', () => {
  const next = chance(3);
  const taken = Array.from({ length: 25 }, (_, i) => rounds(bytesOf(15_000, i), () => next() >= 0.2));
  const mean = taken.reduce((sum, one) => sum + one, 0) / taken.length;
  expect(mean).toBeLessThan(1.4);
  expect(Math.max(...taken)).toBeLessThan(1.8);
});

test('a camera that sees every second frame only, in step with the screen, gets there in two rounds and a little', () => {
  expect(rounds(bytesOf(20_000), (number) => number % 2 === 0)).toBeLessThan(2.3);
});

test('who comes late, after the plain parts, needs hardly more frames than there are parts', () => {
  const { parts } = split(bytesOf(20_000));
  expect(rounds(bytesOf(20_000), (number) => number >= parts)).toBeLessThan(2.3);
});

test('the numbers come round without an end', () => {
  const payload = bytesOf(2_000);
  const sequence = split(payload);
  const collector = createCollector();
  const numbers = [lastNumber, lastNumber - 1, ...Array.from({ length: 20 }, (_, i) => 40_000 + i)];
  expect(numbers.some((number) => collector.offer(sequence.frame(number)).kind === 'whole')).toBe(true);
});

test('every frame of a size fills the version of QR code it was made for', () => {
  for (const [size, version] of [
    ['fine', 12],
    ['coarse', 8],
  ] as const) {
    const sequence = split(bytesOf(partSizes[size] * 5), size);
    for (const number of [0, 4, 5, lastNumber]) {
      const modules = encodeQR(sequence.frame(number), 'raw', { ecc: 'low', border: 1 }).length - 2;
      expect(modules).toBe(17 + 4 * version);
    }
  }
});

test('frames of two sequences and other codes may be mixed', () => {
  const [first, second] = [bytesOf(3_000, 1), bytesOf(2_500, 2)];
  const [a, b] = [split(first), split(second)];
  const collector = createCollector();
  const results = [];
  for (let number = 0; number < a.parts; number++) {
    results.push(collector.offer(a.frame(number)));
    expect(collector.offer('https://example.org/').kind).toBe('foreign');
    if (number < b.parts) results.push(collector.offer(b.frame(number)));
  }
  const whole = results.flatMap((result) => (result.kind === 'whole' ? [result.payload] : []));
  expect(whole).toEqual([second, first]);
});

test('of many sequences only the latest two are kept', () => {
  const collector = createCollector();
  const first = split(bytesOf(3_000, 1));
  collector.offer(first.frame(0));
  for (let seed = 2; seed < 40; seed++) collector.offer(split(bytesOf(3_000, seed)).frame(1));
  expect(collector.offer(first.frame(1))).toMatchObject({ kind: 'part', have: 1 });
});

test('a changed frame is damaged, and never counts', () => {
  const text = split(bytesOf(2_000)).frame(1);
  const change = fc.record({
    at: fc.integer({ min: 4, max: text.length - 1 }),
    to: fc.constantFrom(...'0AZ $%*+-./:'),
  });
  fc.assert(
    fc.property(change, ({ at, to }) => {
      const spoilt = text.slice(0, at) + to + text.slice(at + 1);
      if (spoilt !== text) expect(readFrame(spoilt)).toBe('damaged');
    }),
    { numRuns: 1_000 },
  );
});

test('a forged frame under the name of a sequence never yields a wrong payload', () => {
  const payload = bytesOf(1_000);
  const sequence = split(payload);
  const forged = new Uint8Array(1_000);
  // Same name, same shape, another content: what a checksum of each frame cannot find out.
  const liar = splitWithName(forged, payload);
  const collector = createCollector();
  collector.offer(liar(0));
  const results = [];
  for (let number = 1; number <= 8; number++) results.push(collector.offer(sequence.frame(number)));
  expect(results.some(({ kind }) => kind === 'damaged')).toBe(true);
  for (const result of results) if (result.kind === 'whole') expect(result.payload).toEqual(payload);
  const after = Array.from({ length: 6 }, (_, number) => collector.offer(sequence.frame(number)));
  expect(after.some(({ kind }) => kind === 'whole')).toBe(true);
});

test('more parts than a sequence may have are refused', () => {
  expect(splitPayload(new Uint8Array(partSizes.fine * handOverLimits.parts), 'fine')?.parts).toBe(2_000);
  expect(splitPayload(new Uint8Array(partSizes.fine * handOverLimits.parts + 1), 'fine')).toBeNull();
});

test.each(['', 'LWH', 'lwh1abc', 'https://example.org', 'x'.repeat(10_000)])('“%.12s” is no frame', (text) => {
  expect(readFrame(text)).toBe('foreign');
});

test('a frame of a later version is named as such', () => {
  expect(readFrame('LWH2ABC')).toBe('newer');
});

test('any text is answered, also after the prefix', () => {
  const text = fc.oneof(
    anyText,
    fc.string().map((rest) => `LWH1${rest.toUpperCase()}`),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
      const collector = createCollector();
      for (const each of texts) expect(['foreign', 'newer', 'damaged']).toContain(collector.offer(each).kind);
    }),
    { numRuns: 200 },
  );
});

/** Sealed frames of any header: what a hostile screen can show. */
function sealed(header: readonly number[], data: Uint8Array): string {
  const body = Uint8Array.from([...header, ...data]);
  const signed = new Uint8Array([...new TextEncoder().encode('LWH1'), ...body]);
  const crc = crcOf(signed);
  return `LWH1${toBase45(Uint8Array.from([...body, crc >>> 24, crc >>> 16, crc >>> 8, crc]))}`;
}

function crcOf(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function splitWithName(content: Uint8Array, named: Uint8Array): (number: number) => string {
  const honest = readFrame(split(named).frame(0));
  if (typeof honest === 'string') throw new Error(honest);
  const { set, parts, length, data } = honest;
  const head = (number: number) => [
    ...[24, 16, 8, 0].map((shift) => (set >>> shift) & 255),
    parts >> 8,
    parts & 255,
    length >> 16,
    (length >> 8) & 255,
    length & 255,
    number >> 8,
    number & 255,
  ];
  return (number) => sealed(head(number), content.slice(0, data.length));
}

test('well-sealed frames with hostile numbers are refused or bounded', () => {
  const header = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 11, maxLength: 11 });
  fc.assert(
    fc.property(header, fc.uint8Array({ minLength: 1, maxLength: 40 }), (numbers, data) => {
      const offered = createCollector().offer(sealed(numbers, data));
      if (offered.kind === 'part') expect(offered.parts).toBeLessThanOrEqual(handOverLimits.parts);
      else expect(['damaged', 'whole']).toContain(offered.kind);
    }),
    { numRuns: 1_000 },
  );
});
