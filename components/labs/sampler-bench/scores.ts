/** What a batch of names is worth: is it new, is it made of words, does it repeat itself, and how surprised are the models. */
import { type NgramTable, tableSurprise } from '@/lib/ml/counting/ngram-table';
import { BOUNDARY, decodeName } from '@/lib/thread/alphabet';
import { type Draw, SMOOTHING } from './generate';

/** fresh: new, of real words only · known: a training name · again: drawn before · garbled: new, but with a word that is none · broken: not the shape of a name. */
export const verdicts = ['fresh', 'known', 'again', 'garbled', 'broken'] as const;
export type Verdict = (typeof verdicts)[number];
export type Name = {
  readonly text: string;
  readonly verdict: Verdict;
  /** Places of the words, between underscores, that are no words of the training set. */
  readonly strange: readonly number[];
};

export type Scores = {
  /** Shares of the batch in [0, 1]. `fresh`: not drawn before, not in the training set, every word a word of the training set. */
  readonly fresh: number;
  readonly distinct: number;
  /** Not in the training set and the shape of a name, whatever the words; each counted once. */
  readonly novel: number;
  readonly shaped: number;
  /** Names that hold one word twice. */
  readonly stutter: number;
  /** Different training words in names that are made of nothing else. */
  readonly words: number;
  /** Nats a character, under the model itself without any filter, and under the trigram counts. */
  readonly modelNll: number;
  readonly trigramNll: number;
  readonly counts: Readonly<Record<Verdict, number>>;
};

export type Known = {
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly trigram: NgramTable;
};

/** Two words or more, single underscores between them. */
const SHAPE = /^[a-z]+(_[a-z]+)+$/;

export function judgeNames(
  draws: readonly Draw[],
  known: Known,
): { readonly scores: Scores; readonly names: readonly Name[] } {
  const seen = new Set<string>();
  const used = new Set<string>();
  const counts: Record<Verdict, number> = { fresh: 0, known: 0, again: 0, garbled: 0, broken: 0 };
  let tokens = 0;
  let surprise = 0;
  let trigram = 0;
  let novel = 0;
  let shaped = 0;
  let stutter = 0;
  const names = draws.map((draw): Name => {
    const text = decodeName(draw.ids);
    const words = text.split('_');
    const strange = words.flatMap((word, i) => (known.words.has(word) ? [] : [i]));
    const isShaped = draw.ids.at(-1) === BOUNDARY && SHAPE.test(text);
    const isReal = isShaped && strange.length === 0;
    const again = seen.has(text);
    seen.add(text);
    if (isShaped) shaped += 1;
    if (isShaped && !again && !known.names.has(text)) novel += 1;
    if (new Set(words).size < words.length) stutter += 1;
    if (isReal) for (const word of words) used.add(word);
    tokens += draw.ids.length - 1;
    surprise += draw.surprise;
    trigram += tableSurprise(known.trigram, draw.ids, SMOOTHING);
    const verdict = !isShaped
      ? 'broken'
      : again
        ? 'again'
        : known.names.has(text)
          ? 'known'
          : isReal
            ? 'fresh'
            : 'garbled';
    counts[verdict] += 1;
    return { text, verdict, strange };
  });
  const share = (count: number) => count / draws.length;
  return {
    names,
    scores: {
      fresh: share(counts.fresh),
      distinct: share(seen.size),
      novel: share(novel),
      shaped: share(shaped),
      stutter: share(stutter),
      words: used.size,
      modelNll: surprise / tokens,
      trigramNll: trigram / tokens,
      counts,
    },
  };
}
