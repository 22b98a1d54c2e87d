/** The next character after a prefix: what each filter would cut, and what is left for the sampler of the learner. */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { applyFilters, sampleToken } from '@/lib/ml/decoding/sample';
import { softmax } from '@/lib/ml/softmax';
import { createRandom } from '@/lib/random';
import { BOUNDARY, encodeName } from '@/lib/thread/alphabet';
import { shippedStudent } from '@/lib/thread/shipped';
import { modelLogits } from './generate';
import { filterOf, type SamplerSettings, samplerLogits } from './sampler';

export const cuts = ['top-k', 'top-p', 'min-p', 'contrastive'] as const;
export type CutId = (typeof cuts)[number];

export type NextCharacter = {
  /** What was typed, as the model can read it. */
  readonly prefix: string;
  /** The prefix fills the context: nothing can follow. */
  readonly full: boolean;
  /** The most likely first, under the plain model. `q`: after the learner's sampler. */
  readonly tokens: readonly { readonly id: number; readonly p: number; readonly q: number }[];
  /** How many of `tokens`, from the front, each filter keeps at the learner's temperature, and how much probability that is. */
  readonly cuts: Readonly<Record<CutId, { readonly kept: number; readonly mass: number }>>;
  /** One draw from q, the same for the same seed and prefix. */
  readonly drawn: number;
  /** The amateur was asked, so that q of contrastive decoding is final. */
  readonly contrasted: boolean;
};

/** Letters and underscores of any text, as many as leave room for one more. */
export function cleanPrefix(text: string, context: number): string {
  return text
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/[^a-z_]/g, '')
    .slice(0, context - 1);
}

/** `bigram` holds the amateur's logits for every last character [V · V], once the work has counted them. */
export function nextCharacter(
  model: Checkpoint,
  text: string,
  settings: SamplerSettings,
  seed: number,
  bigram: Float64Array | null,
): NextCharacter {
  const { context, vocab } = model.config;
  const prefix = cleanPrefix(text, context);
  const ids = encodeName(prefix).slice(0, -1);
  const logits = modelLogits(model)(ids);
  const amateur =
    settings.sampler !== 'contrastive'
      ? null
      : settings.amateur === 'student'
        ? modelLogits(shippedStudent())(ids)
        : bigram &&
          Array.from(bigram.subarray((ids.at(-1) ?? BOUNDARY) * vocab, ((ids.at(-1) ?? BOUNDARY) + 1) * vocab));
  const p = softmax(logits);
  const q = softmax(samplerLogits(settings, logits, amateur));
  const keeps = (id: CutId) => {
    const { temperature, alpha } = settings;
    const before = id === 'contrastive' ? logits : applyFilters(logits, [{ type: 'temperature', value: temperature }]);
    const filter = id === 'contrastive' ? ({ type: 'minP', value: alpha } as const) : filterOf(id, settings);
    const chances = softmax(before);
    const left = applyFilters(before, [filter]);
    const kept = left.flatMap((z, i) => (z === -Infinity ? [] : [i]));
    return {
      kept: kept.length,
      mass: Math.min(
        1,
        kept.reduce((sum, i) => sum + (chances[i] as number), 0),
      ),
    };
  };
  return {
    prefix,
    full: prefix.length >= context - 1,
    tokens: p.map((share, id) => ({ id, p: share, q: q[id] as number })).sort((a, b) => b.p - a.p || a.id - b.id),
    cuts: {
      'top-k': keeps('top-k'),
      'top-p': keeps('top-p'),
      'min-p': keeps('min-p'),
      contrastive: keeps('contrastive'),
    },
    drawn: sampleToken(q, createRandom(seed).split(prefix).next()),
    contrasted: settings.sampler !== 'contrastive' || amateur !== null,
  };
}
