/**
 * Python for the page: starts the worker, runs programs, kills what hangs and goes on with a spare.
 * One interpreter serves all exercises of a page; nothing is loaded before `boot` or `run` is called.
 */
import type { BootAssets, FromWorker, Manifest, RunEvent, RunFiles, RunMode, RunOutcome, ToWorker } from './protocol';

export type BootProgress = { readonly phase: 'download' | 'start'; readonly loaded: number; readonly total: number };

export type RunOptions = {
  readonly mode: RunMode;
  /** A program is interrupted at its line after this; one that cannot be is killed 0.4 s later. */
  readonly timeoutMs?: number;
  readonly onEvent?: (event: RunEvent) => void;
};

export type PythonClient = {
  /** Resolves when programs can run. Repeated calls share one start. Rejects with AbortError after `cancelBoot`. */
  readonly boot: (onProgress?: (progress: BootProgress) => void) => Promise<void>;
  readonly cancelBoot: () => void;
  /** Boots where needed, waits its turn, never rejects for anything the program does. */
  readonly run: (files: RunFiles, options: RunOptions) => Promise<RunOutcome>;
  /** Stops the running program at once. */
  readonly cancel: () => void;
  readonly isReady: () => boolean;
};

/** Soft limit plus grace stay under the five seconds a learner is promised. */
const defaultTimeoutMs = 4300;
const graceMs = 400;

type Ready = { readonly worker: Worker; readonly assets: BootAssets | null };

export function createPythonClient(
  base: string,
  makeWorker = (url: string) => new Worker(url, { type: 'module' }),
): PythonClient {
  let manifest: Manifest | null = null;
  let assets: BootAssets | null = null;
  let current: Promise<Worker> | null = null;
  let spare: Promise<Worker> | null = null;
  let starting: { stop: () => void } | null = null;
  let ready = false;
  let stopRun: (() => void) | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let runs = 0;
  const listeners = new Set<(progress: BootProgress) => void>();

  async function startWorker(onProgress?: (progress: BootProgress) => void): Promise<Worker> {
    manifest ??= await fetchManifest(base);
    const known = manifest;
    const { worker, assets: fresh } = await new Promise<Ready>((resolve, reject) => {
      const worker = makeWorker(`${base}${known.version}/worker.mjs`);
      const fail = (error: Error) => {
        worker.terminate();
        reject(error);
      };
      if (onProgress) starting = { stop: () => fail(new DOMException('start cancelled', 'AbortError')) };
      worker.onerror = (event) => fail(new Error(event.message || 'the worker could not be loaded'));
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'progress') onProgress?.(data);
        else if (data.type === 'failed') fail(new Error(data.message));
        else if (data.type === 'ready') resolve({ worker, assets: data.assets });
      };
      worker.postMessage({ type: 'boot', base, manifest: known, assets } satisfies ToWorker);
    });
    assets ??= fresh;
    return worker;
  }

  function report(progress: BootProgress) {
    for (const listener of listeners) listener(progress);
  }

  /** The worker that runs; started on first use, taken from the spare after a kill. */
  function ensureWorker(): Promise<Worker> {
    if (current) return current;
    const mine = spare ?? startWorker(report);
    current = mine;
    spare = null;
    mine.then(
      () => {
        if (current === mine) ready = true;
      },
      () => {
        // A failed start must not be remembered: the next press tries again.
        if (current === mine) current = null;
      },
    );
    return mine;
  }

  function discard(worker: Worker) {
    worker.terminate();
    current = null;
    ready = false;
    void ensureWorker().catch(() => undefined);
  }

  function prepareSpare() {
    if (spare || !assets || isSmallDevice()) return;
    spare = startWorker();
    spare.catch(() => {
      spare = null;
    });
  }

  async function runNow(files: RunFiles, { mode, timeoutMs = defaultTimeoutMs, onEvent }: RunOptions) {
    const worker = await ensureWorker();
    const id = ++runs;
    const started = performance.now();
    const seen = createTranscript();
    const outcome = await new Promise<RunOutcome>((resolve) => {
      const end = (result: RunOutcome) => {
        clearTimeout(watchdog);
        stopRun = null;
        worker.onmessage = null;
        resolve(result);
      };
      const kill = (status: 'killed' | 'crashed' | 'cancelled') => {
        discard(worker);
        end(seen.outcome(status, performance.now() - started));
      };
      const watchdog = setTimeout(() => kill('killed'), timeoutMs + graceMs);
      stopRun = () => kill('cancelled');
      worker.onerror = () => kill('crashed');
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'event' && data.id === id) {
          seen.add(data.event);
          onEvent?.(data.event);
        } else if (data.type === 'done' && data.id === id) {
          end({ ...data.report, status: 'finished', output: seen.output() });
        } else if (data.type === 'dead' && data.id === id) {
          kill('crashed');
        }
      };
      worker.postMessage({ type: 'run', id, files, mode, seconds: timeoutMs / 1000 } satisfies ToWorker);
    });
    whenIdle(prepareSpare);
    return outcome;
  }

  return {
    boot(onProgress) {
      if (onProgress) listeners.add(onProgress);
      return ensureWorker().then(
        () => void (onProgress && listeners.delete(onProgress)),
        (error: unknown) => {
          if (onProgress) listeners.delete(onProgress);
          throw error;
        },
      );
    },
    cancelBoot() {
      if (!ready) starting?.stop();
    },
    run(files, options) {
      const turn = queue.then(() => runNow(files, options));
      queue = turn.catch(() => undefined);
      return turn;
    },
    cancel() {
      stopRun?.();
    },
    isReady: () => ready,
  };
}

/** What a killed run leaves behind: the output and the tests that had finished, the others marked as not run. */
function createTranscript() {
  const output: string[] = [];
  const tests = new Map<string, RunOutcome['tests'][number]>();
  return {
    add(event: RunEvent) {
      if (event.kind === 'output') output.push(event.text);
      else if (event.kind === 'test') tests.set(event.result.name, event.result);
      else if (event.kind === 'tests') {
        for (const { name, doc } of event.names) {
          tests.set(name, { name, doc, outcome: 'skipped', problem: null, output: '', ms: 0 });
        }
      }
    },
    output: () => output.join(''),
    outcome(status: RunOutcome['status'], ms: number): RunOutcome {
      return { status, tests: [...tests.values()], problem: null, ms, output: output.join('') };
    },
  };
}

export async function fetchManifest(base: string): Promise<Manifest> {
  const response = await fetch(`${base}manifest.json`);
  if (!response.ok) throw new Error(`${base}manifest.json: HTTP ${response.status}`);
  const manifest = (await response.json()) as Partial<Manifest>;
  if (typeof manifest.version !== 'string' || !Array.isArray(manifest.files)) {
    throw new Error(`${base}manifest.json is not a Python manifest`);
  }
  return manifest as Manifest;
}

/** A second interpreter costs some 60 MB; phones with little memory start a new one when they need it. */
function isSmallDevice(): boolean {
  return ((navigator as { deviceMemory?: number }).deviceMemory ?? 8) <= 2;
}

function whenIdle(action: () => void) {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(action, { timeout: 3000 });
  else setTimeout(action, 1000);
}

let shared: PythonClient | null = null;

/** The page's one client. `base` is the folder of `manifest.json`, with the slash at its end. */
export function getPythonClient(base = '/python/'): PythonClient {
  shared ??= createPythonClient(base);
  return shared;
}
