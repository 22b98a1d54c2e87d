import fc from 'fast-check';
import cl100kTable from 'gpt-tokenizer/bpeRanks/cl100k_base';
import o200kTable from 'gpt-tokenizer/bpeRanks/o200k_base';
import r50kTable from 'gpt-tokenizer/bpeRanks/r50k_base';
import { encode as cl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { encode as o200k } from 'gpt-tokenizer/encoding/o200k_base';
import { encode as r50k } from 'gpt-tokenizer/encoding/r50k_base';
import { expect, test } from 'vitest';
import { core, GOAL, params } from '@/components/labs/bpe-stepper/core';
import { describeBytes } from '@/components/labs/bpe-stepper/pieces';
import { cutSentence, realTokenizers } from '@/components/labs/bpe-stepper/real-tokenizers';
import { corpora, heldOut, leaks } from '@/components/labs/bpe-stepper/texts';
import { completeValues } from '@/lib/labs/params';
import { decodeBpe, toByteTokens } from '@/lib/ml/counting/bpe';
import reference from '@/tests/fixtures/reference/tokenizer.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};

test('own text takes the steps of the reference', () => {
  const known = reference.cases.find((one) => one.name === 'byte-bpe/wikipedia-aaab') as unknown as {
    input: { trainText: string };
    expected: { trainIds: number[] };
  };
  const { result } = at({ corpus: 'own', text: known.input.trainText, step: 3 });
  expect(result.ids).toEqual(known.expected.trainIds);
  expect(result.ids).toEqual([258, 100, 258, 97, 99]);
  expect(params.text.default).toBe(known.input.trainText);
});

test('the goal is open at the start, and its distance is said', () => {
  const { goal } = at({});
  expect(goal.met).toBe(false);
  expect(goal.progress).toBeGreaterThan(0);
  expect(goal.progress).toBeLessThan(1);
});

test('the solution meets the goal, and so does stopping earlier', () => {
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(at({ corpus: 'both', step: 62 }).goal.met).toBe(true);
  expect(at({ corpus: 'both', step: 20 }).goal.met).toBe(false);
});

test('one language, code, or too many merges do not meet it', () => {
  for (const corpus of ['en', 'zh', 'code']) {
    for (let step = 0; step <= params.step.max; step += 10) expect(at({ corpus, step }).goal.met).toBe(false);
  }
  expect(at({ corpus: 'both', step: GOAL.merges + 1 }).goal.met).toBe(false);
});

test('training on the test sentence is called a leak and does not meet the goal', () => {
  const text = `${heldOut.zh}${corpora.both}`;
  const { result, goal } = at({ corpus: 'own', text, step: 80 });
  expect(result.heldOut.zh.perCharacter).toBeLessThan(GOAL.zh);
  expect(result.heldOut.en.perCharacter).toBeLessThan(GOAL.en);
  expect(result.leaked).toBe(true);
  expect(goal).toEqual({ met: false, progress: 0 });
});

test('no built-in text leaks, and each fits into the text box', () => {
  for (const text of Object.values(corpora)) {
    expect(leaks(text)).toBe(false);
    expect(text.length).toBeLessThanOrEqual(params.text.maxLength);
  }
});

test('merges from English never touch Chinese, which is the answer of the prediction', () => {
  const { result } = at({ corpus: 'en', step: params.step.max });
  expect(new Set(result.heldOut.zh.course)).toEqual(new Set([3]));
  expect(core.predict()).toBe('three');
});

test('without merges both baselines are met: one token a byte', () => {
  const { result } = at({ corpus: 'zh', step: 0 });
  expect(result.ids).toEqual(toByteTokens(corpora.zh));
  expect(result.heldOut.zh.ids.length).toBe(result.heldOut.zh.bytes);
  expect(result.heldOut.en.perCharacter).toBe(1);
});

test('the announced pair is the merge that the next step makes', () => {
  for (const corpus of ['en', 'zh', 'code', 'both']) {
    const { result } = at({ corpus, step: 30 });
    expect(result.merges[30]).toEqual({ ...result.next, id: 286 });
  }
});

test('whatever the text, the tokens give it back and nothing breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 0, max: 120 }), (text, step) => {
      const { values, result } = at({ corpus: 'own', text, step });
      expect(decodeBpe(result.ids, result.merges)).toBe(text);
      expect(result.step).toBeLessThanOrEqual(result.merges.length);
      expect(core.table(result, values).rows.length).toBe(result.step + 1);
      expect(Number.isFinite(result.heldOut.zh.perCharacter)).toBe(true);
    }),
  );
});

test('a text too short for more steps ends its playback early', () => {
  const { result } = at({ corpus: 'own', text: 'abc', step: 100 });
  expect([result.step, core.play?.last(result), result.next]).toEqual([2, 2, null]);
  expect(at({ corpus: 'own', text: '', step: 100 }).result.ids).toEqual([]);
});

test('half a character is written in hex, a whole one as itself, white space as a sign', () => {
  expect(describeBytes([0xe5, 0xad, 0xa6, 0xe4, 0xb9])).toEqual([
    { kind: 'text', text: '学' },
    { kind: 'bytes', text: 'E4 B9' },
  ]);
  expect(describeBytes([0x80, 0x20, 0x61, 0x0a])).toEqual([
    { kind: 'bytes', text: '80' },
    { kind: 'text', text: '␣a⏎' },
  ]);
  expect(describeBytes(toByteTokens('\u202e\u200d'))).toEqual([{ kind: 'bytes', text: 'E2 80 AE E2 80 8D' }]);
});

test('describing a text loses none of its characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '学', '🙂', 'é', '¶') }), (text) => {
      const pieces = describeBytes(toByteTokens(text));
      expect(pieces.map((one) => one.text).join('')).toBe(text);
      expect(pieces.length).toBe(text === '' ? 0 : 1);
    }),
  );
});

test('the cuts of the real tokenizers are what their own tables make', () => {
  const published = [
    { encode: r50k, table: r50kTable },
    { encode: cl100k, table: cl100kTable },
    { encode: o200k, table: o200kTable },
  ];
  for (const [i, { encode, table }] of published.entries()) {
    const tokenizer = realTokenizers[i];
    if (!tokenizer) throw new Error('fewer tokenizers than tables');
    expect(tokenizer.tokens, tokenizer.encoding).toBe(table.length);
    for (const language of ['zh', 'en'] as const) {
      const bytesOf = (id: number) => {
        const piece = table[id];
        return typeof piece === 'string' ? Array.from(new TextEncoder().encode(piece)) : piece;
      };
      expect(cutSentence(tokenizer, language)).toEqual(encode(heldOut[language]).map(bytesOf));
    }
  }
});
