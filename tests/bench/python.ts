/** Python in a real browser: first start with nothing cached, a start from the cache, the first run and later ones. */

import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { milliseconds, printTable } from './table';

const folder = 'content/math/probability-and-softmax';

type Times = { readonly start: number; readonly first: number; readonly later: number };

export async function benchPython(browser: Browser, origin: string): Promise<void> {
  const files = {
    'exercise.py': readFileSync(`${folder}/solution.py`, 'utf8'),
    'test_exercise.py': readFileSync(`${folder}/test_exercise.py`, 'utf8'),
  };
  const context = await browser.newContext();
  const page = await context.newPage();
  // The compiler that runs this file names inner functions through a helper the page does not have.
  await page.addInitScript('globalThis.__name = (target) => target');
  await page.goto(`${origin}/en/resources/`);
  const cold = await page.evaluate(runInWorker, files);
  const cached = await page.evaluate(runInWorker, files);
  await context.close();
  printTable(
    'Python in the page (the softmax exercise, tests and all)',
    [
      { name: 'later run', value: cached.later },
      { name: 'first run after a start', value: cached.first },
      { name: 'start, files cached', value: cached.start },
      { name: 'start, nothing cached', value: cold.start },
      { name: 'click to first result, cached', value: cached.start + cached.first },
    ],
    milliseconds,
  );
}

/** Runs in the page: speaks the worker's protocol (lib/python/protocol.ts) without the site's own client. */
async function runInWorker(files: Record<string, string>): Promise<Times> {
  const manifest = await (await fetch('/python/manifest.json')).json();
  const begin = performance.now();
  const worker = new Worker(`/python/${manifest.version}/worker.mjs`, { type: 'module' });
  const reply = (type: string) =>
    new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.type === type) resolve();
        if (data.type === 'failed' || data.type === 'dead') reject(new Error(data.message));
        if (data.type === 'done' && data.report.tests.some((test: { outcome: string }) => test.outcome !== 'pass'))
          reject(new Error(JSON.stringify(data.report)));
      };
    });
  const ready = reply('ready');
  worker.postMessage({ type: 'boot', base: `${location.origin}/python/`, manifest, assets: null });
  await ready;
  const start = performance.now() - begin;
  const run = async (id: number) => {
    const from = performance.now();
    const done = reply('done');
    worker.postMessage({ type: 'run', id, files, mode: 'test', seconds: 4 });
    await done;
    return performance.now() - from;
  };
  const first = await run(1);
  const more = [await run(2), await run(3), await run(4)].sort((a, b) => a - b);
  worker.terminate();
  return { start, first, later: more[1] ?? Number.NaN };
}
