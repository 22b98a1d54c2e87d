/**
 * A trained tiny GPT as one value and one file. Files come from strangers: `decodeCheckpoint` is total and checks everything
 * before it allocates. The format is public: fields are only ever added, and `schema` changes when a field changes meaning.
 */
import { GPT_LIMITS, type GptConfig, gptLayout } from './gpt/config';

export type Checkpoint = {
  readonly schema: 1;
  /** Fingerprint of shape and weights, 16 hex digits: the same model has the same id everywhere. */
  readonly id: string;
  /** What the learner calls it, at most 60 characters. */
  readonly name: string;
  readonly config: GptConfig;
  readonly seed: number;
  /** SHA-256 of the data set it was trained on, 64 hex digits. */
  readonly data: string;
  /** Optimizer steps in all. */
  readonly step: number;
  /** On the validation part of `data`, nats per token. */
  readonly validationLoss: number;
  /** Flat, in the order of `gptLayout`. */
  readonly weights: Float32Array;
  /** Id of the model this one was made from. */
  readonly parent: string | null;
  /** What was done to it, oldest first: `train:300`, `quantize:4:row`, `prune:0.5`, `lora:4`. */
  readonly ops: readonly string[];
};

export type CheckpointProblem =
  | 'too-large'
  | 'not-a-checkpoint'
  | 'newer-schema'
  | 'bad-shape'
  | 'bad-weights'
  | 'damaged';
export type DecodedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly problem: CheckpointProblem };

/** Longest file that is read: four times what the largest model of the labs needs. */
export const MAX_CHECKPOINT_CHARACTERS = 4_000_000;
export const MAX_NAME = 60;
const MAX_OPS = 100;
const MAX_OP = 60;
const MAGIC = 'layerwise-checkpoint';

type New = Omit<Checkpoint, 'schema' | 'id'>;

/** Completes a checkpoint with its fingerprint. Throws RangeError if the weights do not fit the shape or are not finite. */
export function createCheckpoint(given: New): Checkpoint {
  const { size } = gptLayout(given.config);
  if (given.weights.length !== size) throw new RangeError(`${given.weights.length} weights for a model of ${size}`);
  if (!given.weights.every(Number.isFinite)) throw new RangeError('weights must be finite');
  return { ...given, name: given.name.slice(0, MAX_NAME), schema: 1, id: fingerprint(given.config, given.weights) };
}

/** A model made from another by one operation: parent and history are kept. */
export function deriveCheckpoint(
  parent: Checkpoint,
  change: Pick<New, 'weights' | 'validationLoss'> & Partial<Pick<New, 'config' | 'step' | 'data' | 'name' | 'seed'>>,
  op: string,
): Checkpoint {
  const { schema: _schema, id, ...rest } = parent;
  return createCheckpoint({ ...rest, ...change, parent: id, ops: [...parent.ops, op].slice(-MAX_OPS) });
}

/** One JSON text, weights as base64 of little-endian float32. */
export function encodeCheckpoint({ weights, ...rest }: Checkpoint): string {
  return JSON.stringify({ format: MAGIC, ...rest, weights: toBase64(weights) });
}

/** Reads what `encodeCheckpoint` wrote, or says what is wrong. Never throws. */
export function decodeCheckpoint(text: string): DecodedCheckpoint {
  if (text.length > MAX_CHECKPOINT_CHARACTERS) return { ok: false, problem: 'too-large' };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'not-a-checkpoint' };
  }
  if (!isRecord(raw) || raw.format !== MAGIC) return { ok: false, problem: 'not-a-checkpoint' };
  if (typeof raw.schema === 'number' && raw.schema > 1) return { ok: false, problem: 'newer-schema' };
  const weights = typeof raw.weights === 'string' ? fromBase64(raw.weights) : null;
  return weights ? checkCheckpoint({ ...raw, weights }) : { ok: false, problem: 'bad-weights' };
}

/** The same checks for a value from storage, whose weights are a Float32Array already. Never throws. */
export function checkCheckpoint(raw: unknown): DecodedCheckpoint {
  const fail = (problem: CheckpointProblem): DecodedCheckpoint => ({ ok: false, problem });
  if (!isRecord(raw)) return fail('not-a-checkpoint');
  if (typeof raw.schema === 'number' && raw.schema > 1) return fail('newer-schema');
  const config = readConfig(raw.config);
  if (!config) return fail('bad-shape');
  const { weights, name, seed, data, step, validationLoss, parent, ops } = raw;
  if (
    !(weights instanceof Float32Array) ||
    weights.length !== gptLayout(config).size ||
    !weights.every(Number.isFinite)
  ) {
    return fail('bad-weights');
  }
  const id = fingerprint(config, weights);
  const sound =
    raw.schema === 1 &&
    raw.id === id &&
    typeof name === 'string' &&
    isCount(seed) &&
    typeof data === 'string' &&
    /^[0-9a-f]{64}$/.test(data) &&
    isCount(step) &&
    typeof validationLoss === 'number' &&
    Number.isFinite(validationLoss) &&
    (parent === null || (typeof parent === 'string' && /^[0-9a-f]{16}$/.test(parent))) &&
    Array.isArray(ops) &&
    ops.length <= MAX_OPS &&
    ops.every((op) => typeof op === 'string' && op.length <= MAX_OP);
  if (!sound) return fail('damaged');
  const checkpoint: Checkpoint = {
    schema: 1,
    id,
    name: name.slice(0, MAX_NAME),
    config,
    seed,
    data,
    step,
    validationLoss,
    weights,
    parent,
    ops,
  };
  return { ok: true, checkpoint };
}

function readConfig(raw: unknown): GptConfig | null {
  if (!isRecord(raw)) return null;
  const { layers, heads, kvHeads, width, context, vocab } = raw;
  const config = { layers, heads, kvHeads, width, context, vocab } as GptConfig;
  // Checked before anything of that size is allocated.
  const names = Object.keys(GPT_LIMITS) as (keyof GptConfig)[];
  if (!names.every((key) => Number.isInteger(config[key]) && config[key] >= 1 && config[key] <= GPT_LIMITS[key]))
    return null;
  return config.width % config.heads === 0 && config.heads % config.kvHeads === 0 ? config : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1e9;

/** Two 32-bit FNV-1a hashes with different starts over the shape and the bytes of the weights. Finds damage, not malice. */
function fingerprint(config: GptConfig, weights: Float32Array): string {
  const { layers, heads, kvHeads, width, context, vocab } = config;
  const head = new Uint8Array(Int32Array.of(layers, heads, kvHeads, width, context, vocab).buffer);
  const body = new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
  const hash = (start: number) => {
    let state = start;
    for (const bytes of [head, body]) {
      for (let i = 0; i < bytes.length; i += 1) state = Math.imul(state ^ (bytes[i] as number), 0x01000193);
    }
    return (state >>> 0).toString(16).padStart(8, '0');
  };
  return hash(0x811c9dc5) + hash(0x9747b28c);
}

const CHUNK = 8192;

function toBase64(weights: Float32Array): string {
  const bytes = new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
  let text = '';
  for (let i = 0; i < bytes.length; i += CHUNK) text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(text);
}

function fromBase64(text: string): Float32Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return bytes.length % 4 === 0 ? new Float32Array(bytes.buffer) : null;
  } catch {
    return null;
  }
}
