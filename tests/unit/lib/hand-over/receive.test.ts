import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCodeText } from '@/lib/hand-over/code-text';
import { createCollector } from '@/lib/hand-over/collector';
import { splitPayload } from '@/lib/hand-over/frames';
import { handOverLimits } from '@/lib/hand-over/limits';
import { packDocument } from '@/lib/hand-over/payload';
import { receive } from '@/lib/hand-over/receive';
import { serializeDocument } from '@/lib/progress/parse';
import { records } from '@/tests/unit/lib/progress/arbitraries';

const document = serializeDocument({
  notes: { 101: { v: Array.from({ length: 200 }, (_, i) => `${i * 7919} 温度`).join(' '), t: 1 } },
});
const payload = packDocument(document);

async function framesOf(count: number): Promise<readonly string[]> {
  const sequence = splitPayload(await payload, 'coarse');
  if (!sequence) throw new Error('too many parts');
  return Array.from({ length: count }, (_, number) => sequence.frame(number));
}

test('a document goes over as a code, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (given) => {
      const text = serializeDocument(given);
      const code = encodeCodeText(await packDocument(text)) ?? '';
      expect(await receive(createCollector(), `你的进度：\n${code}\n—`)).toEqual({ kind: 'document', text });
    }),
    { numRuns: 50 },
  );
});

test('frames scanned one by one are counted, and the last gives the document', async () => {
  const collector = createCollector();
  const frames = await framesOf(20);
  const seen = [];
  for (const frame of frames) {
    const received = await receive(collector, frame);
    seen.push(received.kind);
    if (received.kind === 'document') {
      expect(received.text).toBe(document);
      break;
    }
    expect(received).toMatchObject({ kind: 'part', have: seen.length });
  }
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.at(-1)).toBe('document');
});

test('frames pasted together, a line each, in any order and between other lines, are one document', async () => {
  const frames = (await framesOf(20)).toReversed();
  const pasted = ['scanned with my phone:', ...frames, ''].join('\r\n');
  expect(await receive(createCollector(), pasted)).toEqual({ kind: 'document', text: document });
});

test('the text of a progress file may be pasted too', async () => {
  expect(await receive(createCollector(), `\uFEFF\n${document}\n`)).toMatchObject({ kind: 'document' });
});

test.each([
  ['', 'none'],
  ['https://example.org/en/share/#lw1sCAMBAIIDAgEAb1ngZw', 'none'],
  ['lwh1AAAA', 'cut'],
  ['lwh3AAAA', 'newer'],
  ['LWH4ABC', 'newer'],
  ['LWH1ABC', 'damaged'],
  ['x'.repeat(handOverLimits.pasteChars + 1), 'too-big'],
])('of “%.30s” is said: %s', async (text, why) => {
  expect(await receive(createCollector(), text)).toEqual({ kind: 'failed', why });
});

test('a payload whose content is damaged is not taken for a document', async () => {
  const code = encodeCodeText(new Uint8Array([1, 255, 255])) ?? '';
  expect(await receive(createCollector(), code)).toEqual({ kind: 'failed', why: 'damaged' });
});
