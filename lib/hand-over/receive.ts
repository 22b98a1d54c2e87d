/**
 * Whatever text a learner gives the receiving page, by camera or by hand: frames of a sequence (one or many lines), a code with
 * anything around it, or the text of a progress file. One answer for the screen.
 */
import { findCodeText } from './code-text';
import type { Collector, Offered } from './collector';
import { handOverLimits } from './limits';
import { unpackDocument } from './payload';

export type Received =
  /** The text of a progress document, not yet read. */
  | { readonly kind: 'document'; readonly text: string }
  | { readonly kind: 'part'; readonly have: number; readonly parts: number }
  | {
      readonly kind: 'failed';
      readonly why: 'none' | 'cut' | 'damaged' | 'newer' | 'too-big' | 'unsupported';
    };

const failed = (why: (Received & { readonly kind: 'failed' })['why']): Received => ({ kind: 'failed', why });

export async function receive(collector: Collector, text: string): Promise<Received> {
  if (text.length > handOverLimits.pasteChars) return failed('too-big');
  const frames = offerLines(collector, text);
  if (frames?.kind === 'whole') return unpack(frames.payload);
  if (frames?.kind === 'part') return { kind: 'part', have: frames.have, parts: frames.parts };
  const found = findCodeText(text);
  if (found.ok) return unpack(found.payload);
  if (found.why === 'none' && /^\s*\uFEFF?\s*\{/.test(text)) return { kind: 'document', text: text.trim() };
  if (frames) return failed(frames.kind === 'newer' ? 'newer' : 'damaged');
  return failed(found.why);
}

/** The best that any line says; undefined when none is a frame. A frame may hold blanks: only line breaks part them. */
function offerLines(collector: Collector, text: string): Offered | undefined {
  if (!text.includes('LWH')) return undefined;
  const rank = { foreign: 0, damaged: 1, newer: 2, part: 3, whole: 4 } as const;
  let best: Offered | undefined;
  for (const line of text.split(/\r?\n/)) {
    const offered = collector.offer(line);
    if (offered.kind !== 'foreign' && (!best || rank[offered.kind] >= rank[best.kind])) best = offered;
    if (best?.kind === 'whole') break;
  }
  return best;
}

async function unpack(payload: Uint8Array): Promise<Received> {
  const unpacked = await unpackDocument(payload);
  return unpacked.ok ? { kind: 'document', text: unpacked.text } : failed(unpacked.why);
}
