/** The kernels in WebAssembly (`assembly/`): float32, four numbers at a time, on a memory of their own. */
import type { AttentionShape, Floats, Kernels } from './kernels';
import { simdBinary } from './simd-binary';

type Exports = Readonly<Record<Exclude<keyof Kernels, 'name' | 'allocate'>, (...numbers: number[]) => void>>;

const PAGE = 65_536;
const ALIGNMENT = 16;
/** Kernels that read past the last number of a row stay inside the memory. */
const MARGIN = 64;

let compiled: WebAssembly.Module | null | undefined;

/** Compiled once for all models of a page or worker; null where WebAssembly or its SIMD is missing or forbidden. */
function compileOnce(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  try {
    compiled = new WebAssembly.Module(Uint8Array.from(atob(simdBinary), (character) => character.charCodeAt(0)));
  } catch {
    compiled = null;
  }
  return compiled;
}

/** Kernels with a memory of their own, or null where they cannot run. */
export function createSimdKernels(): Kernels | null {
  const module = compileOnce();
  if (!module) return null;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const code = new WebAssembly.Instance(module, { env: { memory, abort: () => undefined } })
    .exports as unknown as Exports;
  let startsAt = 0;
  let startsView = new Int32Array(0);
  const placeStarts = (starts: Int32Array, sequences: number) => {
    for (let s = 0; s <= sequences; s += 1) startsView[s] = starts[s] as number;
    return startsAt;
  };
  const numbers = ({ heads, kvHeads, headWidth, context }: AttentionShape) =>
    [heads, kvHeads, headWidth, context] as const;
  return {
    name: 'simd',
    allocate(lengths, sequences) {
      const align = (bytes: number) => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
      let end = align(PAGE); // the first page is the compiler's
      const places = Object.entries<number>(lengths).map(([name, length]) => {
        const at = end;
        end += align(length * 4);
        return { name, length, at };
      });
      startsAt = end;
      end += align((sequences + 1) * 4) + MARGIN;
      memory.grow(Math.ceil(end / PAGE) - 1);
      startsView = new Int32Array(memory.buffer, startsAt, sequences + 1);
      return Object.fromEntries(
        places.map(({ name, length, at }) => [name, new Float32Array(memory.buffer, at, length)]),
      ) as Record<keyof typeof lengths, Floats>;
    },
    multiply: (a, b, c, n, k, m, accumulate) =>
      code.multiply(a.byteOffset, b.byteOffset, c.byteOffset, n, k, m, accumulate ? 1 : 0),
    multiplyTransposed: (a, b, c, n, k, m) =>
      code.multiplyTransposed(a.byteOffset, b.byteOffset, c.byteOffset, n, k, m),
    transpose: (a, b, rows, columns) => code.transpose(a.byteOffset, b.byteOffset, rows, columns),
    rmsNorm: (x, y, scale, n, width) => code.rmsNorm(x.byteOffset, y.byteOffset, scale.byteOffset, n, width),
    rmsNormBackward: (dy, y, scale, dx, n, width) =>
      code.rmsNormBackward(dy.byteOffset, y.byteOffset, scale.byteOffset, dx.byteOffset, n, width),
    relu: (x, size) => code.relu(x.byteOffset, size),
    reluBackward: (y, dx, size) => code.reluBackward(y.byteOffset, dx.byteOffset, size),
    attention: (qkv, weights, out, starts, sequences, shape) =>
      code.attention(
        qkv.byteOffset,
        weights.byteOffset,
        out.byteOffset,
        placeStarts(starts, sequences),
        sequences,
        ...numbers(shape),
      ),
    attentionBackward: (qkv, weights, dout, dqkv, starts, sequences, shape) =>
      code.attentionBackward(
        qkv.byteOffset,
        weights.byteOffset,
        dout.byteOffset,
        dqkv.byteOffset,
        placeStarts(starts, sequences),
        sequences,
        ...numbers(shape),
      ),
    softmaxRows: (logits, probabilities, largest, sum, n, m) =>
      code.softmaxRows(logits.byteOffset, probabilities.byteOffset, largest.byteOffset, sum.byteOffset, n, m),
  };
}
