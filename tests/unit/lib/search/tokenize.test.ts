import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { tokenizeQuery, tokenizeText } from '@/lib/search/tokenize';

const terms = (text: string) => tokenizeText(text).map(({ term }) => term);
const asked = (query: string) => tokenizeQuery(query).map(({ term }) => term);

test('case and width do not count', () => {
  expect(terms('LoRA')).toEqual(['lora']);
  expect(terms('ＬｏＲＡ')).toEqual(['lora']);
});

test('what a hyphen, a point or an underscore joins is found whole and in parts', () => {
  expect(terms('fine-tuning')).toEqual(['fine', 'tuning', 'finetuning']);
  expect(terms('attn_mask')).toEqual(['attn', 'mask', 'attnmask']);
  expect(terms('LLM.int8()')).toEqual(['llm', 'int8', 'llmint8']);
});

test('camel case is found in parts, a name with a short part is not cut', () => {
  expect(terms('SmoothQuant')).toEqual(['smoothquant', 'smooth', 'quant']);
  expect(terms('DataCollatorWithPadding')).toEqual(['datacollatorwithpadding', 'data', 'collator', 'padding']);
  expect(terms('LoRA PyTorch GPT')).toEqual(['lora', 'pytorch', 'gpt']);
});

test('a number with a comma, a point or a colon stays one', () => {
  expect(terms('0.95 6,738 2:4')).toEqual(['0.95', '6,738', '2:4']);
});

test('Han is cut into words, a long word into its pairs too', () => {
  expect(terms('注意力机制')).toEqual(['注意力', '机制', '注意', '意力']);
});

test('a word the engine cuts into single characters is found as a pair', () => {
  const cut = tokenizeText('显存').filter(({ kind }) => kind === 'han-pair');
  expect(cut.map(({ term }) => term)).toEqual(['显存']);
});

test('only a query has the pairs that bridge words', () => {
  expect(terms('注意力机制')).not.toContain('力机');
  expect(asked('注意力机制')).toEqual(expect.arrayContaining(['注意力', '机制', '力机']));
});

test('scripts part without a space', () => {
  expect(terms('KV缓存')).toEqual(expect.arrayContaining(['kv', '缓存']));
  expect(terms('用LoRA微调')).toEqual(expect.arrayContaining(['lora', '微调']));
});

test('words that ask or only hold a sentence together are left out', () => {
  expect(terms('what is an LLM')).toEqual(['llm']);
  expect(terms('softmax是什么')).toEqual(['softmax']);
  expect(terms('为什么要除以')).toContain('除以');
  expect(terms('为什么要除以')).not.toContain('什么');
});

test('each term knows where it stands in the text', () => {
  const text = '先看 KV 缓存，再看 SmoothQuant';
  for (const { term, start, end } of tokenizeQuery(text)) expect(text.slice(start, end).toLowerCase()).toBe(term);
});

test('a browser without a word segmenter finds by pairs', () => {
  vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
  const found = terms('注意力机制');
  vi.unstubAllGlobals();
  expect(found).toEqual(expect.arrayContaining(['注意', '意力', '力机', '机制']));
});

test('any text is cut without an error, into places within it', () => {
  const unit = fc.constantFrom(...'aZ9 -_.,:’注意力的々ﬁＡé\u0301\u0000\ud83d\ude00'.split(''));
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      for (const { term, start, end } of tokenizeQuery(text)) {
        expect(term).not.toBe('');
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
