/**
 * Speculative decoding with the thread's model as the target (`lib/ml/decoding/speculative.ts`; Leviathan 2023, arXiv 2211.17192). One
 * round in steps; then a text of 6,000 tokens: how often drafts are accepted, tokens a target pass against the formula, the
 * speed-up at the counted price of a draft step, and two tests of whether the target could have written the text.
 *
 * The goal's speed is measured over seeds in tests/bench/thresholds/speculative-decoding.ts.
 */
import { defineCore, type Work, type WorkProgress } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import {
  bestGamma,
  expectedSpeedup,
  expectedTokens,
  type Round,
  speculativeRound,
} from '@/lib/ml/decoding/speculative';
import { createRandom } from '@/lib/random';
import { encodeName } from '@/lib/thread/alphabet';
import { shippedCheckpoint, shippedStudent } from '@/lib/thread/shipped';
import { type Cost, type DraftId, draftCost, draftNext, drafts, gptCost, modelNext, type Tables } from './drafts';
import { agreement, countTables, type FirstTokens, firstTokens, ROUNDS, type Text, TOKENS, writeText } from './measure';

export const GOAL = { speedup: 2.15, pValue: 0.001 } as const;
export const MOST_DRAFTS = 12;
/** Drafts, the target's pass, each judgement, the last token. */
export const MOST_STEPS = MOST_DRAFTS + 1 + MOST_DRAFTS + 1;

const params = {
  draft: { kind: 'choice', options: drafts, default: 'student' },
  gamma: { kind: 'number', min: 1, max: MOST_DRAFTS, step: 1, default: 3 },
  rule: { kind: 'choice', options: ['exact', 'no-residual', 'accept-all'], default: 'exact' },
  prefix: { kind: 'text', maxLength: 22, default: 'get_' },
  step: { kind: 'number', min: 0, max: MOST_STEPS, step: 1, default: MOST_STEPS },
  seed: { kind: 'seed', default: 7 },
} as const;

type Values = ParamValues<typeof params>;

/** What an outcome was made with. */
type Made = {
  readonly draft: DraftId;
  readonly gamma: number;
  readonly rule: string;
  readonly prefix: string;
  readonly seed: number;
};

export type Outcome = {
  readonly made: Made;
  readonly text: Omit<Text, 'places'>;
  readonly first: FirstTokens;
  /** Acceptance rate of every draft at the same places. */
  readonly agreement: Readonly<Record<DraftId, number>>;
};
export type Given = {
  readonly model: Checkpoint;
  /** The learner's own distilled student, or the shipped one. */
  readonly student: Checkpoint;
  readonly tables: Tables | null;
  readonly outcome: Outcome | null;
};

export type Offer = {
  readonly id: DraftId;
  readonly cost: Cost;
  /** Price of a step in steps of the target. */
  readonly ratio: number;
  /** Null before it was measured. */
  readonly alpha: number | null;
  readonly best: { readonly gamma: number; readonly speedup: number } | null;
  /** Expected speed-up at γ = 0 … MOST_DRAFTS. */
  readonly curve: readonly number[] | null;
};

export type Measured = {
  readonly draft: DraftId;
  readonly gamma: number;
  readonly alpha: number;
  readonly tokensPerPass: number;
  readonly expected: number;
  readonly speedup: number;
  /** Operations for a token, over those of plain decoding. */
  readonly arithmetic: number;
  readonly favoured: Text['favoured'];
  readonly first: FirstTokens;
};

export type Result = {
  readonly prefix: string;
  /** Null while the counts of the draft are being made. */
  readonly round: Round | null;
  readonly last: number;
  /** Distributions after the prefix: the target's, and the draft's once it can be asked. */
  readonly target: readonly number[];
  readonly draft: readonly number[] | null;
  readonly targetCost: Cost;
  readonly offers: readonly Offer[];
  readonly measured: Measured | null;
  /** False while `measured` belongs to other settings. */
  readonly current: boolean;
  readonly faithful: boolean;
};

export const startOf = (model: Checkpoint, student: Checkpoint = shippedStudent()): Given => ({
  model,
  student,
  tables: null,
  outcome: null,
});

/** Letters and underscores of any text, as many as leave room for one more. */
export function cleanPrefix(text: string, context: number): string {
  return text
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/[^a-z_]/g, '')
    .slice(0, context - 1);
}

const idsOf = (prefix: string) => encodeName(prefix).slice(0, -1);

const madeOf = ({ draft, gamma, rule, seed }: Values, prefix: string): Made => ({ draft, gamma, rule, prefix, seed });

function run(values: Values, { model, student, tables, outcome }: Given): Result {
  const prefix = cleanPrefix(values.prefix, model.config.context);
  const ids = idsOf(prefix);
  const target = modelNext(model);
  const draft = draftNext(values.draft, model, tables, student);
  const random = createRandom(values.seed).split(`round ${prefix}`);
  const round = draft && speculativeRound(target, draft, ids, { gamma: values.gamma, rule: values.rule, random });
  const targetCost = gptCost(model.config);
  const offers = drafts.map(
    (id): Offer => offerOf(id, draftCost(id, model, student), targetCost, outcome?.agreement[id] ?? null),
  );
  const measured = outcome && measure(outcome, offers, targetCost);
  return {
    prefix,
    round,
    last: values.gamma + 2 + (round?.judged ?? 0),
    target: target(ids),
    draft: draft?.(ids) ?? null,
    targetCost,
    offers,
    measured,
    current: outcome !== null && JSON.stringify(outcome.made) === JSON.stringify(madeOf(values, prefix)),
    faithful: measured !== null && Math.min(measured.favoured.pValue, measured.first.pValue) >= GOAL.pValue,
  };
}

