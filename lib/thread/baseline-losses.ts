/** What `baselines()` computes, written down for pages that only draw the lines; a test holds the two together. Nats per token. */
export const BASELINE_LOSSES = {
  uniform: 3.332204510175204,
  unigram: 2.9913103194371677,
  bigram: 2.3241638251887746,
  trigram: 1.4702874711964742,
} as const;
/** The pseudo-count that `baselines()` chooses for letter triples. */
export const TRIGRAM_SMOOTHING = 0.001;
export type BaselineName = keyof typeof BASELINE_LOSSES;
