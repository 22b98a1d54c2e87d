/**
 * A tensor: numbers in row-major order, a shape, and how it was made. The last part is what the tape walks backward over.
 * Data is never changed once it is in a graph, except the values of leaves between two passes (an optimizer's step).
 */
export type FloatArray = Float32Array | Float64Array;
export type Precision = 'float32' | 'float64';
export type Shape = readonly number[];
export type Nested = number | readonly Nested[];

/** Vector-Jacobian product of one input: upstream gradient (shape of the output) in, gradient of that input out. */
export type Pullback = (upstream: Tensor) => Tensor;

export type Tensor = {
  readonly shape: Shape;
  readonly data: FloatArray;
  /** Whether a gradient is wanted for it or for something it was made from. */
  readonly requiresGrad: boolean;
  /** What made it: `leaf`, `add`, `matmul`… */
  readonly op: string;
  readonly inputs: readonly Tensor[];
  /** One for each input. */
  readonly pullbacks: readonly Pullback[];
  /** Sum of the gradients of all backward passes since it was last zeroed. Null before the first. */
  grad: Tensor | null;
};

export type LeafOptions = { readonly precision?: Precision; readonly requiresGrad?: boolean };

/** How many numbers a shape holds; 1 for the empty shape of a scalar. Throws RangeError on negative or broken sizes. */
export function sizeOf(shape: Shape): number {
  for (const size of shape) {
    if (!Number.isInteger(size) || size < 0)
      throw new RangeError(`a shape holds integers ≥ 0, got ${shapeText(shape)}`);
  }
  return shape.reduce((product, size) => product * size, 1);
}

export function shapeText(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i]);
}

export function precisionOf(x: Tensor): Precision {
  return x.data instanceof Float32Array ? 'float32' : 'float64';
}

export function allocate(size: number, precision: Precision): FloatArray {
  return precision === 'float32' ? new Float32Array(size) : new Float64Array(size);
}

/**
 * A leaf that holds `data` itself, not a copy: an optimizer may write into it between two passes.
 * Throws RangeError if the shape holds another number of values.
 */
export function wrapData(data: FloatArray, shape: Shape, requiresGrad = false): Tensor {
  if (sizeOf(shape) !== data.length) {
    throw new RangeError(`shape ${shapeText(shape)} holds ${sizeOf(shape)} values, got ${data.length}`);
  }
  return { shape, data, requiresGrad, op: 'leaf', inputs: [], pullbacks: [], grad: null };
}

/** A leaf from nested arrays of numbers; a number makes a scalar of shape []. Throws RangeError on ragged rows. */
export function tensor(values: Nested, options: LeafOptions = {}): Tensor {
  const shape: number[] = [];
  for (let level: Nested = values; typeof level !== 'number'; level = level[0] ?? 0) shape.push(level.length);
  const flat: number[] = [];
  const read = (level: Nested, axis: number) => {
    if (typeof level === 'number' ? axis !== shape.length : level.length !== shape[axis]) {
      throw new RangeError(`rows of different length: expected shape ${shapeText(shape)}`);
    }
    if (typeof level === 'number') flat.push(level);
    else for (const item of level) read(item, axis + 1);
  };
  read(values, 0);
  return fromFlat(flat, shape, options);
}

/** A leaf of the given shape from values in row-major order, copied. Throws RangeError if their number does not fit. */
export function fromFlat(values: ArrayLike<number>, shape: Shape, options: LeafOptions = {}): Tensor {
  const data = allocate(values.length, options.precision ?? 'float64');
  data.set(values);
  return wrapData(data, shape, options.requiresGrad);
}

/** A tensor of one repeated value, in the precision of `like` where one is given. Not differentiated. */
export function full(shape: Shape, value: number, like?: Tensor): Tensor {
  return wrapData(allocate(sizeOf(shape), like ? precisionOf(like) : 'float64').fill(value), shape);
}

/** The only number of a tensor of one element. Throws RangeError on any other. */
export function item(x: Tensor): number {
  if (x.data.length !== 1) throw new RangeError(`item() needs one element, got shape ${shapeText(x.shape)}`);
  return x.data[0] as number;
}

/** Nested arrays, as `tensor` takes them. */
export function toNested({ shape, data }: Tensor): Nested {
  let place = 0;
  const read = (axis: number): Nested =>
    axis === shape.length
      ? (data[place++] as number)
      : Array.from({ length: shape[axis] as number }, () => read(axis + 1));
  return read(0);
}

/** A valid axis in [0, rank) from one that may count from the end. Throws RangeError outside of the shape. */
export function resolveAxis(axis: number, rank: number): number {
  const resolved = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(axis) || resolved < 0 || resolved >= rank) {
    throw new RangeError(`axis ${axis} is out of range for ${rank} axes`);
  }
  return resolved;
}

/** How far apart in `data` neighbours along each axis are. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
    strides[axis] = stride;
    stride *= shape[axis] as number;
  }
  return strides;
}
