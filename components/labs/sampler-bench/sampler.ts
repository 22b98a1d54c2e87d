/** The samplers of the bench: each turns the model's logits into the logits that the next character is drawn from. */
import { contrastiveScores } from '@/lib/ml/decoding/contrastive-decoding';
import { applyFilters, type Filter } from '@/lib/ml/decoding/sample';

export const samplers = ['temperature', 'top-k', 'top-p', 'min-p', 'contrastive', 'greedy'] as const;
export type SamplerId = (typeof samplers)[number];
export const amateurs = ['bigram', 'student'] as const;
export type AmateurId = (typeof amateurs)[number];

export type SamplerSettings = {
  readonly sampler: SamplerId;
  readonly temperature: number;
  readonly k: number;
  readonly p: number;
  readonly minP: number;
  readonly alpha: number;
  readonly amateur: AmateurId;
};

// #region sampler
/**
 * Logits [V] after the sampler: temperature first, then its filter, as transformers orders them. Contrastive decoding scores the
 * plausible characters by expert over amateur; its scores are tempered and drawn from like logits, since a fixed search would
 * give one name only. `amateur` are the amateur's logits [V]; without them plausibility alone decides.
 */
export function samplerLogits(
  settings: SamplerSettings,
  logits: readonly number[],
  amateur: readonly number[] | null,
): readonly number[] {
  const { sampler, temperature, k, p, minP, alpha } = settings;
  const tempered: Filter = { type: 'temperature', value: temperature };
  switch (sampler) {
    case 'greedy':
      return applyFilters(logits, [{ type: 'topK', value: 1 }]);
    case 'temperature':
      return applyFilters(logits, [tempered]);
    case 'contrastive':
      return applyFilters(amateur ? contrastiveScores(logits, amateur, { alpha }) : logits, [tempered]);
    default:
      return applyFilters(logits, [tempered, filterOf(sampler, { k, p, minP })]);
  }
}
// #endregion sampler

export function filterOf(
  sampler: 'top-k' | 'top-p' | 'min-p',
  { k, p, minP }: { readonly k: number; readonly p: number; readonly minP: number },
): Filter {
  if (sampler === 'top-k') return { type: 'topK', value: k };
  return sampler === 'top-p' ? { type: 'topP', value: p } : { type: 'minP', value: minP };
}
