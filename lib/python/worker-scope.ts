/** Changes to the worker's global scope: files come from memory while Pyodide starts; afterwards there is no network. */
import type { BootAssets } from './protocol';

/** Pyodide fetches its files itself; it gets the bytes we already have, and the compiled module in place of the wasm. */
export function serveFromMemory(assets: BootAssets, folder: string): void {
  const served = new Map(Object.entries(assets.buffers).map(([name, bytes]) => [absolute(name, folder), bytes]));
  const wasm = absolute('pyodide.asm.wasm', folder);
  const original = self.fetch.bind(self);
  self.fetch = (async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : String(input), self.location.href).href;
    if (url === wasm) return new Response(null, { headers: { 'content-type': 'application/wasm' } });
    const bytes = served.get(url);
    return bytes ? new Response(bytes) : original(input, init);
  }) as typeof fetch;
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module: assets.module,
    instance: await WebAssembly.instantiate(assets.module, imports),
  });
}

function absolute(name: string, folder: string): string {
  return new URL(name, new URL(folder, self.location.href)).href;
}

const doors = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'importScripts',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'indexedDB',
  'caches',
  'RTCPeerConnection',
  'Notification',
  'FontFace',
] as const;

/**
 * After this, what runs in the worker can compute and talk to the page, nothing else. The prototypes lose their doors too, where
 * most of them hang. What no script can close, such as `import()` of a foreign address, the policy of the worker's file does,
 * on hosts that send one (lib/build/host-headers.ts).
 */
export function cutOffNetwork(): void {
  for (const name of doors) {
    let scope: object | null = self;
    while (scope) {
      if (scope === self || Object.hasOwn(scope, name))
        Object.defineProperty(scope, name, { value: undefined, configurable: false, writable: false });
      scope = Object.getPrototypeOf(scope) as object | null;
    }
  }
}
