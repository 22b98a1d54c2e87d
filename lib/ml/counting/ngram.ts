/**
 * Count-based n-gram language models with add-k smoothing: the next-token distribution, the probability of a sentence by
 * the chain rule, the greedy sentence, and the most probable sentence of a given length, found exactly.
 * Source: Jurafsky & Martin, Speech and Language Processing (3rd ed. draft), ch. 3.
 *
 * Tokens are ids 0…V−1 in order of first appearance. Sentences end with one end token (a full stop), which is part of the
 * vocabulary; the start of a sentence is padded with the id V, which occurs in contexts only.
 */

/** What followed one context: how often in all, and how often each token. */
export type Continuations = { readonly total: number; readonly counts: ReadonlyMap<number, number> };

export type NgramModel = {
  readonly vocabulary: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  /** Id of the token that ends every sentence. */
  readonly end: number;
  /** contexts[n − 1] maps the key of a context of n − 1 ids to what followed it. */
  readonly contexts: readonly ReadonlyMap<number, Continuations>[];
};

export type NgramSettings = {
  /** n: a token depends on the n − 1 before it. */
  readonly order: number;
  /** Pseudo-count added to every token; 0 is maximum likelihood. */
  readonly k: number;
};

export type NextToken = {
  /** Probability of each token, [V], summing to 1. */
  readonly p: readonly number[];
  /** What was counted after the context that was used. */
  readonly seen: Continuations;
  /** The order that was used: below `order` when k = 0 and the longer context never occurred. */
  readonly usedOrder: number;
};

/** A sentence with its natural-log probability; `finished` is false if it was cut before the end token. */
export type ScoredSentence = { readonly tokens: readonly number[]; readonly logP: number; readonly finished: boolean };

const NOTHING: Continuations = { total: 0, counts: new Map() };

/** Contexts as one number in base V + 1, so that maps need no strings. */
function contextKey(context: readonly number[], vocabularySize: number): number {
  return context.reduce((key, id) => key * (vocabularySize + 1) + id, 0);
}

/** The last n − 1 ids of a history, padded on the left with the start id V. */
function contextOf(history: readonly number[], order: number, vocabularySize: number): number[] {
  const width = order - 1;
  return Array.from({ length: width }, (_, i) => history[history.length - width + i] ?? vocabularySize);
}

/**
 * Counts all n-grams up to `maxOrder`. Every sentence must end with the same token and hold it nowhere else.
 * Throws RangeError if it does not, if there are no sentences, or if maxOrder is not a positive integer.
 */
export function countNgrams(sentences: readonly (readonly string[])[], maxOrder: number): NgramModel {
  if (!Number.isInteger(maxOrder) || maxOrder < 1) throw new RangeError(`maxOrder must be a positive integer`);
  const endToken = sentences[0]?.at(-1);
  if (endToken === undefined) throw new RangeError('need at least one sentence of at least one token');
  const vocabulary = [...new Set(sentences.flat())];
  const ids = new Map(vocabulary.map((token, id) => [token, id]));
  const contexts = Array.from(
    { length: maxOrder },
    () => new Map<number, { total: number; counts: Map<number, number> }>(),
  );
  for (const sentence of sentences) {
    if (sentence.indexOf(endToken) !== sentence.length - 1) {
      throw new RangeError(`a sentence must end with “${endToken}” and hold it nowhere else: ${sentence.join(' ')}`);
    }
    const history = sentence.map((token) => ids.get(token) ?? 0);
    history.forEach((id, position) => {
      contexts.forEach((table, i) => {
        const key = contextKey(contextOf(history.slice(0, position), i + 1, vocabulary.length), vocabulary.length);
        const row = table.get(key) ?? { total: 0, counts: new Map<number, number>() };
        row.total += 1;
        row.counts.set(id, (row.counts.get(id) ?? 0) + 1);
        table.set(key, row);
      });
    });
  }
  return { vocabulary, ids, end: ids.get(endToken) ?? 0, contexts };
}

function checkSettings(model: NgramModel, { order, k }: NgramSettings): void {
  if (!Number.isInteger(order) || order < 1 || order > model.contexts.length) {
    throw new RangeError(`order must be 1…${model.contexts.length}, got ${order}`);
  }
  if (!(k >= 0) || k === Infinity) throw new RangeError(`k must be finite and not negative, got ${k}`);
}

// #region ngram
/**
 * p(w | context) = (count(context, w) + k) / (count(context) + k·V) over all V tokens, after the ids in `past`.
 * With k > 0 a context that never occurred gives the uniform distribution; with k = 0 it would be 0/0, and the longest
 * shorter context that did occur is used instead. Throws RangeError on an order the model has not counted or k < 0.
 */
