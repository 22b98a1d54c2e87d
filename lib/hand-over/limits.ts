/**
 * Every bound of the hand-over. Writers keep them and readers refuse what exceeds them, so that nothing that is pasted or scanned
 * can make the page allocate more than these. Compatibility: limits may be raised, never lowered.
 */
import { limits } from '@/lib/progress/records';

export const handOverLimits = {
  /** Bytes of an unpacked document: where unpacking stops, however small the packed bytes are. */
  document: limits.document,
  /** Bytes of a payload carried as a code. */
  codeBytes: 8_000_000,
  /** Characters of pasted text that are looked at. */
  pasteChars: 16_000_000,
  /** Parts of a sequence: at five a second, nearly seven minutes. A file is the better way long before. */
  parts: 2_000,
  /** Bytes of one part: what the largest QR code could hold. */
  partBytes: 2_900,
  /** Characters of the largest QR code (version 40, low correction, alphanumeric): a longer text is no frame. */
  frameChars: 4_296,
} as const;
