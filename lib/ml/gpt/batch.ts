/**
 * Sequences of different lengths in one batch without padding: all tokens stand in a row, and attention stays inside each
 * sequence. A full list of ids [i0 … in] gives the inputs i0 … i(n−1) and the targets i1 … in.
 */
export type TokenBatch = {
  /** Input ids; the first `size` count. */
  readonly inputs: Int32Array;
  /** The id that should follow each input. */
  readonly targets: Int32Array;
  /** Sequence s has the tokens starts[s] … starts[s + 1] − 1. */
  readonly starts: Int32Array;
  readonly sequences: number;
  /** N, the number of tokens. */
  readonly size: number;
};

/** Packs full id lists. Throws RangeError if there is none, or one has fewer than two ids. */
export function packSequences(sequences: readonly (readonly number[])[]): TokenBatch {
  if (sequences.length === 0) throw new RangeError('a batch needs at least one sequence');
  const size = sequences.reduce((sum, ids) => sum + ids.length - 1, 0);
  const batch = {
    inputs: new Int32Array(size),
    targets: new Int32Array(size),
    starts: new Int32Array(sequences.length + 1),
    sequences: sequences.length,
    size,
  };
  let at = 0;
  sequences.forEach((ids, s) => {
    if (ids.length < 2) throw new RangeError(`sequence ${s} has ${ids.length} ids; it needs an input and a target`);
    for (let i = 0; i + 1 < ids.length; i += 1) {
      batch.inputs[at] = ids[i] as number;
      batch.targets[at] = ids[i + 1] as number;
      at += 1;
    }
    batch.starts[s + 1] = at;
  });
  return batch;
}

/** Many sequences in two arrays, from which batches are filled without allocating. */
export type SequenceSet = {
  readonly ids: Uint16Array;
  readonly offsets: Int32Array;
  readonly count: number;
  readonly longest: number;
};

/** Throws RangeError like `packSequences`. `longest` counts inputs. */
export function createSequenceSet(sequences: readonly (readonly number[])[]): SequenceSet {
  const offsets = new Int32Array(sequences.length + 1);
  let longest = 0;
  sequences.forEach((ids, s) => {
    if (ids.length < 2) throw new RangeError(`sequence ${s} has ${ids.length} ids; it needs an input and a target`);
    offsets[s + 1] = (offsets[s] as number) + ids.length;
    longest = Math.max(longest, ids.length - 1);
  });
  const ids = new Uint16Array(offsets[sequences.length] as number);
  sequences.forEach((sequence, s) => {
    ids.set(sequence, offsets[s] as number);
  });
  return { ids, offsets, count: sequences.length, longest };
}

export type MutableBatch = { -readonly [K in keyof TokenBatch]: TokenBatch[K] };

/** An empty batch with room for `sequences` of at most `longest` inputs each. */
export function createBatch(sequences: number, longest: number): MutableBatch {
  const room = sequences * longest;
  return {
    inputs: new Int32Array(room),
    targets: new Int32Array(room),
    starts: new Int32Array(sequences + 1),
    sequences: 0,
    size: 0,
  };
}

/** Replaces what `batch` holds by the sequences `picked[from … to − 1]` of the set. */
export function fillBatch(batch: MutableBatch, set: SequenceSet, picked: Int32Array, from: number, to: number): void {
  let at = 0;
  for (let p = from; p < to; p += 1) {
    const s = picked[p] as number;
    const last = (set.offsets[s + 1] as number) - 1;
    for (let i = set.offsets[s] as number; i < last; i += 1) {
      batch.inputs[at] = set.ids[i] as number;
      batch.targets[at] = set.ids[i + 1] as number;
      at += 1;
    }
    batch.starts[p - from + 1] = at;
  }
  batch.sequences = to - from;
  batch.size = at;
}
