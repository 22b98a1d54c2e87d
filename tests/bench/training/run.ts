/**
 * Tokens a second of training: ours against TensorFlow.js and jax-js, all on one core of WebAssembly in one Chromium, on the same
 * model, names and batch. That they train the same model is checked by their losses.
 */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'esbuild';
import { milliseconds, printTable } from '../table';
import type { Milestone, Race } from './page';
import { type SizeName, sizes } from './problem';

/** What the race is meant to show: our speed as a multiple of the better peer. */
const goals: Readonly<Record<SizeName, number>> = { '4k': 3, '27k': 1.5, '103k': 0.7, '114k': 0.7 };
const AGREE = 2e-3;

export async function benchTraining(browser: Browser): Promise<void> {
  const bundled = await build({
    entryPoints: ['tests/bench/training/page.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    alias: { '@': path.resolve('.') },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = bundled.outputFiles[0]?.text ?? '';
  const server = http.createServer((request, response) => {
    const file = /^\/tfjs\/([\w.-]+\.wasm)$/.exec(request.url ?? '')?.[1];
    if (file) {
      response.setHeader('content-type', 'application/wasm');
      response.end(readFileSync(`node_modules/@tensorflow/tfjs-backend-wasm/dist/${file}`));
    } else if (request.url === '/page.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(script);
    } else {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>race</title><script type="module" src="/page.js"></script>');
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'race' in globalThis);
    for (const size of Object.keys(sizes) as SizeName[]) {
      const result = await page.evaluate(
        (name) => (globalThis as unknown as { race: (size: string) => Promise<unknown> }).race(name),
        size,
      );
      report(result as Race, size);
    }
    const milestones: Milestone[] = [];
    for (const seed of [1, 2, 3, 4, 5]) {
      milestones.push(
        (await page.evaluate(
          (n) => (globalThis as unknown as { milestone: (seed: number) => unknown }).milestone(n),
          seed,
        )) as Milestone,
      );
    }
    printTable(
      'Default settings of the lab: until the trigram line is beaten (promise: pairs in 10 s, triples in 60 s)',
      milestones.map(({ seed, bigramMs, trigramMs, steps }) => ({
        name: `seed ${seed}`,
        value: trigramMs,
        note: `${steps} steps; pairs after ${milliseconds(bigramMs)}`,
      })),
      milliseconds,
    );
  } finally {
    await page.close();
    server.close();
  }
}

function report({ parameters, tokens, results }: Race, size: SizeName): void {
  const [ours] = results;
  if (!ours) return;
  for (const { name, losses } of results) {
    const apart = Math.max(...losses.map((loss, i) => Math.abs(loss - (ours.losses[i] ?? Number.NaN))));
    if (!(apart < AGREE)) throw new Error(`${name} trains another model: its losses are ${apart} away from ours`);
  }
  printTable(
    `Training ${parameters.toLocaleString('en')} parameters on ${tokens} tokens a step, tokens/s (× of ours)`,
    results.map(({ name, msPerStep }) => ({
      name,
      value: (1000 * tokens) / msPerStep,
      note: `${msPerStep.toFixed(2)} ms a step`,
    })),
    (value) => `${Math.round(value).toLocaleString('en')}`,
  );
  const best = Math.min(...results.filter(({ name }) => !name.startsWith('ours')).map(({ msPerStep }) => msPerStep));
  console.log(
    `  ours against the better peer: × ${(best / ours.msPerStep).toFixed(1)} (goal: at least × ${goals[size]})`,
  );
}
