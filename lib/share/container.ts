/**
 * The envelope of every share code: `lw` version kind, then base64url of (length, payload, CRC-32). The payload is a
 * row of tagged sections. Specification: README.md beside this file.
 *
 * Compatibility: the envelope never changes. Version digits, kind letters and section tags are never reused or
 * reordered, only appended. A section that old readers may ignore gets a tag below 0x80, one they must not, above.
 */
import { base64urlLength, fromBase64url, toBase64url } from './base64url';
import { BadCode, ByteReader, ByteWriter } from './bytes';
import { crc32 } from './crc32';
import { shareLimits } from './limits';

export const codeVersion = 1;
export const kindLetters = { path: 'p', snapshot: 's' } as const;
export type CodeKind = keyof typeof kindLetters;

/** Sections of version 1. From `firstCritical` on, a reader that does not know the tag must refuse the code. */
export const tags = {
  title: 0x01,
  person: 0x02,
  day: 0x03,
  due: 0x04,
  notes: 0x05,
  path: 0x06,
  changed: 0x07,
  lessons: 0x81,
  packedStates: 0x82,
  runStates: 0x83,
} as const;
const firstCritical = 0x80;

export type Sections = ReadonlyMap<number, Uint8Array>;

export const prefixLength = 4;
const checksumBytes = 4;

/** The whole code, or undefined when the sections are larger than the envelope allows. */
export function seal(kind: CodeKind, sections: Sections): string | undefined {
  const payload = new ByteWriter();
  for (const [tag, bytes] of sections) {
    payload.byte(tag);
    payload.varint(bytes.length);
    payload.append(bytes);
  }
  if (payload.length > shareLimits.payloadBytes) return undefined;
  const prefix = `lw${codeVersion}${kindLetters[kind]}`;
  const body = new ByteWriter();
  body.varint(payload.length);
  body.append(payload.finish());
  const checksum = checksumOf(prefix, body.finish());
  for (let shift = 24; shift >= 0; shift -= 8) body.byte(checksum >>> shift);
  return prefix + toBase64url(body.finish());
}

/** How many characters follow the prefix, told by the first three of them; undefined when they tell nothing valid. */
export function bodyLength(firstChars: string): number | undefined {
  const head = fromBase64url(firstChars.slice(0, 3).padEnd(4, 'A'));
  if (head === undefined || firstChars.length < 3) return undefined;
  const [low = 0, high = 0] = head;
  if (low < 0x80) return base64urlLength(1 + low + checksumBytes);
  return high < 0x80 ? base64urlLength(2 + (low & 0x7f) + high * 0x80 + checksumBytes) : undefined;
}

export type OpenedCode = { readonly version: number; readonly letter: string; readonly payload: Uint8Array };

/** Undoes the envelope of exactly one code; undefined when the checksum (or anything before it) is wrong. */
export function unseal(code: string): OpenedCode | undefined {
  const prefix = code.slice(0, prefixLength);
  const bytes = fromBase64url(code.slice(prefixLength));
  if (bytes === undefined || bodyLength(code.slice(prefixLength)) !== code.length - prefixLength) return undefined;
  const body = bytes.subarray(0, -checksumBytes);
  const stored = bytes.subarray(-checksumBytes).reduce((sum, byte) => sum * 0x100 + byte, 0);
  if (stored !== checksumOf(prefix, body)) return undefined;
  const lengthBytes = (body[0] ?? 0) < 0x80 ? 1 : 2;
  return { version: Number(prefix[2]), letter: prefix[3] ?? '', payload: body.subarray(lengthBytes) };
}

/** Splits a payload. Unknown sections are counted and dropped; an unknown critical one refuses the code. */
export function readSections(payload: Uint8Array): { readonly sections: Sections; readonly skipped: number } {
  const reader = new ByteReader(payload);
  const known = new Set<number>(Object.values(tags));
  const sections = new Map<number, Uint8Array>();
  let skipped = 0;
  while (reader.left > 0) {
    const tag = reader.byte();
    const bytes = reader.take(reader.varint());
    if (known.has(tag)) {
      if (sections.has(tag)) throw new BadCode('malformed');
      sections.set(tag, bytes);
    } else if (tag >= firstCritical) throw new BadCode('newer-version');
    else skipped += 1;
  }
  return { sections, skipped };
}

function checksumOf(prefix: string, body: Uint8Array): number {
  const bytes = new Uint8Array(prefix.length + body.length);
  for (let i = 0; i < prefix.length; i++) bytes[i] = prefix.charCodeAt(i);
  bytes.set(body, prefix.length);
  return crc32(bytes);
}
