/**
 * Byte-level byte-pair encoding, trained and applied in the plain form of minbpe's BasicTokenizer: no pre-tokenization,
 * ties go to the pair seen first. Tokens 0–255 are bytes; merge number m makes token 256 + m.
 * Sources: Gage 1994; Sennrich et al. 2016 (arXiv 1508.07909); Radford et al. 2019 (bytes instead of characters).
 *
 * A token is a run of bytes and may end inside a character: decoding a single token is not always text.
 */
export const BYTE_TOKENS = 256;

export type Merge = {
  readonly left: number;
  readonly right: number;
  readonly id: number;
  /** How often the pair stood in the text when it was merged; runs count overlapping, `aaa` twice. */
  readonly count: number;
};

const encoder = new TextEncoder();

/** UTF-8 bytes as token ids. A lone surrogate becomes U+FFFD, as everywhere in the web platform. */
export function toByteTokens(text: string): number[] {
  return Array.from(encoder.encode(text));
}

/** The most frequent adjacent pair of `ids`, the first seen of several; null for fewer than two tokens. */
// #region bpe-train
export function mostFrequentPair(ids: readonly number[]): Omit<Merge, 'id'> | null {
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < ids.length; i += 1) {
    const pair = (ids[i] as number) * 65536 + (ids[i + 1] as number);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let best: Omit<Merge, 'id'> | null = null;
  for (const [pair, count] of counts) {
    if (best === null || count > best.count) best = { left: Math.floor(pair / 65536), right: pair % 65536, count };
  }
  return best;
}

/** Up to `limit` merges learned from `text`; fewer when it has shrunk to one token. */
export function trainBpe(text: string, limit: number): Merge[] {
  const merges: Merge[] = [];
  for (let ids = toByteTokens(text); merges.length < limit; ) {
    const pair = mostFrequentPair(ids);
    if (pair === null) break;
    const merge = { ...pair, id: BYTE_TOKENS + merges.length };
    merges.push(merge);
    ids = applyMerge(ids, merge);
  }
  return merges;
}
// #endregion bpe-train

/** Replaces every occurrence of the pair from left to right, without overlap. */
export function applyMerge(ids: readonly number[], { left, right, id }: Merge): number[] {
  const merged: number[] = [];
  for (let i = 0; i < ids.length; i += 1) {
    if (ids[i] === left && ids[i + 1] === right) {
      merged.push(id);
      i += 1;
    } else merged.push(ids[i] as number);
  }
  return merged;
}

/**
 * Tokens of `text` under `merges`, in the order they were learned. One pass for each merge is the same as always taking
 * the pair of the smallest id: a merge creates only pairs that hold its own new token, and those were learned later.
 */
export function encodeBpe(text: string, merges: readonly Merge[]): number[] {
  return merges.reduce<number[]>(applyMerge, toByteTokens(text));
}

/** Number of tokens of `text` after 0, 1, … all merges. */
export function countTokens(text: string, merges: readonly Merge[]): number[] {
  let ids = toByteTokens(text);
  const counts = [ids.length];
  for (const merge of merges) {
    ids = applyMerge(ids, merge);
    counts.push(ids.length);
  }
  return counts;
}

/** The bytes that one token stands for. Throws RangeError for an id that was never learned. */
export function tokenBytes(id: number, merges: readonly Merge[]): number[] {
  if (id >= 0 && id < BYTE_TOKENS) return [id];
  const merge = merges[id - BYTE_TOKENS];
  if (!merge) throw new RangeError(`no token ${id} among ${BYTE_TOKENS + merges.length}`);
  return [...tokenBytes(merge.left, merges), ...tokenBytes(merge.right, merges)];
}

/** Bytes to text; what is not UTF-8 becomes U+FFFD as in the WHATWG decoder. A byte order mark is kept as a character. */
export function decodeBytes(bytes: readonly number[]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

export function decodeBpe(ids: readonly number[], merges: readonly Merge[]): string {
  return decodeBytes(ids.flatMap((id) => tokenBytes(id, merges)));
}

/** The text of bytes that are whole characters, or null where they begin or end inside one. */
export function wholeText(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** Unicode characters (code points), the unit in which people compare languages. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}
