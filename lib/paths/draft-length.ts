/** How long a draft's link gets, while it is being made: what fits where, and whether it is the notes that make it long. */
import { encodePath } from '@/lib/share/path-code';
import { type Draft, toPath } from './draft';

export const lengthLimits = {
  /** What a QR code of 97 modules holds at medium correction (ISO/IEC 18004, version 20): a phone still reads it off a slide. */
  qr: 666,
  /** The shortest limit on one message among common messengers: Discord's. */
  messenger: 2000,
} as const;

export type DraftLength = {
  readonly characters: number;
  /** How many of them are notes. */
  readonly notes: number;
  readonly fits: 'qr' | 'messenger' | 'neither';
};

/** `prefix`: characters before the code. Undefined while the draft makes no code. */
export function linkLength(draft: Draft, prefix: number): DraftLength | undefined {
  const whole = codeLength(draft);
  if (whole === undefined) return undefined;
  const bare = codeLength({ ...draft, lessons: draft.lessons.map(({ note: _, ...lesson }) => lesson) }) ?? whole;
  const characters = prefix + whole;
  const fits = characters <= lengthLimits.qr ? 'qr' : characters <= lengthLimits.messenger ? 'messenger' : 'neither';
  return { characters, notes: whole - bare, fits };
}

function codeLength(draft: Draft): number | undefined {
  const encoded = encodePath(toPath(draft));
  return encoded.ok ? encoded.code.length : undefined;
}
