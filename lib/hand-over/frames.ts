/**
 * One frame of a sequence of QR codes: `LWH1`, then base45 of
 *
 *   set 4 · parts 2 · length 3 · number 2 · part · crc 4      (bytes, big-endian)
 *
 * `set` is the CRC-32 of the whole payload: it names the sequence and proves it in the end. `length` is the payload's; it is cut
 * into `parts` equal parts, the last filled up with zeros. `number` below `parts` is that part itself, a greater number a sum of
 * parts (see fountain.ts). `crc` is over `LWH1` and the bytes before it. The format never changes; a new one gets a new digit.
 *
 * Size: simulated cameras (1280 × 720, the code filling 40 to 75 % of the height, tilted, blurred by 0.7 to 2 px) read version 12
 * (65 modules) in 63 to 94 % of the frames; version 14 falls to 13 % under the strongest blur, 16 and more to none, and version 8
 * is read in 75 to 100 %. More error correction did not help there: blur takes the finder patterns or nothing, and a frame that is
 * missed is made up for by any other. So: version 12, low correction, and version 8 for whoever has a poor camera.
 */
import { crc32 } from '@/lib/share/crc32';
import { fromBase45, toBase45 } from './base45';
import { combine, isPlain } from './fountain';
import { handOverLimits } from './limits';

export const framePrefix = 'LWH1';
const headBytes = 11;
const crcBytes = 4;

/** Bytes of a part, by the version of QR code that a frame of it fills (low correction, alphanumeric). */
export const partSizes = { fine: 339, coarse: 168 } as const;
export type PartSize = keyof typeof partSizes;

export type Frame = {
  readonly set: number;
  readonly parts: number;
  readonly length: number;
  readonly number: number;
  readonly data: Uint8Array;
};

export type Sequence = {
  readonly parts: number;
  /** Frame of any number from 0 to `lastNumber`; the first `parts` of them are enough when none is missed. */
  readonly frame: (number: number) => string;
};

export const lastNumber = 0xffff;

/** Null when the payload needs more parts than a sequence may have. */
export function splitPayload(payload: Uint8Array, size: PartSize = 'fine'): Sequence | null {
  const parts = Math.max(1, Math.ceil(payload.length / partSizes[size]));
  if (parts > handOverLimits.parts) return null;
  const partLength = partLengthOf(payload.length, parts);
  const padded = new Uint8Array(partLength * parts);
  padded.set(payload);
  const set = crc32(payload);
  const cut = Array.from({ length: parts }, (_, i) => padded.subarray(i * partLength, (i + 1) * partLength));
  return {
    parts,
    frame: (number) => {
      const data = isPlain(number, parts) ? (cut[number] ?? padded) : combine(cut, set, number);
      return encodeFrame({ set, parts, length: payload.length, number, data });
    },
  };
}

export function partLengthOf(length: number, parts: number): number {
  return Math.max(1, Math.ceil(length / parts));
}

function encodeFrame({ set, parts, length, number, data }: Frame): string {
  const bytes = new Uint8Array(headBytes + data.length + crcBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, set);
  view.setUint16(4, parts);
  view.setUint8(6, length >>> 16);
  view.setUint16(7, length & 0xffff);
  view.setUint16(9, number);
  bytes.set(data, headBytes);
  view.setUint32(headBytes + data.length, checksum(bytes.subarray(0, -crcBytes)));
  return framePrefix + toBase45(bytes);
}

/** `foreign`: no frame of ours. `newer`: of a version to come. `damaged`: ours, but changed, or against the rules. */
export type ReadFrame = Frame | 'foreign' | 'newer' | 'damaged';

export function readFrame(text: string): ReadFrame {
  if (text.length > handOverLimits.frameChars || !/^LWH[1-9]/.test(text)) return 'foreign';
  if (!text.startsWith(framePrefix)) return 'newer';
  const bytes = fromBase45(text.slice(framePrefix.length));
  if (!bytes || bytes.length <= headBytes + crcBytes) return 'damaged';
  const view = new DataView(bytes.buffer);
  if (view.getUint32(bytes.length - crcBytes) !== checksum(bytes.subarray(0, -crcBytes))) return 'damaged';
  const frame: Frame = {
    set: view.getUint32(0),
    parts: view.getUint16(4),
    length: view.getUint8(6) * 0x10000 + view.getUint16(7),
    number: view.getUint16(9),
    data: bytes.subarray(headBytes, -crcBytes),
  };
  return isSound(frame) ? frame : 'damaged';
}

function isSound({ parts, length, data }: Frame): boolean {
  const { parts: mostParts, partBytes } = handOverLimits;
  return parts >= 1 && parts <= mostParts && data.length <= partBytes && data.length === partLengthOf(length, parts);
}

function checksum(body: Uint8Array): number {
  const bytes = new Uint8Array(framePrefix.length + body.length);
  for (let i = 0; i < framePrefix.length; i++) bytes[i] = framePrefix.charCodeAt(i);
  bytes.set(body, framePrefix.length);
  return crc32(bytes);
}
