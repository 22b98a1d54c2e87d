/**
 * A progress document as few bytes, and back. One byte tells how it is packed, so that a browser without CompressionStream can
 * send what every other can read.
 *
 * Compatibility: methods are never reused, only appended. Reading is total, and bounded: a few kilobytes that unpack to
 * gigabytes are given up at the limit, piece by piece, before they are ever held.
 */
import { handOverLimits } from './limits';

const methods = { plain: 0, deflate: 1 } as const;

export type Unpacked =
  | { readonly ok: true; readonly text: string }
  /** `newer`: a method this version does not know. `unsupported`: this browser cannot decompress (Safari before 16.4). */
  | { readonly ok: false; readonly why: 'damaged' | 'too-big' | 'newer' | 'unsupported' };

const fail = (why: (Unpacked & { readonly ok: false })['why']): Unpacked => ({ ok: false, why });

export async function packDocument(text: string): Promise<Uint8Array> {
  const plain = new TextEncoder().encode(text);
  const deflated = typeof CompressionStream === 'undefined' ? null : await deflate(plain);
  return deflated && deflated.length < plain.length ? tagged(methods.deflate, deflated) : tagged(methods.plain, plain);
}

export async function unpackDocument(payload: Uint8Array, limit: number = handOverLimits.document): Promise<Unpacked> {
  const [method] = payload;
  const body = payload.subarray(1);
  if (method === methods.plain) return body.length > limit ? fail('too-big') : toText(body);
  if (method !== methods.deflate) return fail(method === undefined ? 'damaged' : 'newer');
  if (typeof DecompressionStream === 'undefined') return fail('unsupported');
  const inflated = await inflate(body, limit);
  return typeof inflated === 'string' ? fail(inflated) : toText(inflated);
}

function toText(bytes: Uint8Array): Unpacked {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return fail('damaged');
  }
}

function tagged(method: number, body: Uint8Array): Uint8Array {
  const payload = new Uint8Array(1 + body.length);
  payload[0] = method;
  payload.set(body, 1);
  return payload;
}

/** Null when the browser has the class but not this format (Chrome before 103). */
async function deflate(plain: Uint8Array): Promise<Uint8Array | null> {
  try {
    const packed = await through(new CompressionStream('deflate-raw'), plain, Number.POSITIVE_INFINITY);
    return typeof packed === 'string' ? null : packed;
  } catch {
    return null;
  }
}

async function inflate(packed: Uint8Array, limit: number): Promise<Uint8Array | 'damaged' | 'too-big' | 'unsupported'> {
  let stream: DecompressionStream;
  try {
    stream = new DecompressionStream('deflate-raw');
  } catch {
    return 'unsupported';
  }
  try {
    return await through(stream, packed, limit);
  } catch {
    return 'damaged';
  }
}

/**
 * A stream unpacks a piece of input as a whole before anybody can look at how much it became, and deflate makes up to 1,032 bytes
 * of one. So it is fed by the kilobyte, and the next is handed in when the last was taken out.
 */
const pieceBytes = 1024;

/** All that comes out of a stream, or 'too-big' as soon as it is more than `limit` bytes. Throws on damaged input. */
async function through(
  stream: CompressionStream | DecompressionStream,
  input: Uint8Array,
  limit: number,
): Promise<Uint8Array | 'too-big'> {
  // What goes wrong is told by the reader too; here it would be an unhandled rejection.
  feed(stream.writable.getWriter(), input).catch(() => {});
  const reader = stream.readable.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces, length);
    length += value.length;
    if (length > limit) {
      reader.cancel().catch(() => {});
      return 'too-big';
    }
    pieces.push(value);
  }
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, input: Uint8Array): Promise<void> {
  for (let at = 0; at < input.length; at += pieceBytes) {
    await writer.ready;
    await writer.write(input.slice(at, at + pieceBytes) as Uint8Array<ArrayBuffer>);
  }
  await writer.close();
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
