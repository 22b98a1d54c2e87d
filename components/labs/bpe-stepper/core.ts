/**
 * Byte-level BPE learned one merge at a time, and what the merges learned so far do to two sentences they have not seen.
 * The algorithm is `lib/ml/counting/bpe.ts`.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import {
  BYTE_TOKENS,
  countCharacters,
  countTokens,
  encodeBpe,
  type Merge,
  mostFrequentPair,
  toByteTokens,
  tokenBytes,
  trainBpe,
} from '@/lib/ml/counting/bpe';
import { describeBytes } from './pieces';
import { corpora, heldOut, type Language, leaks } from './texts';

/** Tokens per character that the held-out sentences may cost, with so many merges at most. */
export const GOAL = { merges: 80, zh: 1.5, en: 0.8 } as const;
const MAX_MERGES = 120;

export const params = {
  corpus: { kind: 'choice', options: ['en', 'zh', 'code', 'both', 'own'], default: 'en' },
  text: { kind: 'text', maxLength: 400, default: 'aaabdaaabac' },
  step: { kind: 'number', min: 0, max: MAX_MERGES, step: 1, default: 12 },
  /** Token whose places are marked: its id, or −1. */
  marked: { kind: 'number', min: -1, max: BYTE_TOKENS + MAX_MERGES - 1, step: 1, default: -1 },
} as const;

export type Sentence = {
  readonly text: string;
  readonly ids: readonly number[];
  readonly characters: number;
  readonly bytes: number;
  /** Tokens per character after 0, 1, … all merges. */
  readonly course: readonly number[];
  readonly perCharacter: number;
};

export type Result = {
  readonly text: string;
  /** All merges that can be learned, of which the first `step` are. */
  readonly merges: readonly Merge[];
  readonly step: number;
  /** The training text in tokens. */
  readonly ids: readonly number[];
  readonly characters: number;
  readonly bytes: number;
  /** The pair that the next step merges; null where nothing is left to merge. */
  readonly next: Omit<Merge, 'id'> | null;
  readonly heldOut: Readonly<Record<Language, Sentence>>;
  /** The training text holds a stretch of the Chinese sentence. */
  readonly leaked: boolean;
};

/** Merges of the texts trained last: the same text always gives the same merges. */
const remembered = new Map<string, readonly Merge[]>();
const REMEMBER = 8;

function learn(text: string): readonly Merge[] {
  const known = remembered.get(text);
  if (known) return known;
  const oldest = remembered.keys().next().value;
  if (remembered.size >= REMEMBER && oldest !== undefined) remembered.delete(oldest);
  const merges = trainBpe(text, MAX_MERGES);
  remembered.set(text, merges);
  return merges;
}

function run({ corpus, text: own, step: wanted }: ParamValues<typeof params>): Result {
  const text = corpus === 'own' ? own : corpora[corpus];
  const merges = learn(text);
  const step = Math.min(wanted, merges.length);
  const learned = merges.slice(0, step);
  const ids = encodeBpe(text, learned);
  const sentence = (language: Language): Sentence => {
    const given = heldOut[language];
    const characters = countCharacters(given);
    const course = countTokens(given, merges).map((tokens) => tokens / characters);
    return {
      text: given,
      ids: encodeBpe(given, learned),
      characters,
      bytes: toByteTokens(given).length,
      course,
      perCharacter: course[step] ?? 0,
    };
  };
  return {
    text,
    merges,
    step,
    ids,
    characters: countCharacters(text),
    bytes: toByteTokens(text).length,
    next: step < MAX_MERGES ? mostFrequentPair(ids) : null,
    heldOut: { zh: sentence('zh'), en: sentence('en') },
    leaked: leaks(text),
  };
}

export const core = defineCore({
  id: 'bpe-stepper',
  params,
  run,
  goal({ step, heldOut: { zh, en }, leaked }) {
    const met = step <= GOAL.merges && zh.perCharacter <= GOAL.zh && en.perCharacter <= GOAL.en && !leaked;
    if (met) return { met, progress: 1 };
    const enough = (ratio: number) => Math.min(1, ratio);
    const near =
      enough(GOAL.zh / zh.perCharacter) * enough(GOAL.en / en.perCharacter) * enough(GOAL.merges / Math.max(1, step));
    return { met, progress: leaked ? 0 : Math.min(0.99, near) };
  },
  solution: { corpus: 'both', step: 80 },
  predict() {
    const { heldOut: after } = run({ corpus: 'en', text: '', step: GOAL.merges, marked: -1 });
    const each = after.zh.perCharacter;
    return each > 2.5 ? 'three' : each > 1.5 ? 'two' : 'one';
  },
  table({ merges, step, heldOut: { zh, en } }) {
    const piece = (id: number) =>
      describeBytes(tokenBytes(id, merges))
        .map(({ text }) => text)
        .join(' ');
    return {
      columns: ['id', 'piece', 'left', 'right', 'count', 'zh', 'en'],
      rows: [
        ['', '', '', '', '', zh.course[0] ?? 0, en.course[0] ?? 0],
        ...merges
          .slice(0, step)
          .map(({ id, left, right, count }, i) => [
            id,
            piece(id),
            piece(left),
            piece(right),
            count,
            zh.course[i + 1] ?? 0,
            en.course[i + 1] ?? 0,
          ]),
      ],
    };
  },
  play: { param: 'step', last: ({ merges }) => merges.length },
});
