/**
 * Every snapshot in a pasted text: a chat, a mail, a column of a sheet, one code a line. Nothing is dropped silently: what is
 * there twice, what is a path, what cannot be read and why, and links that lost their code are all counted. Total, and pure.
 */
import { type DecodeResult, decodeExact, type FailureReason } from '@/lib/share/decode';
import { locateCodes, type PlacedCode, tidyText } from '@/lib/share/extract';
import { shareLimits } from '@/lib/share/limits';
import type { Snapshot } from '@/lib/share/snapshot-code';
import { guessName } from './guess-name';
import { cleanName, isName } from './person';

export type FoundSnapshot = {
  readonly code: string;
  readonly snapshot: Snapshot;
  /** The name in the snapshot, fit to be shown; empty when there is none. */
  readonly name: string;
  /** A name from the words around the code, where the snapshot has none. */
  readonly guess: string;
};

export type UnreadableCode = {
  readonly reason: FailureReason;
  /** Words around it, so that the mentor knows whom to ask again. */
  readonly context: string;
};

export type Paste = {
  /** Distinct, in the order of the text. */
  readonly found: readonly FoundSnapshot[];
  /** Snapshots that stand in the text once more. */
  readonly repeated: number;
  readonly paths: number;
  readonly unreadable: readonly UnreadableCode[];
  /** Links to the share page without a code: some messengers cut off what follows `#`. */
  readonly stripped: number;
  readonly isTooLong: boolean;
};

const nothing: Paste = { found: [], repeated: 0, paths: 0, unreadable: [], stripped: 0, isTooLong: false };

export function readPaste(text: string): Paste {
  if (text.length > shareLimits.inputChars) return { ...nothing, isTooLong: true };
  const clean = tidyText(text);
  const places = locateCodes(clean);
  const found = new Map<string, FoundSnapshot>();
  const unreadable: UnreadableCode[] = [];
  const paths = new Set<string>();
  let repeated = 0;
  let lessons = 0;
  for (const [i, place] of places.entries()) {
    const near = surroundings(clean, places, i);
    if (place.ok && found.has(place.code)) {
      repeated += 1;
      continue;
    }
    const decoded = place.ok ? decodeWithin(place.code, lessons) : place;
    if (decoded.ok) lessons += decoded.value.lessons.length;
    if (!decoded.ok) unreadable.push({ reason: decoded.reason, context: contextOf(near) });
    else if (decoded.kind === 'path') paths.add(decoded.code);
    else found.set(decoded.code, foundSnapshot(decoded.code, decoded.value, near));
  }
  return {
    found: [...found.values()],
    repeated,
    paths: paths.size,
    unreadable,
    stripped: clean.match(strippedLink)?.length ?? 0,
    isTooLong: false,
  };
}

/** As in lib/share/decode: thousands of small codes that all unfold must not fill the memory. */
function decodeWithin(code: string, lessons: number): DecodeResult {
  return lessons > shareLimits.textLessons ? { ok: false, reason: 'too-long' } : decodeExact(code);
}

function foundSnapshot(code: string, snapshot: Snapshot, { before, after }: Near): FoundSnapshot {
  const name = cleanName(snapshot.name ?? '');
  if (isName(name)) return { code, snapshot, name, guess: '' };
  return { code, snapshot, name: '', guess: guessName(before, after) ?? '' };
}

const strippedLink = /\/(?:zh|en)\/share\/?(?:[#?](?:p=)?)?(?=[\s<>"')\]]|$)/g;

/** Characters on either side that can hold a name. */
const reach = 400;

type Near = { readonly before: string; readonly after: string };

function surroundings(text: string, places: readonly PlacedCode[], i: number): Near {
  const place = places[i];
  if (!place) return { before: '', after: '' };
  const from = Math.max(places[i - 1]?.end ?? 0, place.start - reach);
  const to = Math.min(places[i + 1]?.start ?? text.length, place.end + reach);
  return { before: text.slice(from, place.start), after: text.slice(place.end, to) };
}

/** The guess, else the start of the line. */
function contextOf({ before, after }: Near): string {
  const guess = guessName(before, after);
  if (guess) return guess;
  const line = (before.split('\n').at(-1) ?? '').replace(/https?:\/\/\S*$/, '');
  return cleanName(line.slice(0, 40));
}
