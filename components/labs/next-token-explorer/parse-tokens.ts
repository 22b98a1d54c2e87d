/** From typed or shared text to tokens the model knows. Total: hostile text gives an empty sentence, never an error. */
import type { NgramModel } from '@/lib/ml/counting/ngram';
import type { CorpusId } from './corpora';

/** Unknown words that are shown; more would only be noise. */
const MAX_UNKNOWN = 5;

type Parsed = { readonly ids: readonly number[]; readonly unknown: readonly string[] };

/** Keeps the known words up to the first full stop or `maxTokens`, whichever comes first. */
export function parseTokens(model: NgramModel, corpus: CorpusId, text: string, maxTokens: number): Parsed {
  const words = corpus === 'zh' ? splitChinese(model, text) : (text.toLowerCase().match(/[\p{L}\p{N}'-]+|\./gu) ?? []);
  const ids: number[] = [];
  const unknown: string[] = [];
  for (const word of words) {
    if (ids.length >= maxTokens || ids.at(-1) === model.end) break;
    const id = model.ids.get(word);
    if (id !== undefined) ids.push(id);
    else if (unknown.length < MAX_UNKNOWN) unknown.push(word);
  }
  return { ids, unknown };
}

/** Spaces separate words; what stands between them is cut by longest match, so that Chinese may be typed without any. */
function splitChinese(model: NgramModel, text: string): string[] {
  const longest = Math.max(...model.vocabulary.map((word) => word.length));
  return text.split(/\s+/u).flatMap((chunk) => {
    const words: string[] = [];
    const letters = [...chunk];
    for (let start = 0; start < letters.length; ) {
      let length = Math.min(longest, letters.length - start);
      while (length > 1 && !model.ids.has(letters.slice(start, start + length).join(''))) length -= 1;
      words.push(letters.slice(start, start + length).join(''));
      start += length;
    }
    return words;
  });
}
