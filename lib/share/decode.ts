/**
 * Text in, value or reason out: the only door through which a share code enters the product. Total: it never throws and
 * touches no storage. A screen shows one message for each reason.
 */
import { BadCode } from './bytes';
import { codeVersion, kindLetters, readSections, unseal } from './container';
import { extractCodes, tidyText } from './extract';
import { shareLimits } from './limits';
import { readPath, type SharedPath } from './path-code';
import { readSnapshot, type Snapshot } from './snapshot-code';

export const failureReasons = [
  /** Nothing but blanks, written out, encoded or invisible: an empty box, or a messenger removed what stood after `#`. */
  'empty',
  /** No trace of a code in the text. */
  'not-a-code',
  /** A code begins but its end is missing. */
  'cut',
  /** Characters were changed: the checksum does not match. */
  'damaged',
  /** Made by a newer version of the site; an update will open it. */
  'newer-version',
  /** The text, or something inside the code, is larger than any code can be. */
  'too-long',
  /** Arrived intact, but its content breaks the rules: made by a faulty or foreign program. */
  'malformed',
] as const;
export type FailureReason = (typeof failureReasons)[number];

export type Warning = { readonly kind: 'skipped-sections'; readonly count: number };

export type Decoded =
  | {
      readonly ok: true;
      readonly kind: 'path';
      readonly code: string;
      readonly value: SharedPath;
      readonly warnings: readonly Warning[];
    }
  | {
      readonly ok: true;
      readonly kind: 'snapshot';
      readonly code: string;
      readonly value: Snapshot;
      readonly warnings: readonly Warning[];
    };
export type DecodeFailure = { readonly ok: false; readonly reason: FailureReason };
export type DecodeResult = Decoded | DecodeFailure;

const fail = (reason: FailureReason): DecodeFailure => ({ ok: false, reason });

/** The first readable code of a text (a link, a bare code, a chat); if none is readable, the first reason why. */
export function decodeCode(text: string): DecodeResult {
  let first: DecodeFailure | undefined;
  for (const result of decodeEach(text)) {
    if (result.ok) return result;
    first ??= result;
  }
  return first ?? fail(tidyText(text).trim() === '' ? 'empty' : 'not-a-code');
}

/** Every code of a text, in order, with a reason for each that cannot be read. Empty when there is none. */
export function decodeAll(text: string): readonly DecodeResult[] {
  return [...decodeEach(text)];
}

/** One code is bounded by its envelope; a text of thousands of small codes that all unfold is bounded here. */
function* decodeEach(text: string): Generator<DecodeResult> {
  if (text.length > shareLimits.inputChars) return yield fail('too-long');
  let lessons = 0;
  for (const found of extractCodes(text)) {
    if (!found.ok) yield fail(found.reason);
    else if (lessons > shareLimits.textLessons) yield fail('too-long');
    else {
      const result = decodeExact(found.code);
      lessons += result.ok ? result.value.lessons.length : 0;
      yield result;
    }
  }
}

/** One code with nothing around it, as it was found or stored. */
export function decodeExact(code: string): DecodeResult {
  const opened = unseal(code);
  if (opened === undefined) return fail('damaged');
  const { version, letter, payload } = opened;
  const isKnown = letter === kindLetters.path || letter === kindLetters.snapshot;
  if (version > codeVersion || !isKnown) return fail('newer-version');
  try {
    const { sections, skipped } = readSections(payload);
    const warnings: readonly Warning[] = skipped > 0 ? [{ kind: 'skipped-sections', count: skipped }] : [];
    if (letter === kindLetters.path) return { ok: true, kind: 'path', code, value: readPath(sections), warnings };
    return { ok: true, kind: 'snapshot', code, value: readSnapshot(sections), warnings };
  } catch (error) {
    if (error instanceof BadCode) return fail(error.reason);
    throw error;
  }
}
