import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { handOverLimits } from '@/lib/hand-over/limits';
import { packDocument, unpackDocument } from '@/lib/hand-over/payload';
import { parseDocument, serializeDocument } from '@/lib/progress/parse';
import { limits } from '@/lib/progress/records';
import { records } from '@/tests/unit/lib/progress/arbitraries';

/** Any code units, lone surrogates among them. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

test('any progress document comes back from its payload as it was', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (given) => {
      const text = serializeDocument(given);
      expect(await unpackDocument(await packDocument(text))).toEqual({ ok: true, text });
    }),
  );
});

test('any text comes back, lone surrogates apart, which no JSON writer lets out', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
      expect(await unpackDocument(await packDocument(text))).toEqual({ ok: true, text: whole });
    }),
    { numRuns: 40 },
  );
});

test('repetitive code becomes a fraction of its size', async () => {
  const text = serializeDocument({ code: { 101: { v: 'def softmax(x):\n    return x\n'.repeat(400), t: 1 } } });
  expect((await packDocument(text)).length).toBeLessThan(text.length / 20);
});

test('what does not shrink goes as it is', async () => {
  const payload = await packDocument('ab');
  expect([...payload]).toEqual([0, 97, 98]);
});

test('a browser that cannot compress sends a plain payload, and one that cannot decompress says so', async () => {
  const text = 'a'.repeat(1000);
  const packed = await packDocument(text);
  vi.stubGlobal('CompressionStream', undefined);
  vi.stubGlobal('DecompressionStream', undefined);
  const plain = await packDocument(text);
  expect(plain.length).toBe(1001);
  expect(await unpackDocument(plain)).toEqual({ ok: true, text });
  expect(await unpackDocument(packed)).toEqual({ ok: false, why: 'unsupported' });
  vi.unstubAllGlobals();
  expect(await unpackDocument(packed)).toEqual({ ok: true, text });
});

test('a decompression bomb is given up at the limit, long before it is whole', async () => {
  const limit = 400_000;
  const bomb = await packDocument('a'.repeat(20 * limit));
  expect(bomb.length).toBeLessThan(limit / 20);
  let largest = 0;
  const Real = DecompressionStream;
  const counted = function (this: unknown, format: CompressionFormat) {
    const inner = new Real(format);
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        largest += chunk.length;
        controller.enqueue(chunk);
      },
    });
    return { writable: inner.writable, readable: inner.readable.pipeThrough(count) };
  };
  vi.stubGlobal('DecompressionStream', counted);
  const result = await unpackDocument(bomb, limit);
  vi.unstubAllGlobals();
  expect(result).toEqual({ ok: false, why: 'too-big' });
  // What one kilobyte of input can become stands between the limit and the end.
  expect(largest).toBeLessThan(limit + 4 * 1032 * 1024);
});

test('the limit is that of a progress file', () => {
  expect(handOverLimits.document).toBe(limits.document);
});

test('a plain payload beyond the limit is refused too', async () => {
  expect(await unpackDocument(new Uint8Array(12), 10)).toEqual({ ok: false, why: 'too-big' });
});

test('a method of a later version is told from damage', async () => {
  expect(await unpackDocument(new Uint8Array([2, 1, 2, 3]))).toEqual({ ok: false, why: 'newer' });
  expect(await unpackDocument(new Uint8Array())).toEqual({ ok: false, why: 'damaged' });
  expect(await unpackDocument(new Uint8Array([1, 255, 255, 255]))).toEqual({ ok: false, why: 'damaged' });
  expect(await unpackDocument(new Uint8Array([0, 0xff]))).toEqual({ ok: false, why: 'damaged' });
});

test('a packed document cut anywhere is damaged, never half a document', async () => {
  const payload = await packDocument(serializeDocument({ notes: { 101: { v: 'some text '.repeat(30), t: 1 } } }));
  expect(payload[0]).toBe(1);
  for (let length = 1; length < payload.length; length++) {
    expect((await unpackDocument(payload.subarray(0, length))).ok, `${length} bytes`).toBe(false);
  }
});

test('random bytes are answered, and what they unpack to is read like any text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const result = await unpackDocument(bytes);
      if (result.ok) expect(parseDocument(result.text)).toHaveProperty('ok');
      else expect(['damaged', 'newer', 'too-big']).toContain(result.why);
    }),
    { numRuns: 300 },
  );
});