function offerOf(id: DraftId, cost: Cost, target: Cost, alpha: number | null): Offer {
  const ratio = cost.read / target.read;
  if (alpha === null) return { id, cost, ratio, alpha, best: null, curve: null };
  const gamma = bestGamma(alpha, ratio, MOST_DRAFTS);
  const curve = Array.from({ length: MOST_DRAFTS + 1 }, (_, g) => expectedSpeedup(alpha, g, ratio));
  return { id, cost, ratio, alpha, best: { gamma, speedup: expectedSpeedup(alpha, gamma, ratio) }, curve };
}

/** Draft and γ are those of the outcome, which need not be the present ones while new work goes on. */
function measure({ made, text, first }: Outcome, offers: readonly Offer[], target: Cost): Measured {
  const { gamma } = made;
  const offer = offers.find(({ id }) => id === made.draft);
  const { accepted, judged, tokens, targetPasses, draftSteps } = text.counts;
  const alpha = judged === 0 ? 0 : accepted / judged;
  const tokensPerPass = tokens / targetPasses;
  const operations = draftSteps * (offer?.cost.flops ?? 0) + targetPasses * (gamma + 1) * target.flops;
  return {
    draft: made.draft,
    gamma,
    alpha,
    tokensPerPass,
    expected: expectedTokens(alpha, gamma),
    speedup: tokensPerPass / (gamma * (offer?.ratio ?? 0) + 1),
    arithmetic: operations / (tokens * target.flops),
    favoured: text.favoured,
    first,
  };
}

function* work(values: Values, { model, student }: Given): Work<Given> {
  const tables = countTables();
  const target = modelNext(model);
  const ask = (id: DraftId) => draftNext(id, model, tables, student) ?? target;
  const draft = ask(values.draft);
  const prefix = cleanPrefix(values.prefix, model.config.context);
  const stands: Given = { model, student, tables, outcome: null };
  const { places, ...text } = yield* reported(writeText(target, draft, values), 0, stands);
  const first = yield* reported(firstTokens(target, draft, idsOf(prefix), values), TOKENS, stands);
  const rates = { student: 0, bigram: 0, trigram: 0, int4: 0 };
  for (const id of drafts) rates[id] = agreement(ask(id), places);
  return { model, student, tables, outcome: { made: madeOf(values, prefix), text, first, agreement: rates } };
}

function* reported<T>(
  part: Generator<number, T, void>,
  before: number,
  given: Given,
): Generator<WorkProgress<Given>, T, void> {
  for (;;) {
    const { done, value } = part.next();
    if (done) return value;
    yield { done: before + value, total: TOKENS + ROUNDS, given };
  }
}

export const core = defineCore({
  id: 'speculative-decoding',
  params,
  given: () => startOf(shippedCheckpoint()),
  run,
  work,
  workParams: ['draft', 'gamma', 'rule', 'prefix', 'seed'],
  autoWork: true,
  play: { param: 'step', last: ({ last }: Result) => last },
  goal({ current, measured, faithful }: Result) {
    if (!current || measured === null) return { met: false, progress: 0 };
    const met = faithful && measured.speedup >= GOAL.speedup;
    if (met) return { met, progress: 1 };
    const near = Math.min(1, measured.speedup / GOAL.speedup);
    return { met, progress: Math.min(0.99, faithful ? near : near / 2) };
  },
  solution: { draft: 'trigram', gamma: 8, rule: 'exact' },
  /** Which draft speeds up more at γ = 4: the student or the table of trigrams? */
  predict() {
    const model = shippedCheckpoint();
    const tables = countTables();
    const gain = (id: DraftId) => {
      const settings = { gamma: 4, rule: 'exact', seed: params.seed.default } as const;
      const text = writeText(modelNext(model), draftNext(id, model, tables) ?? modelNext(model), settings, 600);
      for (;;) {
        const { done, value } = text.next();
        if (!done) continue;
        const { tokens, targetPasses } = value.counts;
        return tokens / targetPasses / (1 + (4 * draftCost(id, model).read) / gptCost(model.config).read);
      }
    };
    const ratio = gain('student') / gain('trigram');
    return ratio > 1.1 ? 'student' : ratio < 0.9 ? 'trigram' : 'same';
  },
  table({ offers, targetCost, measured }: Result) {
    return {
      columns: ['model', 'read', 'stored', 'ratio', 'alpha', 'gamma', 'speedup'],
      rows: [
        ['target', targetCost.read, targetCost.stored, 1, '', 0, 1],
        ...offers.map(({ id, cost, ratio, alpha, best }) => [
          id,
          cost.read,
          cost.stored,
          ratio,
          alpha ?? '…',
          best?.gamma ?? '…',
          best?.speedup ?? '…',
        ]),
        ...(measured ? [['→', '', '', '', measured.alpha, '', measured.speedup]] : []),
      ],
    };
  },
});
