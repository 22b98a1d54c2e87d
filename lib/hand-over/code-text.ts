/**
 * A payload as one text to copy and paste: `lwh1`, then base64url of (length in four bytes, payload, CRC-32 in four bytes), all
 * numbers big-endian, the checksum over everything before it including the four characters.
 *
 * The length makes it possible to find a code in whatever people paste: line breaks, blanks, a mail's quotation marks,
 * zero-width characters and text on either side do no harm. The envelope never changes; a new payload gets a new digit.
 */
import { base64urlLength, base64urlValue, fromBase64url, toBase64url } from '@/lib/share/base64url';
import { crc32 } from '@/lib/share/crc32';
import { handOverLimits } from './limits';

const prefix = 'lwh1';
/** Enough for the four bytes of the length; what else they hold is the payload's. */
const lengthChars = 6;
const frameBytes = 8;
/** Starts looked at in one text: hostile text must not make the page search for ever. */
const candidates = 50;

export type FoundPayload =
  | { readonly ok: true; readonly payload: Uint8Array }
  /** `cut`: characters are missing at the end. `damaged`: some were changed. `none`: no trace of a code. */
  | { readonly ok: false; readonly why: 'none' | 'cut' | 'damaged' | 'newer' | 'too-big' };

/** Null when the payload is larger than a code may be. */
export function encodeCodeText(payload: Uint8Array): string | null {
  if (payload.length > handOverLimits.codeBytes) return null;
  const bytes = new Uint8Array(payload.length + frameBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload.length);
  bytes.set(payload, 4);
  view.setUint32(payload.length + 4, checksum(bytes.subarray(0, -4)));
  return prefix + toBase64url(bytes);
}

/** The first readable code of a text; if none is, the first reason why not. */
export function findCodeText(text: string): FoundPayload {
  if (text.length > handOverLimits.pasteChars) return { ok: false, why: 'too-big' };
  const clean = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  let failure: FoundPayload | undefined;
  let tries = 0;
  let work = 0;
  for (const match of clean.matchAll(/lwh[1-9]/g)) {
    if (tries++ === candidates || work > handOverLimits.pasteChars) break;
    const { found, chars } = match[0] === prefix ? readAt(clean, match.index + prefix.length) : newer;
    if (found.ok) return found;
    work += chars;
    failure ??= found;
  }
  return failure ?? { ok: false, why: 'none' };
}

/** What stands at one place, and how many characters were looked at to tell. */
type Look = { readonly found: FoundPayload; readonly chars: number };

const looked = (why: 'cut' | 'damaged' | 'newer', chars: number): Look => ({ found: { ok: false, why }, chars });
const newer = looked('newer', 0);

function readAt(text: string, start: number): Look {
  const head = fromBase64url(gather(text, start, lengthChars).padEnd(8, 'A'));
  if (!head) return looked('damaged', lengthChars);
  const length = new DataView(head.buffer).getUint32(0);
  if (length > handOverLimits.codeBytes) return looked('damaged', lengthChars);
  const need = base64urlLength(length + frameBytes);
  const chars = gather(text, start, need);
  if (chars.length < need) return looked('cut', chars.length);
  const bytes = fromBase64url(chars);
  if (!bytes) return looked('damaged', need);
  const body = bytes.subarray(0, -4);
  const isWhole = new DataView(bytes.buffer).getUint32(body.length) === checksum(body);
  return isWhole ? { found: { ok: true, payload: body.subarray(4) }, chars: need } : looked('damaged', need);
}

/** Up to `count` base64url characters from `from` on, stepping over blanks and what mails put at the start of a line. */
function gather(text: string, from: number, count: number): string {
  const parts: string[] = [];
  let have = 0;
  let at = from;
  while (have < count && at < text.length) {
    const begin = at;
    while (have + at - begin < count && base64urlValue(text.charCodeAt(at)) !== undefined) at += 1;
    if (at > begin) parts.push(text.slice(begin, at));
    have += at - begin;
    const gap = at;
    while (at - gap < maxGap && /[\s>|=\\]/.test(text[at] ?? '')) at += 1;
    if (at === gap) break;
  }
  return parts.join('');
}

/** More blank space than a wrapped, quoted mail puts between two lines ends a code. */
const maxGap = 16;

function checksum(body: Uint8Array): number {
  const bytes = new Uint8Array(prefix.length + body.length);
  for (let i = 0; i < prefix.length; i++) bytes[i] = prefix.charCodeAt(i);
  bytes.set(body, prefix.length);
  return crc32(bytes);
}
