/**
 * Finds share codes in whatever people paste: a link, a bare code, a chat log with twenty of them, wrapped in line
 * breaks, zero-width characters, full-width forms or a messenger's tracking parameters. The envelope says how long a
 * code is and has a checksum, so junk on either side is cut off exactly and a guess can be tried without risk.
 */
import { base64urlValue } from './base64url';
import { bodyLength, prefixLength, unseal } from './container';
import { shareLimits } from './limits';

export type FoundCode =
  | { readonly ok: true; readonly code: string }
  /** Looks like the start of a code. `cut`: characters are missing at the end. `damaged`: some were changed. */
  | { readonly ok: false; readonly reason: 'cut' | 'damaged' };

/** All distinct codes of a text in order, and the places that look like a code but are none. */
export function extractCodes(text: string): readonly FoundCode[] {
  const clean = normalize(text);
  const prefix = /lw[1-9][a-z]/g;
  const found = new Map<string, FoundCode>();
  let failedUntil = 0;
  let work = 0;
  for (let tries = 0; tries < shareLimits.candidates; tries++) {
    const match = prefix.exec(clean);
    if (match === null) break;
    const start = match.index;
    const bodyStart = start + prefixLength;
    const need = neededChars(clean, bodyStart);
    work += need ?? 0;
    if (work > shareLimits.workChars) break;
    const body = need === undefined ? undefined : gather(clean, bodyStart, need);
    const code = body && match[0] + body.chars;
    if (body && code && unseal(code)) {
      if (!found.has(code)) found.set(code, { ok: true, code });
      prefix.lastIndex = body.end;
      continue;
    }
    const isWordStart = start === 0 || base64urlValue(clean.charCodeAt(start - 1)) === undefined;
    if (!isWordStart || start < failedUntil) continue;
    failedUntil = wordEnd(clean, bodyStart, need ?? 3);
    const reason = failedUntil - bodyStart < (need ?? 3) ? 'cut' : 'damaged';
    found.set(`${start}`, { ok: false, reason });
  }
  return [...found.values()];
}

/** Undoes what messengers, word processors and address bars do to a code. */
function normalize(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/\u2014/g, '--')
    .replace(/%[0-9A-Fa-f]{2}/g, ' ');
}

function neededChars(text: string, from: number): number | undefined {
  const head = gather(text, from, 3);
  return head && bodyLength(head.chars);
}

/** `count` base64url characters from `from` on, stepping over line breaks, blanks and quotation marks of mails. */
function gather(
  text: string,
  from: number,
  count: number,
): { readonly chars: string; readonly end: number } | undefined {
  const last = from + 2 * count + maxGap;
  let chars = '';
  let at = from;
  while (chars.length < count) {
    const stop = Math.min(wordEnd(text, at, count - chars.length), text.length);
    chars += text.slice(at, stop);
    at = stop;
    if (chars.length === count) break;
    const gap = at;
    while (at < Math.min(text.length, last) && at - gap < maxGap && /[\s>|=\\]/.test(text[at] ?? '')) at += 1;
    if (at === gap) return undefined;
  }
  return { chars, end: at };
}

/** A code is not continued after more blank space than a wrapped, quoted mail puts between two lines. */
const maxGap = 16;

/** End of the base64url characters that start at `from`, at most `limit` of them. */
function wordEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at - from < limit && base64urlValue(text.charCodeAt(at)) !== undefined) at += 1;
  return at;
}
