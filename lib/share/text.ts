/**
 * Texts inside share codes. UTF-8 spends three bytes on a Chinese character; `narrow` spends two, and one on ASCII,
 * so a mixed note loses a third of its length without any compressor (and so without any decompression bomb).
 * The encoder writes whichever form is shorter.
 *
 * Compatibility: form numbers and the page table are never reordered, only appended to.
 */
import { BadCode, type ByteReader, ByteWriter } from './bytes';

/** Lead bytes 0xF0 … : the high byte of the code point that the second byte completes. 0xFF is the escape. */
const pages = [0xff, 0x20, 0x00, 0x01, 0x03, 0x04, 0x06] as const;

const cjkFirst = 0x3000;
const cjkLast = 0x9fff;
const anyPoint = 0xff;

/** Form in the lowest bit (0 UTF-8, 1 narrow), length in bytes above it, then the bytes. */
export function writeText(writer: ByteWriter, text: string): void {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\uFFFD');
  const utf8 = new TextEncoder().encode(wellFormed);
  const narrow = encodeNarrow(wellFormed);
  const isNarrow = narrow.length < utf8.length;
  const bytes = isNarrow ? narrow : utf8;
  writer.varint(bytes.length * 2 + (isNarrow ? 1 : 0));
  writer.append(bytes);
}

/** Reads a text of at most `limit` UTF-16 code units. */
export function readText(reader: ByteReader, limit: number): string {
  const head = reader.varint();
  const bytes = reader.take(Math.floor(head / 2));
  const text = head % 2 === 1 ? decodeNarrow(bytes) : decodeUtf8(bytes);
  if (text.length > limit) throw new BadCode('too-long');
  return text;
}

function encodeNarrow(text: string): Uint8Array {
  const writer = new ByteWriter();
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    const page = pages.findIndex((high) => high === point >> 8);
    if (point < 0x80) writer.byte(point);
    else if (point >= cjkFirst && point <= cjkLast) writer.append([0x80 + ((point - cjkFirst) >> 8), point]);
    else if (page >= 0) writer.append([0xf0 + page, point]);
    else writer.append([anyPoint, point >> 16, point >> 8, point]);
  }
  return writer.finish();
}

function decodeNarrow(bytes: Uint8Array): string {
  let text = '';
  let at = 0;
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw new BadCode('malformed');
    return byte;
  };
  while (at < bytes.length) {
    const lead = next();
    if (lead < 0x80) text += String.fromCharCode(lead);
    else if (lead < 0xf0) text += String.fromCharCode(cjkFirst + (lead - 0x80) * 0x100 + next());
    else if (lead === anyPoint) text += fromPoint(next() * 0x10000 + next() * 0x100 + next());
    else text += fromPoint(pageOf(lead) * 0x100 + next());
  }
  return text;
}

function pageOf(lead: number): number {
  const page = pages[lead - 0xf0];
  if (page === undefined) throw new BadCode('newer-version');
  return page;
}

function fromPoint(point: number): string {
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) throw new BadCode('malformed');
  return String.fromCodePoint(point);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BadCode('malformed');
  }
}
