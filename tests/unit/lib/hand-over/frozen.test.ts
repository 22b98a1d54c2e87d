/** Samples of every version of the hand-over ever published: read for ever. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encodeCodeText, findCodeText } from '@/lib/hand-over/code-text';
import { createCollector } from '@/lib/hand-over/collector';
import { splitPayload } from '@/lib/hand-over/frames';
import { unpackDocument } from '@/lib/hand-over/payload';
import { parseFile } from '@/lib/progress/exchange';

type Name = 'deflate' | 'plain';
type Samples = {
  readonly document: string;
  readonly payloads: Record<Name, string>;
  readonly codes: Record<Name, string>;
  readonly sequences: readonly {
    readonly payload: Name;
    readonly size: 'fine' | 'coarse';
    readonly parts: number;
    readonly frames: readonly { readonly number: number; readonly text: string }[];
  }[];
};
const v1: Samples = JSON.parse(readFileSync('tests/fixtures/hand-over/v1.json', 'utf8'));
const names: readonly Name[] = ['deflate', 'plain'];
const bytes = (name: Name) => new Uint8Array(Buffer.from(v1.payloads[name], 'hex'));

test('the document of the samples is one that this version imports whole', () => {
  expect(parseFile(v1.document, Date.UTC(2026, 0))).toMatchObject({ ok: true, problems: [] });
});

test.each(names)('the %s code of version 1 is read, and written the same today', async (name) => {
  const found = findCodeText(v1.codes[name]);
  if (!found.ok) throw new Error(found.why);
  expect(found.payload).toEqual(bytes(name));
  expect(encodeCodeText(found.payload)).toBe(v1.codes[name]);
  expect(await unpackDocument(found.payload)).toEqual({ ok: true, text: v1.document });
});

test.each([0, 1])('the frames of sequence %i of version 1 are read, and written the same today', async (index) => {
  const sample = v1.sequences[index];
  if (!sample) throw new Error('no such sequence');
  const today = splitPayload(bytes(sample.payload), sample.size);
  expect(today?.parts).toBe(sample.parts);
  const collector = createCollector();
  let whole: Uint8Array | undefined;
  for (const { number, text } of sample.frames.toReversed()) {
    expect(today?.frame(number)).toBe(text);
    const offered = collector.offer(text);
    if (offered.kind === 'whole') whole = offered.payload;
  }
  expect(await unpackDocument(whole ?? new Uint8Array())).toEqual({ ok: true, text: v1.document });
});
