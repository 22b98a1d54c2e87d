/**
 * A started Python: loads Pyodide with our harness on the path and runs exercises in it.
 * Shared by the browser's worker and by Node (tests), which differ only in where the bytes come from.
 */
import type { PyodideInterface } from 'pyodide';
import type { RunEvent, RunFiles, RunMode, RunReport } from './protocol';

type LoadPyodide = (options: Record<string, unknown>) => Promise<PyodideInterface>;

export type Runtime = {
  readonly pyodide: PyodideInterface;
  /** Synchronous: returns when the program ends or `seconds` have passed (a program deep in C code can overrun). */
  readonly run: (
    files: RunFiles,
    options: { readonly mode: RunMode; readonly seconds: number; readonly onEvent?: (event: RunEvent) => void },
  ) => RunReport;
};

/** A run may not grow the heap above this; Python then raises MemoryError and the tab survives. */
const memoryLimit = 256 * 1024 * 1024;

export async function bootRuntime(options: {
  readonly loadPyodide: LoadPyodide;
  readonly pyodideOptions: Record<string, unknown>;
  /** `layerwise.zip`: the harness and the NumPy subset. */
  readonly library: Uint8Array;
  /** Address of an operator's NumPy wheel, which then hides the subset. */
  readonly wheel?: string | null;
}): Promise<Runtime> {
  limitMemory();
  const interrupt = createDeadline();
  const pyodide = await options.loadPyodide({ args: ['-X', 'utf8'], ...options.pyodideOptions });
  pyodide.FS.writeFile('/lib/layerwise.zip', options.library);
  pyodide.runPython("import sys\nsys.path.append('/lib/layerwise.zip')\n");
  if (options.wheel) await pyodide.loadPackage(options.wheel, { checkIntegrity: false });
  const runJson = pyodide.runPython('import layerwise_runner\nlayerwise_runner.run_json');
  pyodide.setInterruptBuffer(interrupt.buffer as unknown as Int32Array);
  return {
    pyodide,
    run(files, { mode, seconds, onEvent }) {
      interrupt.arm(seconds);
      try {
        const emit = (json: string) => onEvent?.(JSON.parse(json) as RunEvent);
        return JSON.parse(runJson(JSON.stringify({ files, mode }), emit) as string) as RunReport;
      } finally {
        interrupt.disarm();
      }
    },
  };
}

/**
 * Pyodide polls element 0 of its "interrupt buffer" between bytecodes and raises SIGINT where it reads 2. The usual
 * buffer is shared memory that another thread writes, which needs COOP/COEP headers; ours is an object whose element 0
 * is computed from the clock, so that a loop is interrupted at the learner's line and the interpreter lives on.
 */
function createDeadline() {
  let deadline = Number.POSITIVE_INFINITY;
  return {
    buffer: {
      get 0() {
        const now = performance.now();
        if (now < deadline) return 0;
        // Again a little later, for programs that swallow the exception; not at once, or the handler interrupts itself.
        deadline = now + 50;
        return 2;
      },
      // Pyodide writes 0 back after reading; the clock decides instead.
      set 0(_value: number) {},
    },
    arm(seconds: number) {
      deadline = performance.now() + seconds * 1000;
    },
    disarm() {
      deadline = Number.POSITIVE_INFINITY;
    },
  };
}

let memoryLimited = false;

function limitMemory() {
  if (memoryLimited) return;
  memoryLimited = true;
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function limited(this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * 65536 > memoryLimit) throw new RangeError('memory limit of a run');
    return grow.call(this, pages);
  };
}
