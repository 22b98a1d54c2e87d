/**
 * The module worker that holds Python. `build-python.ts` bundles it to `public/python/<version>/worker.mjs`, beside the
 * files it loads, because Pyodide refuses the classic workers bundlers like to emit.
 *
 * First message: boot, with the manifest (downloads everything, reports bytes) or with another worker's assets.
 * Then: run. The network is switched off before the first run.
 */
import { downloadAssets } from './download';
import type { BootAssets, FromWorker, ToWorker } from './protocol';
import { bootRuntime, type Runtime } from './runtime';
import { cutOffNetwork, serveFromMemory } from './worker-scope';

const post = (message: FromWorker) => self.postMessage(message);
let runtime: Runtime | null = null;

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.type === 'boot') {
    boot(message).catch((error: unknown) => post({ type: 'failed', message: String(error) }));
  } else {
    run(message);
  }
});

async function boot({ base, manifest, assets }: Extract<ToWorker, { type: 'boot' }>) {
  const ready: BootAssets =
    assets ??
    (await downloadAssets(base, manifest, (loaded, total) =>
      post({ type: 'progress', phase: 'download', loaded, total }),
    ));
  post({ type: 'progress', phase: 'start', loaded: manifest.download, total: manifest.download });
  const folder = `${base}${manifest.version}/`;
  serveFromMemory(ready, folder);
  const { loadPyodide } = (await import(/* @vite-ignore */ `${folder}pyodide.mjs`)) as typeof import('pyodide');
  runtime = await bootRuntime({
    loadPyodide: loadPyodide as never,
    pyodideOptions: {
      indexURL: folder,
      stdLibURL: `${folder}stdlib.zip`,
      lockFileContents: { info: manifest.lock, packages: {} },
      packageBaseUrl: `${base}wheels/`,
    },
    library: new Uint8Array(ready.buffers['layerwise.zip'] as ArrayBuffer),
    wheel: ready.wheel,
  });
  cutOffNetwork();
  post({ type: 'ready', assets: assets ? null : ready, numpy: ready.wheel ? 'wheel' : 'subset' });
}

function run({ id, files, mode, seconds }: Extract<ToWorker, { type: 'run' }>) {
  if (!runtime) return;
  try {
    const report = runtime.run(files, { mode, seconds, onEvent: (event) => post({ type: 'event', id, event }) });
    post({ type: 'done', id, report });
  } catch (error) {
    // Only the interpreter itself can fail here (out of stack or memory in C): this worker is of no more use.
    post({ type: 'dead', id, message: String(error) });
  }
}
