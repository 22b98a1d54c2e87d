/** Tokens a model of this shape generates in a second on this device, measured in a few milliseconds. A figure to compare, not to quote. */

import { type GptConfig, gptLayout } from '@/lib/ml/gpt/config';
import { createDecoder } from '@/lib/ml/gpt/decode';

const MEASURE_MS = 25;
const WARM_RUNS = 3;
/** Enough to be longer than the clock of a browser is coarse. */
const RUNS = 8;
const measured = new Map<string, number>();

export function tokensPerSecond(config: GptConfig): number {
  const key = JSON.stringify(config);
  const known = measured.get(key);
  if (known !== undefined) return known;
  const decoder = createDecoder(config, new Float32Array(gptLayout(config).size).fill(0.01));
  const run = () => {
    decoder.rewind(0);
    for (let i = 0; i < config.context; i += 1) decoder.push(i % config.vocab);
  };
  for (let i = 0; i < WARM_RUNS; i += 1) run();
  // The fastest run is the one that nothing else disturbed.
  let best = Number.POSITIVE_INFINITY;
  for (const end = performance.now() + MEASURE_MS; performance.now() < end; ) {
    const begun = performance.now();
    for (let i = 0; i < RUNS; i += 1) run();
    best = Math.min(best, performance.now() - begun);
  }
  const speed = (1000 * RUNS * config.context) / best;
  measured.set(key, speed);
  return speed;
}
