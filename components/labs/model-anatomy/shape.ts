/** From the learner's settings to a shape that exists, and back: what divides what, and which public model it is. */
import { type ModelShape, modelShapes } from '@/lib/ml/cost/model-shape';

export const publicIds = [
  'gpt2',
  'gpt2-medium',
  'gpt2-large',
  'gpt2-xl',
  'gpt-3-175b',
  'llama-2-7b',
  'llama-2-70b',
  'llama-3-8b',
] as const;
export type PublicId = (typeof publicIds)[number];

export type Settings = {
  readonly family: 'gpt' | 'llama';
  readonly vocab: number;
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly ffn: number;
  readonly context: number;
};

/** What was not divisible and had to be lowered to be counted. */
export type Problem = 'heads' | 'kvHeads' | null;

const largestDivisor = (of: number, limit: number) => {
  for (let n = Math.min(of, limit); n > 1; n -= 1) if (of % n === 0) return n;
  return 1;
};

/** The nearest model below that can be built: heads must divide the width, key-value heads the heads. */
export function buildable(settings: Settings): { readonly shape: ModelShape; readonly problem: Problem } {
  const heads = largestDivisor(settings.hidden, settings.heads);
  const kvHeads = largestDivisor(heads, settings.kvHeads);
  const problem = heads !== settings.heads ? 'heads' : kvHeads !== settings.kvHeads ? 'kvHeads' : null;
  return { shape: { ...settings, heads, kvHeads }, problem };
}

export function settingsOf(id: PublicId): Settings {
  const { family, vocab, hidden, layers, heads, kvHeads, ffn, context } = modelShapes[id];
  return { family, vocab, hidden, layers, heads, kvHeads, ffn, context };
}

/** Another width with heads as wide as before and an MLP as many times wider than the model as before. */
export function withWidth(settings: Settings, hidden: number): Pick<Settings, 'hidden' | 'heads' | 'kvHeads' | 'ffn'> {
  const { heads, kvHeads, ffn } = settings;
  const scaled = Math.max(1, Math.round((hidden * heads) / settings.hidden));
  return {
    hidden,
    heads: scaled,
    kvHeads: Math.max(1, Math.min(scaled, Math.round((scaled * kvHeads) / heads))),
    ffn: Math.max(64, Math.round((ffn / settings.hidden) * (hidden / 64)) * 64),
  };
}

/** The public model with exactly these numbers. Positions count only where they are learned. */
export function nameOf(settings: Settings): PublicId | null {
  const keys = ['family', 'vocab', 'hidden', 'layers', 'heads', 'kvHeads', 'ffn'] as const;
  return (
    publicIds.find((id) => {
      const known = settingsOf(id);
      const sameContext = known.family === 'llama' || known.context === settings.context;
      return sameContext && keys.every((key) => known[key] === settings[key]);
    }) ?? null
  );
}
