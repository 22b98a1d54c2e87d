/**
 * How three published byte-level BPE tokenizers cut the two held-out sentences. The cuts are data, because the tokenizers' own
 * tables weigh megabytes; tests/unit/components/labs/bpe-stepper.test.ts recomputes each of them with those tables.
 */
import { heldOut, type Language } from './texts';

export type RealTokenizer = {
  /** The encoding's name in tiktoken. */
  readonly encoding: string;
  /** A model it was published with. */
  readonly model: string;
  /** Ordinary tokens, special ones not counted: 256 bytes and the merges. */
  readonly tokens: number;
  /** Length of each token of the sentence, in bytes of UTF-8. */
  readonly cuts: Readonly<Record<Language, readonly number[]>>;
};

export const realTokenizers: readonly RealTokenizer[] = [
  {
    encoding: 'r50k_base',
    model: 'GPT-2',
    tokens: 50_256,
    cuts: {
      zh: [
        2, 1, 3, 2, 1, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 1, 3, 2, 1, 2, 1, 2,
        1, 3, 2, 1, 2, 1, 2, 1, 3,
      ],
      en: [3, 6, 4, 6, 2, 9, 4, 5, 3, 5, 7, 1],
    },
  },
  {
    encoding: 'cl100k_base',
    model: 'GPT-4',
    tokens: 100_256,
    cuts: {
      zh: [3, 3, 3, 2, 1, 2, 1, 3, 3, 3, 3, 3, 2, 1, 3, 3, 3, 2, 1, 3, 3, 6, 2, 1, 3, 3],
      en: [3, 10, 6, 2, 9, 4, 5, 3, 5, 7, 1],
    },
  },
  {
    encoding: 'o200k_base',
    model: 'GPT-4o',
    tokens: 199_998,
    cuts: { zh: [3, 6, 6, 3, 6, 6, 3, 3, 3, 3, 3, 3, 3, 6, 3, 3, 3], en: [3, 10, 6, 2, 9, 4, 5, 3, 5, 7, 1] },
  },
];

/** The tokens of a held-out sentence as bytes. */
export function cutSentence({ cuts }: RealTokenizer, language: Language): number[][] {
  const bytes = Array.from(new TextEncoder().encode(heldOut[language]));
  return cuts[language].map((length) => bytes.splice(0, length));
}
