/** Fetches the files of a Python version with progress in bytes, unpacking where the host has not done so. */
import type { AssetFile, BootAssets, Manifest, WheelManifest } from './protocol';

type OnBytes = (loaded: number, total: number) => void;

/** Everything a worker needs to start, in memory. Throws where a file cannot be had. */
export async function downloadAssets(base: string, manifest: Manifest, onBytes: OnBytes): Promise<BootAssets> {
  const wheel = await findWheel(base);
  const files = manifest.files.map((file) => (wheel && file.name === 'stdlib.zip.gz' ? manifest.fullStdlib : file));
  const total = files.reduce((sum, file) => sum + file.packed, 0);
  const loaded = new Map<string, number>();
  const report = (file: AssetFile, fraction: number) => {
    loaded.set(file.name, Math.min(1, fraction) * file.packed);
    onBytes(
      [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0),
      total,
    );
  };
  const folder = `${base}${manifest.version}/`;
  const parts = await Promise.all(
    files.map(async (file) => {
      const bytes = await fetchUnpacked(folder + file.name, file, (fraction) => report(file, fraction));
      return [file.name.replace(/(-full)?(\.zip)?\.gz$/, '$2'), bytes] as const;
    }),
  );
  const buffers: Record<string, ArrayBuffer> = Object.fromEntries(parts);
  const wasm = buffers['pyodide.asm.wasm'];
  if (!wasm) throw new Error('the manifest names no pyodide.asm.wasm');
  const module = await WebAssembly.compile(wasm);
  // The scripts are in the browser's cache now and imported by address; the module stands for the wasm.
  const kept = Object.entries(buffers).filter(([name]) => name.endsWith('.zip'));
  if (wheel) kept.push([wheel, await (await fetchOk(wheel)).arrayBuffer()]);
  return { module, buffers: Object.fromEntries(kept), wheel };
}

async function findWheel(base: string): Promise<string | null> {
  const response = await fetch(`${base}wheels/manifest.json`).catch(() => null);
  if (!response?.ok) return null;
  const manifest = (await response.json().catch(() => null)) as WheelManifest | null;
  const name = manifest?.numpy;
  return typeof name === 'string' && /^[\w.+-]+\.whl$/.test(name) ? `${base}wheels/${name}` : null;
}

async function fetchOk(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response;
}

/**
 * `.gz` files arrive packed from most hosts and unpacked from those that set Content-Encoding for the suffix, so the
 * first bytes decide, not the name.
 */
async function fetchUnpacked(url: string, file: AssetFile, onFraction: (fraction: number) => void) {
  const response = await fetchOk(url);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let received = 0;
  let expected = file.bytes;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (received === 0 && isGzip(value)) expected = file.packed;
    chunks.push(value);
    received += value.length;
    onFraction(received / expected);
  }
  const blob = new Blob(chunks as BlobPart[]);
  if (!chunks[0] || !isGzip(chunks[0])) return blob.arrayBuffer();
  return new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
