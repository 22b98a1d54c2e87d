/**
 * How the page answers while the largest model of the thread trains in its worker: a message waits for the main thread as a click
 * would, so its waiting time is what a learner feels. Then how long pause and stop take to take effect.
 */
import type { Browser, Page } from '@playwright/test';
import { milliseconds, printTable } from './table';

/** The longest run there is. After some hundred steps it carries as many snapshots as it ever will. */
const LAB = '/en/labs/train-a-gpt/?size=large&steps=6000';
const FULL = 700;
const SAMPLE_MS = 5000;
/** The clock that a page may read tells no less. */
const CLOCK_MS = 0.1;
const PAUSES = 9;
/** What the frame promises: pause and stop take effect within this. */
const PROMISE_MS = 100;

type Waits = {
  /** Milliseconds that messages waited longer than the quickest of them, ascending. */
  readonly waits: readonly number[];
  /** Of the key presses sent meanwhile: milliseconds from the press to its handler, ascending. */
  readonly keys: readonly number[];
  readonly longTasks: number;
  /** Share of the time in which the page's thread had the processor: unlike all others it does not grow when the machine is busy. */
  readonly busy: number;
};

export async function benchResponsiveness(browser: Browser, origin: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  // The compiler that runs this file names inner functions through a helper the page does not have.
  await page.addInitScript('globalThis.__name = (target) => target');
  await page.addInitScript(recordWorkers);
  try {
    await page.goto(`${origin}${LAB}`, { waitUntil: 'networkidle' });
    await page.waitForSelector('[data-shelf="ready"]');
    const idle = await measureWaits(page);
    await page.getByRole('button', { name: /^Train 6,000/ }).click();
    await waitForStep(page, FULL);
    const training = await measureWaits(page);
    const pauses = await measurePauses(page);
    const stop = await page.evaluate(measureStop);
    report(idle, training);
    reportStops(pauses, stop);
  } finally {
    await context.close();
  }
}

function waitForStep(page: Page, step: number): Promise<unknown> {
  return page.waitForFunction(
    (least) => {
      const said = document.querySelector('[data-training]')?.textContent ?? '';
      return Number(/step ([\d,]+) of/.exec(said)?.[1]?.replace(',', '') ?? 0) >= least;
    },
    step,
    { timeout: 300_000 },
  );
}

/** Messages from a timer of another thread, and real key presses beside them. */
async function measureWaits(page: Page): Promise<Waits> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const processor = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { used: value('ThreadTime'), at: value('Timestamp') };
  };
  const before = await processor();
  const measured = page.evaluate(collectWaits, { duration: SAMPLE_MS, resolution: CLOCK_MS });
  const until = Date.now() + SAMPLE_MS - 500;
  while (Date.now() < until) {
    await page.keyboard.press('Shift');
    await page.waitForTimeout(40);
  }
  const waits = await measured;
  const after = await processor();
  await devtools.detach();
  return { ...waits, busy: (after.used - before.used) / (after.at - before.at) };
}

async function collectWaits({
  duration,
  resolution,
}: {
  readonly duration: number;
  readonly resolution: number;
}): Promise<Omit<Waits, 'busy'>> {
  const source = 'setInterval(() => postMessage(performance.timeOrigin + performance.now()), 8)';
  const clock = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const raw: number[] = [];
  const keys: number[] = [];
  let longTasks = 0;
  const press = (event: KeyboardEvent) => keys.push(performance.now() - event.timeStamp);
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  });
  observer.observe({ type: 'longtask' });
  window.addEventListener('keydown', press, { capture: true });
  clock.onmessage = ({ data }: MessageEvent<number>) => raw.push(performance.timeOrigin + performance.now() - data);
  await new Promise((resolve) => setTimeout(resolve, duration));
  clock.terminate();
  observer.disconnect();
  window.removeEventListener('keydown', press, { capture: true });
  // Two threads start their clocks apart: the quickest message tells how far.
  const quickest = Math.min(...raw);
  const ascending = (values: number[]) => values.map((ms) => Math.max(resolution, ms)).sort((a, b) => a - b);
  return { waits: ascending(raw.map((ms) => ms - quickest)), longTasks, keys: ascending(keys) };
}

/** Notes when the lab last heard from its worker. */
function recordWorkers(): void {
  const times = { heard: 0 };
  Object.assign(window, { workerTimes: times });
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (String(url).startsWith('blob:')) return;
      this.addEventListener('message', () => {
        times.heard = performance.now();
      });
    }
  };
}

/** From the press to the last word of the worker: after that it stands. */
async function measurePauses(page: Page): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < PAUSES; i += 1) {
    taken.push(await page.evaluate(measurePause));
    await page.waitForTimeout(150 + 37 * i);
  }
  return taken.sort((a, b) => a - b);
}

async function measurePause(): Promise<number> {
  const button = document.querySelector<HTMLButtonElement>('[data-training="running"] .button-primary');
  const { workerTimes } = window as unknown as { workerTimes: { heard: number } };
  if (!button) throw new Error('the training is over before it was paused');
  const pressed = performance.now();
  button.click();
  await new Promise((resolve) => setTimeout(resolve, 600));
  const paused = workerTimes.heard - pressed;
  document.querySelector<HTMLButtonElement>('[data-training="paused"] .button-primary')?.click();
  return paused;
}

/** From the press to the page that says so; the worker is ended in between and sends nothing more. */
async function measureStop(): Promise<number> {
  const stop = [...document.querySelectorAll<HTMLButtonElement>('[data-training="running"] button')].at(-1);
  if (!stop) throw new Error('the training is over before it was stopped');
  const pressed = performance.now();
  stop.click();
  while (!document.querySelector('[data-training="idle"]')) await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - pressed;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

function report(idle: Waits, training: Waits): void {
  const table = (title: string, of: (waits: Waits) => number, format: (value: number) => string) =>
    printTable(
      title,
      Object.entries({ idle, training }).map(([name, waits]) => ({
        name,
        value: of(waits),
        note: `${waits.longTasks} tasks above 50 ms`,
      })),
      format,
    );
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  table("Processor time of the page's thread", ({ busy }) => busy, percent);
  table('A message waits for it, median', ({ waits }) => at(waits, 0.5), milliseconds);
  table('A message waits for it, 95th percentile', ({ waits }) => at(waits, 0.95), milliseconds);
  table('A key press waits for its handler, median', ({ keys }) => at(keys, 0.5), milliseconds);
  table('A key press waits for its handler, 95th percentile', ({ keys }) => at(keys, 0.95), milliseconds);
}

function reportStops(pauses: readonly number[], stop: number): void {
  printTable(
    `Pause and stop take effect (promise: at most ${PROMISE_MS} ms)`,
    [
      { name: 'pause, median', value: at(pauses, 0.5), note: `of ${pauses.length}` },
      { name: 'pause, longest', value: pauses.at(-1) ?? Number.NaN },
      { name: 'stop', value: stop },
    ],
    milliseconds,
  );
}
