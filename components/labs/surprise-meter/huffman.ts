/**
 * Huffman's code: whole bits for every outcome, so that no code word begins another and the mean length is as small as whole bits
 * allow. Join the two rarest, again and again; how often an outcome was joined is the length of its word. Huffman 1952.
 */

/** Length of each word; null for an outcome the code leaves out because its probability is 0. A lone outcome needs no bit. */
export function codeLengths(p: readonly number[]): (number | null)[] {
  const lengths: (number | null)[] = p.map((share) => (share > 0 ? 0 : null));
  let groups = p.flatMap((share, i) => (share > 0 ? [{ share, members: [i] }] : []));
  while (groups.length > 1) {
    // Sorting is stable: of equals the older group goes first, which keeps the longest word short.
    groups.sort((a, b) => a.share - b.share);
    const [rarest, second, ...rest] = groups;
    if (!rarest || !second) break;
    const members = [...rarest.members, ...second.members];
    for (const i of members) lengths[i] = (lengths[i] ?? 0) + 1;
    groups = [...rest, { share: rarest.share + second.share, members }];
  }
  return lengths;
}

/** Words of these lengths in canonical order: shorter first, among equals in the order of the outcomes. */
export function codeWords(lengths: readonly (number | null)[]): (string | null)[] {
  const words: (string | null)[] = lengths.map(() => null);
  const order = lengths.flatMap((length, i) => (length === null ? [] : [{ length, i }]));
  order.sort((a, b) => a.length - b.length || a.i - b.i);
  let next = 0;
  let before = 0;
  for (const { length, i } of order) {
    next *= 2 ** (length - before);
    words[i] = length === 0 ? '' : next.toString(2).padStart(length, '0');
    next += 1;
    before = length;
  }
  return words;
}

/** Mean length under the truth p, or 'inf' where something happens that has no word. */
export function meanLength(p: readonly number[], lengths: readonly (number | null)[]): number | 'inf' {
  let bits = 0;
  for (const [i, share] of p.entries()) {
    const length = lengths[i];
    if (share === 0) continue;
    if (length === null || length === undefined) return 'inf';
    bits += share * length;
  }
  return bits;
}
