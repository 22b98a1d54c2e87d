/**
 * Gathers frames until a sequence is whole. Any order, any number of times, mixed with other codes and with frames of another
 * sequence: two sequences are kept, so that a stray frame of an old one does not lose what is there. Total and bounded.
 */
import { crc32 } from '@/lib/share/crc32';
import { choiceOf } from './fountain';
import { type Frame, partLengthOf, readFrame } from './frames';
import { createSolver, type Solver } from './solver';

export type Offered =
  | { readonly kind: 'foreign' | 'newer' | 'damaged' }
  /** `have` of `parts` parts' worth of the sequence this frame is of. */
  | { readonly kind: 'part'; readonly set: number; readonly have: number; readonly parts: number }
  | { readonly kind: 'whole'; readonly payload: Uint8Array };

export type Collector = { readonly offer: (text: string) => Offered };

type Gathering = {
  readonly set: number;
  readonly parts: number;
  readonly length: number;
  readonly solver: Solver;
  /** Numbers seen: a code held still is worked on once. */
  readonly seen: Set<number>;
  whole?: Uint8Array;
};

const keptSequences = 2;

export function createCollector(): Collector {
  /** Latest first. */
  let kept: readonly Gathering[] = [];

  function gatheringOf({ set, parts, length }: Frame): Gathering {
    const isSame = (one: Gathering) => one.set === set && one.parts === parts && one.length === length;
    const found = kept.find(isSame) ?? {
      set,
      parts,
      length,
      solver: createSolver(parts, partLengthOf(length, parts)),
      seen: new Set<number>(),
    };
    kept = [found, ...kept.filter((one) => one !== found)].slice(0, keptSequences);
    return found;
  }

  function offer(text: string): Offered {
    const frame = readFrame(text);
    if (typeof frame === 'string') return { kind: frame };
    const one = gatheringOf(frame);
    if (!one.whole && !one.seen.has(frame.number)) {
      one.seen.add(frame.number);
      one.solver.add(choiceOf(frame.set, frame.number, frame.parts), frame.data);
    }
    const { set, parts } = one;
    const have = one.solver.rank();
    if (!one.whole && have === parts) {
      const payload = one.solver.solve().subarray(0, one.length);
      if (crc32(payload) !== set) {
        // A frame that was not of this sequence slipped in under its name: what is there cannot be told apart. Again.
        kept = kept.filter((each) => each !== one);
        return { kind: 'damaged' };
      }
      one.whole = payload;
    }
    return one.whole ? { kind: 'whole', payload: one.whole } : { kind: 'part', set, have, parts };
  }

  return { offer };
}
