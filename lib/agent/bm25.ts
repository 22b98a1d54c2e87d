/**
 * A search index small enough to read: BM25 as Lucene computes it, k1 = 1.2, b = 0.75,
 * idf = ln(1 + (N − n + ½) / (n + ½)). Tested against bm25s (method "lucene").
 * Source: Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond".
 */
export type Document = { readonly id: string; readonly text: string };
export type Hit = { readonly id: string; readonly score: number };
export type Bm25Index = {
  readonly search: (
    query: string,
    options: { readonly match: 'any' | 'all'; readonly limit: number },
  ) => readonly Hit[];
};

const K1 = 1.2;
const B = 0.75;

/** Lower-case Latin words and numbers, and pairs of neighbouring Han characters (a lone one counts by itself). */
export function searchTerms(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+(?:-\p{N}+)?/gu) ?? []).flatMap((run) => {
    if (!/^\p{Script=Han}/u.test(run) || run.length < 2) return [run];
    return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
  });
}

/** `match: 'all'` finds only documents with every term of the query. Ties keep the order of the documents. */
export function createBm25(documents: readonly Document[]): Bm25Index {
  const entries = documents.map(({ id, text }) => {
    const terms = searchTerms(text);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { id, counts, length: terms.length };
  });
  const mean = entries.reduce((sum, { length }) => sum + length, 0) / Math.max(1, entries.length);
  return {
    search(query, { match, limit }) {
      const terms = searchTerms(query);
      const idf = terms.map((term) => {
        const containing = entries.filter(({ counts }) => counts.has(term)).length;
        return Math.log(1 + (entries.length - containing + 0.5) / (containing + 0.5));
      });
      return entries
        .filter(({ counts }) => match === 'any' || terms.every((term) => counts.has(term)))
        .map(({ id, counts, length }) => {
          const score = terms.reduce((total, term, i) => {
            const count = counts.get(term) ?? 0;
            return total + ((idf[i] ?? 0) * count) / (count + K1 * (1 - B + (B * length) / mean));
          }, 0);
          return { id, score };
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}
