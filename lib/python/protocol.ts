/** What is said between the page, the worker and the Python harness. */

export type RunMode = 'test' | 'run';

/** `exercise.py` always; `test_exercise.py` for mode "test". */
export type RunFiles = Readonly<Record<string, string>>;

/** Why a program stopped, by what helps the learner most. The words are the interface's, Python's message stays. */
export type Hint =
  | 'time'
  | 'output'
  | 'recursion'
  | 'memory'
  | 'syntax'
  | 'module'
  | 'import'
  | 'assertion'
  | 'name'
  | 'input'
  | 'exit'
  | 'numpy'
  | 'other';

export type Problem = {
  readonly type: string;
  readonly message: string;
  readonly hint: Hint;
  /** The module that is not there, for hint "module". */
  readonly module: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly traceback: string;
};

export type TestResult = {
  readonly name: string;
  /** First line of the test's docstring; empty where it has none. */
  readonly doc: string;
  readonly outcome: 'pass' | 'fail' | 'skipped';
  readonly problem: Problem | null;
  readonly output: string;
  readonly ms: number;
};

/** What Python reports when a run ends by itself. */
export type RunReport = {
  readonly tests: readonly TestResult[];
  readonly problem: Problem | null;
  readonly ms: number;
};

/** Sent while a run goes on, so that little is lost when it has to be killed. */
export type RunEvent =
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'tests'; readonly names: readonly { readonly name: string; readonly doc: string }[] }
  | { readonly kind: 'start'; readonly name: string }
  | { readonly kind: 'test'; readonly result: TestResult };

export type RunOutcome = RunReport & {
  /** "killed": stopped from outside after the time limit; "crashed": the interpreter died; the runner lives on. */
  readonly status: 'finished' | 'killed' | 'crashed' | 'cancelled';
  readonly output: string;
};

/** One file of the download. `name` is relative to the folder of the version; `packed` is what travels when gzipped. */
export type AssetFile = { readonly name: string; readonly bytes: number; readonly packed: number };

/** `public/python/manifest.json`. */
export type Manifest = {
  readonly version: string;
  readonly pyodide: string;
  readonly python: string;
  readonly files: readonly AssetFile[];
  /** The whole standard library, in place of the trimmed one where an operator's NumPy needs it. */
  readonly fullStdlib: AssetFile;
  /** Bytes that travel once, all files together. */
  readonly download: number;
  /** `info` of pyodide-lock.json, which Pyodide checks at start. */
  readonly lock: unknown;
};

/** `public/python/wheels/manifest.json`: an operator's own NumPy build, or null. */
export type WheelManifest = { readonly numpy: string | null };

/** What a started worker hands back so that a spare starts without a download. */
export type BootAssets = {
  readonly module: WebAssembly.Module;
  readonly buffers: Readonly<Record<string, ArrayBuffer>>;
  readonly wheel: string | null;
};

export type ToWorker =
  | { readonly type: 'boot'; readonly base: string; readonly manifest: Manifest; readonly assets: BootAssets | null }
  | {
      readonly type: 'run';
      readonly id: number;
      readonly files: RunFiles;
      readonly mode: RunMode;
      readonly seconds: number;
    };

export type FromWorker =
  | { readonly type: 'progress'; readonly phase: 'download' | 'start'; readonly loaded: number; readonly total: number }
  | { readonly type: 'ready'; readonly assets: BootAssets | null; readonly numpy: 'subset' | 'wheel' }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'event'; readonly id: number; readonly event: RunEvent }
  | { readonly type: 'done'; readonly id: number; readonly report: RunReport }
  | { readonly type: 'dead'; readonly id: number; readonly message: string };
