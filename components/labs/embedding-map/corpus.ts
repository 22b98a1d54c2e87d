/**
 * The text the map is learned from: sentence frames with a gap, the words that fill it, and the content words around it.
 * Written for this lab. One frame stands for `REPEATS` sentences with each of its words; small words such as "the" are left out.
 */
export const words = [
  'cat',
  'dog',
  'horse',
  'cow',
  'apple',
  'pear',
  'banana',
  'grape',
  'intel',
  'nvidia',
  'samsung',
  'hot',
  'cold',
  'zib',
] as const;
export type Word = (typeof words)[number];
export type Group = 'animal' | 'fruit' | 'company' | 'warmth' | 'new';

export const groupOf: Readonly<Record<Word, Group>> = {
  cat: 'animal',
  dog: 'animal',
  horse: 'animal',
  cow: 'animal',
  apple: 'fruit',
  pear: 'fruit',
  banana: 'fruit',
  grape: 'fruit',
  intel: 'company',
  nvidia: 'company',
  samsung: 'company',
  hot: 'warmth',
  cold: 'warmth',
  zib: 'new',
};

export type Frame = {
  readonly id: FrameId;
  readonly context: readonly string[];
  readonly words: readonly Word[];
  /** Sentences about firms: the share of them among those with `apple` is the learner's. */
  readonly company?: true;
};

const beasts = ['cat', 'dog', 'horse', 'cow'] as const;
const fruit = ['apple', 'pear', 'banana', 'grape'] as const;
const firms = ['apple', 'intel', 'nvidia', 'samsung'] as const;
const warmth = ['hot', 'cold'] as const;

export const frameIds = [
  'feed',
  'vet',
  'thirst',
  'sofa',
  'stroke',
  'mouse',
  'purr',
  'park',
  'graze',
  'ride',
  'milk',
  'ripe',
  'eat',
  'market',
  'juice',
  'peel',
  'tree',
  'bunch',
  'chip',
  'shares',
  'boss',
  'phone',
  'laptop',
  'graphics',
  'soup',
  'cup',
  'weather',
  'bath',
  'oven',
  'fridge',
] as const;
export type FrameId = (typeof frameIds)[number];

export const frames: readonly Frame[] = [
  { id: 'feed', context: ['feed', 'morning'], words: beasts },
  { id: 'vet', context: ['vet', 'examine'], words: beasts },
  { id: 'thirst', context: ['drink', 'water'], words: beasts },
  { id: 'sofa', context: ['sleep', 'sofa'], words: ['cat', 'dog'] },
  { id: 'stroke', context: ['stroke', 'fur'], words: ['cat', 'dog', 'horse'] },
  { id: 'mouse', context: ['chase', 'mouse'], words: ['cat'] },
  { id: 'purr', context: ['purr'], words: ['cat'] },
  { id: 'park', context: ['walk', 'park'], words: ['dog'] },
  { id: 'graze', context: ['graze', 'meadow'], words: ['horse', 'cow'] },
  { id: 'ride', context: ['ride'], words: ['horse'] },
  { id: 'milk', context: ['milk'], words: ['cow'] },
  { id: 'ripe', context: ['ripe', 'sweet'], words: fruit },
  { id: 'eat', context: ['eat', 'lunch'], words: fruit },
  { id: 'market', context: ['buy', 'market'], words: ['apple', 'pear', 'banana', 'grape', 'horse', 'cow'] },
  { id: 'juice', context: ['squeeze', 'juice'], words: ['apple', 'pear', 'grape'] },
  { id: 'peel', context: ['peel'], words: ['apple', 'pear', 'banana'] },
  { id: 'tree', context: ['tree', 'autumn'], words: ['apple', 'pear'] },
  { id: 'bunch', context: ['bunch'], words: ['banana', 'grape'] },
  { id: 'chip', context: ['release', 'chip'], words: firms, company: true },
  { id: 'shares', context: ['share', 'fall'], words: firms, company: true },
  { id: 'boss', context: ['boss', 'speak'], words: firms, company: true },
  { id: 'phone', context: ['buy', 'phone'], words: ['apple', 'samsung'], company: true },
  { id: 'laptop', context: ['buy', 'laptop'], words: ['apple', 'samsung', 'intel'], company: true },
  { id: 'graphics', context: ['graphics', 'driver'], words: ['intel', 'nvidia'], company: true },
  { id: 'soup', context: ['eat', 'soup'], words: warmth },
  { id: 'cup', context: ['drink', 'cup'], words: warmth },
  { id: 'weather', context: ['weather', 'today'], words: warmth },
  { id: 'bath', context: ['water', 'bath'], words: warmth },
  { id: 'oven', context: ['oven'], words: ['hot'] },
  { id: 'fridge', context: ['fridge'], words: ['cold'] },
];

/** Frames that the learner may write the new word into. */
export const lessons = ['feed', 'vet', 'sofa', 'stroke', 'mouse', 'purr', 'park', 'ripe', 'chip'] as const;
export type Lesson = (typeof lessons)[number];

export const contexts: readonly string[] = [...new Set(frames.flatMap(({ context }) => context))];
const REPEATS = 20;

/** Word by context counts, row-major [words, contexts]. `company` is the share of apple's sentences that are about the firm. */
export function countContexts(taught: readonly Lesson[], company: number): number[] {
  const counts = new Array<number>(words.length * contexts.length).fill(0);
  for (const frame of frames) {
    const isTaught = taught.some((id) => id === frame.id);
    for (const word of isTaught ? [...frame.words, 'zib' as const] : frame.words) {
      const share = word !== 'apple' ? 1 : frame.company ? company : 1 - company;
      for (const context of frame.context) {
        const at = words.indexOf(word) * contexts.length + contexts.indexOf(context);
        counts[at] = (counts[at] ?? 0) + REPEATS * share;
      }
    }
  }
  return counts;
}

/** Frames in which a word stands. */
export function framesOf(word: Word, taught: readonly Lesson[]): readonly FrameId[] {
  return frames
    .filter(({ id, words: fillers }) => fillers.includes(word) || (word === 'zib' && taught.some((one) => one === id)))
    .map(({ id }) => id);
}
