/**
 * The name of a content: 64 bits of its SHA-256. It tells builds and error pages apart; it is no defence against an attacker,
 * who would own the worker that checks it as well.
 *
 * A `.gz` file is named by what is in it: some hosts send it with `Content-Encoding: gzip`, and it then arrives unpacked.
 */
import { hashLength } from './file-index';

export async function contentHash(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const content = path.endsWith('.gz') && isGzip(bytes) ? await unpack(bytes) : bytes;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return btoa(String.fromCharCode(...digest.subarray(0, 8)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, hashLength);
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
