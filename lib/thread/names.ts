/**
 * The thread's data set: distinct function names such as `parse_date_header` or `sort_users_by_email`, made by a small grammar over
 * words.ts. Deterministic: no file is downloaded and every machine trains on the same names, which DATA_SHA256 proves in a test.
 * Verbs keep to the nouns of their topic, `by` is followed by attributes only, and verbs that take many things take a plural:
 * dependencies longer than three letters, which counting letters cannot see and a transformer can.
 */
import { createRandom } from '@/lib/random';
import { addCombinations } from './combinations';
import { type Split, splitByHash } from './split';
import {
  BY_PLURAL_VERBS,
  BY_VERBS,
  COMMON_ADJECTIVES,
  COMMON_VERBS,
  FOR_VERBS,
  FROM_VERBS,
  HAS_ADJECTIVES,
  OWNERS,
  PLACES,
  PLURAL_VERBS,
  TO_VERBS,
  TOPICS,
  type Topic,
  WITH_VERBS,
} from './words';

/** SHA-256 of the training names joined by \n, an empty line, and the validation names joined by \n. */
export const DATA_SHA256 = '3d30531be8993e0c61b5f54aedd26be0168bbd7f87fe0bc1bbcd72f6d05a4801';

let cached: Split | undefined;

/** All names, split 90/10 by their hash, each part shuffled with a fixed seed. Made once. */
export function functionNames(): Split {
  cached ??= splitByHash(distinctNames(), createRandom(1));
  return cached;
}

function distinctNames(): string[] {
  const names = new Set<string>();
  for (const topic of TOPICS) addNames(topic, names);
  return [...names];
}

function addNames(topic: Topic, names: Set<string>): void {
  const { nouns, attributes, states } = topic;
  const plurals = nouns.map(plural);
  const adjectives = [...topic.adjectives, ...COMMON_ADJECTIVES];
  const verbs = [...COMMON_VERBS, ...topic.verbs];
  const add = (...slots: readonly (readonly string[])[]) => addCombinations(slots, names);
  add(verbs, nouns);
  add(verbs, adjectives, nouns);
  add(PLURAL_VERBS, plurals);
  add(PLURAL_VERBS, adjectives, plurals);
  add(BY_VERBS, nouns, ['by'], attributes);
  add(BY_PLURAL_VERBS, plurals, ['by'], attributes);
  add(FOR_VERBS, nouns, ['for'], OWNERS);
  add(FROM_VERBS, nouns, ['from'], PLACES);
  add(TO_VERBS, nouns, ['to'], PLACES);
  add(['is'], nouns, states);
  add(['is'], topic.adjectives, nouns);
  add(['has'], [...HAS_ADJECTIVES, ...adjectives], nouns);
  for (const noun of nouns) {
    const others = nouns.filter((other) => other !== noun);
    add(WITH_VERBS, [noun], ['with'], others);
  }
}

const IRREGULAR: Readonly<Record<string, string>> = { matrix: 'matrices', index: 'indices' };

export function plural(noun: string): string {
  const irregular = IRREGULAR[noun];
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
