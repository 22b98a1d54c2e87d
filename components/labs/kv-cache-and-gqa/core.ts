/**
 * What a KV cache saves and what it takes. FLOPs and logits: the tiny GPT decoded both ways (`./decoding.ts`); bytes of real
 * models on a card (`./serving.ts`); the price in loss: the tiny GPT converted (`./conversion.ts`). Ainslie 2023 (GQA).
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import type { Card } from '@/lib/ml/cost/cards';
import { poolings } from '@/lib/ml/gpt/group-heads';
import { CONTEXT, VOCAB } from '@/lib/thread/alphabet';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { type Conversion, convert, type Given, keyOf, type Question, targetKvHeads } from './conversion';
import { type Decoding, traceDecoding } from './decoding';
import { type Plan, planServing, SERVED, type Serving, shares } from './serving';

/** What is to be served. */
export const TASK = { served: 'llama-2-13b', users: '32', tokens: '4096', bits: '16', card: 'a100-80' } as const;
/** Nats the converted model may lose. Checked over seeds by tests/bench/thresholds/kv-cache-and-gqa.ts. */
export const MAX_LOSS = 0.17;

const cards = ['rtx-4090', 'a100-40', 'a100-80', 'h200-141'] as const satisfies readonly Card[];

export const params = {
  share: { kind: 'choice', options: shares, default: '1' },
  pooling: { kind: 'choice', options: poolings, default: 'mean' },
  steps: { kind: 'choice', options: ['0', '150', '300', '600', '1200'], default: '300' },
  served: { kind: 'choice', options: SERVED, default: TASK.served },
  users: { kind: 'choice', options: ['1', '8', '32', '64', '128'], default: TASK.users },
  tokens: { kind: 'choice', options: ['1024', '2048', '4096'], default: TASK.tokens },
  bits: { kind: 'choice', options: ['16', '8'], default: TASK.bits },
  card: { kind: 'choice', options: cards, default: TASK.card },
  seed: { kind: 'seed', default: 1 },
} as const;
export type Values = ParamValues<typeof params>;

export type Result = {
  readonly decoding: Decoding;
  readonly serving: Serving;
  readonly plan: Plan;
  readonly onTask: boolean;
  readonly model: Checkpoint;
  readonly kvHeads: number;
  readonly conversion: Conversion | null;
  /** Nats the conversion has cost in the end; null until it is measured. */
  readonly lost: number | null;
};

/** Models of another alphabet or a short context cannot read our names; the shipped one stands in. */
export function givenOf(model: Checkpoint): Given {
  const fits = model.config.vocab === VOCAB && model.config.context >= CONTEXT;
  return { model: fits ? model : shippedCheckpoint(), conversion: null };
}

function questionOf({ share, pooling, steps, seed }: Values): Question {
  return { share, pooling, steps: Number(steps), seed };
}

function run(values: Values, { model, conversion: made }: Given): Result {
  const { served, card, share } = values;
  const [users, tokens, bits] = [Number(values.users), Number(values.tokens), Number(values.bits)];
  const serving = planServing({ served, users, tokens, bits, card });
  const plan = serving.plans[shares.indexOf(share)] ?? serving.plans[0];
  if (!plan) throw new RangeError('no plan');
  const conversion = made?.key === keyOf(model, questionOf(values)) ? made : null;
  const tuned = conversion?.tuned ?? null;
  return {
    decoding: traceDecoding(model),
    serving,
    plan,
    onTask: (Object.keys(TASK) as (keyof typeof TASK)[]).every((name) => values[name] === TASK[name]),
    model,
    kvHeads: targetKvHeads(model.config, share),
    conversion,
    lost: tuned === null ? null : tuned - model.validationLoss,
  };
}

export const core = defineCore({
  id: 'kv-cache-and-gqa',
  params,
  given: (): Given => givenOf(shippedCheckpoint()),
  run,
  work: (values, given) => convert(questionOf(values), given),
  workParams: ['share', 'pooling', 'steps', 'seed'],
  goal({ plan, serving, onTask, lost }) {
    const fits = onTask && plan.fits;
    const room = onTask ? Math.min(1, serving.capacity / plan.total) : 0;
    const kept = lost === null ? 0 : lost <= MAX_LOSS ? 1 : MAX_LOSS / lost;
    const met = fits && kept === 1;
    return { met, progress: met ? 1 : Math.min(0.99, (room + (fits ? kept : 0)) / 2) };
  },
  solution: { ...TASK, share: '2', pooling: 'mean', steps: '1200' },
  predict() {
    const { weights, plans } = planServing({
      served: 'llama-2-13b',
      users: 32,
      tokens: 4096,
      bits: 16,
      card: 'a100-80',
    });
    const ratio = (plans[0]?.cache ?? 0) / weights;
    return ratio < 0.5 ? 'less' : ratio < 2 ? 'same' : 'more';
  },
  table({ decoding, serving, conversion, model }) {
    const pooled = conversion?.pooled ?? null;
    const tuned = conversion?.tuned ?? null;
    return {
      columns: ['quantity', 'at', 'value'],
      rows: [
        ...decoding.steps.flatMap(({ cached, again, cacheBytes }, i) => [
          ['FLOP, KV ✓', i + 1, cached],
          ['FLOP, KV ✗', i + 1, again],
          ['KV, B', i + 1, cacheBytes],
        ]),
        ...serving.plans.flatMap(({ kvHeads, bytesPerToken, total }) => [
          ['B/token', kvHeads, String(bytesPerToken)],
          ['GB', kvHeads, total / 1e9],
        ]),
        ['nats', 'MHA', model.validationLoss],
        ...(pooled === null ? [] : [['nats', 'GQA', pooled]]),
        ...(conversion?.losses ?? []).map((loss, i) => ['nats', (i + 1) * (conversion?.stretch ?? 1), loss]),
        ...(tuned === null ? [] : [['nats', 'GQA ✓', tuned]]),
      ],
    };
  },
});
