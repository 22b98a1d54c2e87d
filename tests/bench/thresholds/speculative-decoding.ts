/**
 * What speculation gains on the shipped model with each draft, over seeds: the ground on which the goal of the lab
 * `speculative-decoding` stands.
 *   npx tsx tests/bench/thresholds/speculative-decoding.ts > tests/bench/thresholds/speculative-decoding.txt
 */
import { core, GOAL } from '@/components/labs/speculative-decoding/core';
import {
  type DraftId,
  draftCost,
  draftNext,
  drafts,
  gptCost,
  modelNext,
} from '@/components/labs/speculative-decoding/drafts';
import { countTables, firstTokens, TOKENS, writeText } from '@/components/labs/speculative-decoding/measure';
import { expectedTokens, type SpeculativeRule } from '@/lib/ml/decoding/speculative';
import { encodeName } from '@/lib/thread/alphabet';
import { shippedCheckpoint } from '@/lib/thread/shipped';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const model = shippedCheckpoint();
const tables = countTables();
const prefix = encodeName(core.params.prefix.default).slice(0, -1);
const print = (line: string) => process.stdout.write(`${line}\n`);

function finish<T>(part: Generator<number, T, void>): T {
  for (;;) {
    const { done, value } = part.next();
    if (done) return value;
  }
}

function measure(id: DraftId, gamma: number, rule: SpeculativeRule) {
  const ratio = draftCost(id, model).read / gptCost(model.config).read;
  const runs = seeds.map((seed) => {
    const draft = draftNext(id, model, tables) ?? modelNext(model);
    const { counts, favoured } = finish(writeText(modelNext(model), draft, { gamma, rule, seed }));
    const first = finish(firstTokens(modelNext(model), draft, prefix, { gamma, rule, seed }));
    const perPass = counts.tokens / counts.targetPasses;
    return {
      alpha: counts.accepted / counts.judged,
      perPass,
      speedup: perPass / (1 + gamma * ratio),
      text: favoured.pValue,
      first: first.pValue,
    };
  });
  const mean = (pick: (one: (typeof runs)[number]) => number) =>
    runs.reduce((sum, one) => sum + pick(one), 0) / runs.length;
  const least = (pick: (one: (typeof runs)[number]) => number) => Math.min(...runs.map(pick));
  const alpha = mean((one) => one.alpha);
  const met = runs.filter(
    ({ speedup, text, first }) => speedup >= GOAL.speedup && Math.min(text, first) >= GOAL.pValue,
  );
  print(
    [
      id.padEnd(8),
      rule.padEnd(12),
      String(gamma).padStart(3),
      ratio.toFixed(3).padStart(7),
      alpha.toFixed(3).padStart(7),
      mean((one) => one.perPass)
        .toFixed(2)
        .padStart(7),
      expectedTokens(alpha, gamma).toFixed(2).padStart(8),
      least((one) => one.speedup)
        .toFixed(2)
        .padStart(8),
      mean((one) => one.speedup)
        .toFixed(2)
        .padStart(6),
      least((one) => one.text)
        .toExponential(1)
        .padStart(10),
      least((one) => one.first)
        .toExponential(1)
        .padStart(10),
      `${met.length} of ${seeds.length}`.padStart(9),
    ].join(''),
  );
}

print(`${seeds.length} seeds, ${TOKENS} tokens each; model ${model.name} (${model.id}). 2026-11-27`);
print(`goal: speed-up >= ${GOAL.speedup}, both p-values >= ${GOAL.pValue}\n`);
print(
  'draft   rule       gamma   cost  alpha  tokens/pass formula  speed-up: least mean  least p: text, first  goal met',
);
for (const id of drafts) {
  for (const gamma of [1, 2, 3, 4, 5, 6, 7, 8, 10, 12]) measure(id, gamma, 'exact');
  for (const rule of ['no-residual', 'accept-all'] as const) measure(id, 6, rule);
}
