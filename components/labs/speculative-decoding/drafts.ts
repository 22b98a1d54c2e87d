/**
 * The draft models of the lab, and what a step of each costs. The price is counted in bytes of weights that one step must read:
 * decoding one sequence is bound by memory traffic, which is why a pass over γ + 1 tokens may count as one step of the target at
 * all (Leviathan 2023, §3.3). For models of the same number format it is the ratio of their FLOPs too.
 */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { type NgramTable, tableDistribution } from '@/lib/ml/counting/ngram-table';
import { type NextDistribution, oneHot } from '@/lib/ml/decoding/speculative';
import { type GptConfig, type GptMatrix, gptLayout } from '@/lib/ml/gpt/config';
import { createDecoder } from '@/lib/ml/gpt/decode';
import { floatFormats } from '@/lib/ml/quant/float-format';
import { quantizeGpt } from '@/lib/ml/quant/quantize-gpt';
import type { MatrixQuantization } from '@/lib/ml/quant/quantize-matrix';
import { softmax } from '@/lib/ml/softmax';
import { BOUNDARY, VOCAB } from '@/lib/thread/alphabet';
import { shippedStudent } from '@/lib/thread/shipped';

export const drafts = ['student', 'bigram', 'trigram', 'int4'] as const;
export type DraftId = (typeof drafts)[number];
/** Counts of the training names; null until the work has made them. */
export type Tables = { readonly bigram: NgramTable; readonly trigram: NgramTable };

const FLOAT32 = 4;
const SMOOTHING = 0.01;
const INT4: MatrixQuantization = { scheme: 'symmetric', bits: 4, group: 'row', scaleFormat: floatFormats.fp16 };

/** The name that is being written: names follow each other with a boundary between, which is the start of the next. */
export function currentName(ids: readonly number[]): readonly number[] {
  return ids.slice(ids.lastIndexOf(BOUNDARY));
}

/** A model as a function of everything written so far. Where the context is full, the name ends. */
export function modelNext({ config, weights }: Checkpoint): NextDistribution {
  const decoder = createDecoder(config, weights);
  let seen: readonly number[] = [];
  return (ids) => {
    const name = currentName(ids);
    if (name.length > config.context) return oneHot(VOCAB, BOUNDARY);
    let common = 0;
    while (common < name.length - 1 && common < seen.length && name[common] === seen[common]) common += 1;
    decoder.rewind(common);
    let logits: ArrayLike<number> = [];
    for (let i = common; i < name.length; i += 1) logits = decoder.push(name[i] as number);
    seen = name;
    return softmax(Array.from(logits));
  };
}

function tableNext(table: NgramTable, context: number): NextDistribution {
  return (ids) => {
    const name = currentName(ids);
    return name.length > context ? oneHot(VOCAB, BOUNDARY) : tableDistribution(table, name, SMOOTHING);
  };
}

const quantized = new WeakMap<Checkpoint, { readonly model: Checkpoint; readonly cost: Cost }>();

/** The target with all weights in 4 bits, a scale a row, and what a step of it reads. */
function inFourBits(target: Checkpoint): { readonly model: Checkpoint; readonly cost: Cost } {
  const known = quantized.get(target);
  if (known) return known;
  const layout = gptLayout(target.config);
  const { weights, matrices, storedBits } = quantizeGpt(layout, target.weights, INT4);
  const bits = layout.entries.reduce(
    (sum, entry, i) => sum + ((matrices[i]?.storedBits ?? 0) * numbersRead(entry)) / entry.size,
    0,
  );
  const cost = { read: bits / 8, stored: storedBits / 8, flops: gptCost(target.config).flops };
  const made = { model: { ...target, weights }, cost };
  quantized.set(target, made);
  return made;
}

/** Null while the counts are still being made. */
export function draftNext(
  id: DraftId,
  target: Checkpoint,
  tables: Tables | null,
  student: Checkpoint = shippedStudent(),
): NextDistribution | null {
  if (id === 'student') return modelNext(student);
  if (id === 'int4') return modelNext(inFourBits(target).model);
  return tables && tableNext(tables[id], target.config.context);
}

export type Cost = {
  /** Bytes that one step reads. */
  readonly read: number;
  /** Bytes that must be kept. */
  readonly stored: number;
  /** Multiplications and additions of one step; a table only looks up. */
  readonly flops: number;
};

/** Embeddings are tables too: a step reads one row of each. */
function numbersRead({ name, rows, size }: GptMatrix): number {
  return name === 'wte' || name === 'wpe' ? size / rows : size;
}

export function gptCost(config: GptConfig): Cost {
  const { entries, size } = gptLayout(config);
  const read = entries.reduce((sum, entry) => sum + numbersRead(entry), 0);
  const multiplied = read - 2 * config.width;
  return { read: FLOAT32 * read, stored: FLOAT32 * size, flops: 2 * multiplied };
}

export function draftCost(id: DraftId, target: Checkpoint, student: Checkpoint = shippedStudent()): Cost {
  switch (id) {
    case 'student':
      return gptCost(student.config);
    case 'bigram':
      return { read: FLOAT32 * VOCAB, stored: FLOAT32 * VOCAB ** 2, flops: 0 };
    case 'trigram':
      return { read: FLOAT32 * VOCAB, stored: FLOAT32 * VOCAB ** 3, flops: 0 };
    case 'int4':
      return inFourBits(target).cost;
  }
}
