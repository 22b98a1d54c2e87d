/**
 * What the mentor's table costs at the size it is built for, 200 learners × 60 lessons, and at five times that: from the stored
 * text to cells that are laid out, in the browser, by the components and the style sheets of the site. The measure beside it is a
 * bare HTML table of the same words in as many cells, which the browser parses and lays out by itself.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'esbuild';
import { cohortKey } from '@/lib/cohort/cohort';
import { additionChanges, planAdditions } from '@/lib/cohort/plan-additions';
import { readPaste } from '@/lib/cohort/read-paste';
import { serializeDocument } from '@/lib/progress/parse';
import type { Collection } from '@/lib/progress/records';
import { homeLessons } from '@/lib/share/lesson-list';
import type { CohortBench, ShowTimes } from './cohort-page';
import { codesOf, fakeSnapshots } from './fake-cohort';
import { milliseconds, printTable } from './table';

const LIMIT_MS = 200;
const RUNS = 9;

type Times = ShowTimes & {
  /** Processor time of the page's thread for all of showing it: unlike the clock it does not grow when the machine is busy. */
  readonly processor: number;
  readonly sort: number;
  readonly narrow: number;
  readonly plain: number;
};

export async function benchCohort(browser: Browser): Promise<void> {
  const script = await bundle();
  const styles = readStyles('out');
  for (const learners of [200, 1000]) {
    const stored = storedCohort(learners);
    const runs: Times[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await once(browser, script, styles, stored));
    report(learners, runs);
  }
}

/** One page that has never been here. */
async function once(browser: Browser, script: string, styles: string, stored: string): Promise<Times> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    // An address of its own, answered from here, so that the page has storage.
    await context.route('http://cohort.bench/**', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><style>${styles}</style><main class="page room cohort"></main>`,
      }),
    );
    const page = await context.newPage();
    await page.goto('http://cohort.bench/');
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [cohortKey, stored] as const);
    await page.addScriptTag({ content: script });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    const threadTime = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
    };
    const before = await threadTime();
    const shown = await page.evaluate(() => (window as unknown as Page).cohortBench.show());
    const processor = (await threadTime()) - before;
    const ask = (act: 'sort' | 'narrow' | 'plain') =>
      page.evaluate((name) => (window as unknown as Page).cohortBench[name](), act);
    const plain = await ask('plain');
    return { ...shown, processor, plain, sort: await ask('sort'), narrow: await ask('narrow') };
  } finally {
    await context.close();
  }
}

type Page = { readonly cohortBench: CohortBench };

/** The components as they are shipped: React for production, minified. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'cohort-page.tsx')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.NEXT_PUBLIC_BASE_PATH': '""' },
  });
  return outputFiles[0]?.text ?? '';
}

/** All sheets of the built site: more rules to be matched than the page itself has, never fewer. */
function readStyles(out: string): string {
  const folder = path.join(out, '_next/static');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

/** Three weeks of snapshots of each learner. */
function storedCohort(learners: number): string {
  const snapshots = fakeSnapshots({ learners, lessons: homeLessons, weeks: 2, hostile: true });
  const records: Record<string, Record<string, Collection[string]>> = {};
  // A text holds only so many codes: pasted week by week, as a mentor does.
  for (let at = 0; at < snapshots.length; at += learners) {
    const { found } = readPaste(codesOf(snapshots.slice(at, at + learners)).join('\n'));
    for (const { collection, key, value } of additionChanges(
      records,
      planAdditions(records, found, new Map(), '2026-11-23'),
    )) {
      const entries = records[collection] ?? {};
      records[collection] = entries;
      entries[key] = { v: value, t: at + 1 };
    }
  }
  return serializeDocument(records);
}

function report(learners: number, runs: readonly Times[]): void {
  // The quickest: whatever else the machine does can only add to it.
  const best = (of: (times: Times) => number) => Math.min(...runs.map(of));
  const all = best((times) => times.all);
  const isAbove = learners === 200 && all > LIMIT_MS;
  const cells = (runs[0]?.cells ?? 0).toLocaleString('en');
  printTable(
    `Cohort of ${learners} learners × ${homeLessons.length} lessons, ${cells} cells (200 learners: at most ${LIMIT_MS} ms), quickest of ${RUNS}`,
    [
      { name: 'bare HTML table of the same cells', value: best(({ plain }) => plain) },
      { name: 'read from storage and counted', value: best(({ read }) => read) },
      { name: 'first screen laid out', value: best(({ first }) => first) },
      { name: 'every row laid out', value: all, ...(isAbove ? { note: 'above the limit' } : {}) },
      { name: 'all of it in processor time', value: best(({ processor }) => processor) },
      { name: 'sorted the other way', value: best(({ sort }) => sort) },
      { name: 'narrowed to a stage', value: best(({ narrow }) => narrow) },
    ],
    milliseconds,
  );
}