export function nextTokenDistribution(model: NgramModel, past: readonly number[], settings: NgramSettings): NextToken {
  checkSettings(model, settings);
  const size = model.vocabulary.length;
  const { k } = settings;
  for (let usedOrder = settings.order; ; usedOrder -= 1) {
    const seen = model.contexts[usedOrder - 1]?.get(contextKey(contextOf(past, usedOrder, size), size)) ?? NOTHING;
    if (seen.total === 0 && k === 0 && usedOrder > 1) continue;
    const p = model.vocabulary.map((_, id) => ((seen.counts.get(id) ?? 0) + k) / (seen.total + k * size));
    return { p, seen, usedOrder };
  }
}

/** ln P(tokens) = Σ_t ln p(token_t | tokens before it), the chain rule; −Infinity if a factor is 0. */
export function logProbability(model: NgramModel, tokens: readonly number[], settings: NgramSettings): number {
  return tokens.reduce(
    (sum, id, t) => sum + Math.log(nextTokenDistribution(model, tokens.slice(0, t), settings).p[id] ?? 0),
    0,
  );
}
// #endregion ngram

/** Takes the most probable token (the first seen, among equals) until the end token or `maxLength` tokens. */
export function greedySentence(model: NgramModel, settings: NgramSettings, maxLength: number): ScoredSentence {
  const tokens: number[] = [];
  let logP = 0;
  while (tokens.length < maxLength && tokens.at(-1) !== model.end) {
    const { p } = nextTokenDistribution(model, tokens, settings);
    const best = p.indexOf(Math.max(...p));
    tokens.push(best);
    logP += Math.log(p[best] ?? 0);
  }
  return { tokens, logP, finished: tokens.at(-1) === model.end };
}

/**
 * The most probable sentence of exactly `length` tokens whose last is the end token, by dynamic programming over contexts
 * (Viterbi 1967): best[t][context] is the best log-probability of t tokens that leave this context. Exact for any k:
 * all tokens not seen after a context share one probability, so they are handled once per context instead of V times.
 * Time O(length · (V^max(1, n−1) + number of counted n-grams)), for orders up to 3. Null if no such sentence has p > 0.
 */
export function mostProbableSentence(
  model: NgramModel,
  settings: NgramSettings,
  length: number,
): ScoredSentence | null {
  checkSettings(model, settings);
  if (!Number.isInteger(length) || length < 1) throw new RangeError(`length must be a positive integer, got ${length}`);
  const { order, k } = settings;
  const size = model.vocabulary.length;
  const base = size + 1;
  const width = Math.max(1, order - 1);
  const states = base ** width;
  const groups = base ** (width - 1);
  const table = model.contexts[order - 1] ?? new Map<number, Continuations>();
  const rowOf = (state: number) => table.get(order === 1 ? 0 : state) ?? NOTHING;
  const logOf = (row: Continuations, count: number) => {
    const denominator = row.total + k * size;
    return denominator === 0 ? -Infinity : Math.log((count + k) / denominator);
  };

  let best = new Float64Array(states).fill(-Infinity);
  best[states - 1] = 0; // every digit is the start id: the largest number in this base
  const cameFrom: Int32Array[] = [];
  for (let t = 1; t < length; t += 1) {
    const next = new Float64Array(states).fill(-Infinity);
    const from = new Int32Array(states).fill(-1);
    const offer = (target: number, value: number, source: number) => {
      if (value > (next[target] ?? 0)) {
        next[target] = value;
        from[target] = source;
      }
    };
    const unseen = new Float64Array(groups).fill(-Infinity);
    const unseenFrom = new Int32Array(groups).fill(-1);
    best.forEach((value, state) => {
      if (value === -Infinity) return;
      const row = rowOf(state);
      const group = state % groups;
      for (const [id, count] of row.counts) {
        if (id !== model.end) offer(group * base + id, value + logOf(row, count), state);
      }
      // A token that was seen has more than this share, so offering it to all is harmless.
      const rest = k > 0 ? value + logOf(row, 0) : -Infinity;
      if (rest > (unseen[group] ?? 0)) {
        unseen[group] = rest;
        unseenFrom[group] = state;
      }
    });
    unseen.forEach((value, group) => {
      if (value === -Infinity) return;
      for (let id = 0; id < size; id += 1) {
        if (id !== model.end) offer(group * base + id, value, unseenFrom[group] ?? -1);
      }
    });
    best = next;
    cameFrom.push(from);
  }

  let last = -1;
  let logP = -Infinity;
  best.forEach((value, state) => {
    if (value === -Infinity) return;
    const row = rowOf(state);
    const ended = value + logOf(row, row.counts.get(model.end) ?? 0);
    if (ended > logP) {
      logP = ended;
      last = state;
    }
  });
  if (last < 0) return null;
  const tokens = [model.end];
  for (let t = cameFrom.length - 1, state = last; t >= 0; t -= 1) {
    tokens.unshift(state % base);
    state = cameFrom[t]?.[state] ?? -1;
  }
  return { tokens, logP, finished: true };
}
