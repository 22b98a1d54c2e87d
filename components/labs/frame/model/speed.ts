/** Tokens a model of this shape generates in a second on this device, measured in a few milliseconds. A figure to compare, not to quote. */

import { type GptConfig, gptLayout } from '@/lib/ml/gpt/config';
import { createDecoder } from '@/lib/ml/gpt/decode';

const MEASURE_MS = 12;
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
  for (let i = 0; i < 3; i += 1) run();
  const begun = performance.now();
  let tokens = 0;
  while (performance.now() - begun < MEASURE_MS) {
    run();
    tokens += config.context;
  }
  const speed = (1000 * tokens) / (performance.now() - begun);
  measured.set(key, speed);
  return speed;
}
