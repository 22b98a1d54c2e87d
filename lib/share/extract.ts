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

/** Where it stands in the text: for whoever asks what was written around it. */
export type PlacedCode = FoundCode & { readonly start: number; readonly end: number };

/** All distinct codes of a text in order, and the places that look like a code but are none. */
export function extractCodes(text: string): readonly FoundCode[] {
  const seen = new Set<string>();
  return locateCodes(tidyText(text)).filter((found) => {
    if (!found.ok) return true;
    const isNew = !seen.has(found.code);
    seen.add(found.code);
    return isNew;
  });
}

/** The same with their places in a text from `tidyText`, a code that comes twice twice. */
export function locateCodes(clean: string): readonly PlacedCode[] {
  const prefix = /lw[1-9][a-z]/g;
  const found: PlacedCode[] = [];
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
      found.push({ ok: true, code, start, end: body.end });
      prefix.lastIndex = body.end;
      continue;
    }
    const isWordStart = start === 0 || base64urlValue(clean.charCodeAt(start - 1)) === undefined;
    if (!isWordStart || start < failedUntil) continue;
    failedUntil = wordEnd(clean, bodyStart, need ?? 3);
    const reason = failedUntil - bodyStart < (need ?? 3) ? 'cut' : 'damaged';
    found.push({ ok: false, reason, start, end: failedUntil });
  }
  return found;
}

/** Undoes what messengers, word processors and address bars do to a code. */
export function tidyText(text: string): string {
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
  const last = Math.min(from + 2 * count + slack, text.length);
  let chars = '';
  let at = from;
  while (chars.length < count) {
    const stop = wordEnd(text, at, Math.min(count - chars.length, last - at));
    chars += text.slice(at, stop);
    at = stop;
    if (chars.length === count) break;
    const gap = at;
    while (at < last && /[\s>|=\\]/.test(text[at] ?? '')) at += 1;
    if (at === gap) return undefined;
  }
  return { chars, end: at };
}

/** A code may be stretched to twice its length and this much more: quoted mails wrap lines, and a short line needs the more. */
const slack = 16;

/** End of the base64url characters that start at `from`, at most `limit` of them. */
function wordEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at - from < limit && base64urlValue(text.charCodeAt(at)) !== undefined) at += 1;
  return at;
}
