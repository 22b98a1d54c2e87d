/** Where on an item's page the query is answered. */
import { coverage, type Information } from './coverage';
import type { Item, Part } from './index-file';
import { countIn, type ReadText, readText } from './read-text';
import type { Term } from './tokenize';

export type Place = {
  readonly part: Part;
  /** How much of the query it holds, from 0 to 1. */
  readonly share: number;
  readonly inHeading: boolean;
  /** The query stands in it as it was typed. */
  readonly isPhrase: boolean;
};

export type Question = {
  readonly terms: readonly Term[];
  readonly told: Information;
  /** The query as one string, when it is more than a word. */
  readonly phrase: string | null;
};

const HEADING = 0.5;
const PHRASE = 1;
const EACH_TIME = 0.02;
const MOST_TIMES = 10;
/** These sections mention everything and explain little. */
const weights: Readonly<Record<string, number>> = { recap: 0.85, exercise: 0.85, sources: 0.7 };

/** `forms`: what in the index matched each typed term. Best first; those that hold nothing are left out. */
export function findPlaces(
  item: Item,
  { terms, told, phrase }: Question,
  forms: ReadonlyMap<string, readonly string[]>,
): readonly Place[] {
  const scored = item.parts.map((part) => {
    const { heading, text } = read(part);
    let times = 0;
    const inHeading = coverage(terms, told, ({ term }) => countAll(heading, forms.get(term)) > 0);
    const share = coverage(terms, told, ({ term }) => {
      const count = countAll(heading, forms.get(term)) + countAll(text, forms.get(term));
      times += count;
      return count > 0;
    });
    const isPhrase = phrase !== null && (heading.folded.includes(phrase) || text.folded.includes(phrase));
    const sum = share + HEADING * inHeading + (isPhrase ? PHRASE : 0) + EACH_TIME * Math.min(times, MOST_TIMES);
    const score = sum * (weights[part.anchor] ?? 1);
    return { score, place: { part, share, inHeading: inHeading > 0, isPhrase } };
  });
  return scored
    .filter(({ place }) => place.share > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ place }) => place);
}

const countAll = (text: ReadText, forms: readonly string[] = []): number =>
  forms.reduce((count, form) => count + countIn(text, form), 0);

/** Every keystroke looks at the same few pages. */
const known = new WeakMap<Part, { readonly heading: ReadText; readonly text: ReadText }>();

function read(part: Part): { readonly heading: ReadText; readonly text: ReadText } {
  const before = known.get(part);
  if (before) return before;
  const made = { heading: readText(part.heading), text: readText(part.text) };
  known.set(part, made);
  return made;
}
