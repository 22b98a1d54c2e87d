/**
 * Programs of scalars, such as `[['d', 'mul', 'a', 'b'], ['L', 'add', 'd', 'a']]`, run on the tape: the value and the gradient of
 * every node, and the backward pass as a list of steps to read.
 */

import { add, div, maximum, mul, neg, pow, sub } from './arithmetic';
import { cos, exp, log, relu, sigmoid, sin, sqrt, square, tanh } from './elementwise';
import { detach, noGrad, type Operand } from './record';
import { backwardSteps, gradientOf } from './tape';
import { item, type Tensor, tensor } from './tensor';

const unary = { neg, exp, log, sqrt, square, sin, cos, tanh, sigmoid, relu } as const;
const binary = { add, sub, mul, div, max: maximum } as const;

export type ScalarOp = keyof typeof unary | keyof typeof binary | 'pow';
/** A node by name, or a constant. The exponent of `pow` is a constant. */
export type ScalarArg = string | number;
export type Instruction = readonly [destination: string, op: ScalarOp, ...args: ScalarArg[]];
export type Program = readonly Instruction[];

export type ScalarGraph = { readonly nodes: ReadonlyMap<string, Tensor>; readonly output: Tensor };

/** What one node handed to one of its arguments: local derivative × upstream = share. */
export type EdgeShare = {
  /** Which argument of the instruction. */
  readonly slot: number;
  readonly to: string;
  readonly local: number;
  readonly share: number;
};
export type ScalarStep = { readonly node: string; readonly upstream: number; readonly edges: readonly EdgeShare[] };

export const unaryOps = Object.keys(unary) as readonly (keyof typeof unary)[];
const isUnary = (op: ScalarOp): op is keyof typeof unary => Object.hasOwn(unary, op);

/**
 * Runs a program forward. What uses a node of `detached` gets its value without its history.
 * Throws RangeError on an unknown name or operation, a wrong number of arguments, or an output that is not there.
 */
export function runProgram(
  program: Program,
  leaves: Readonly<Record<string, number>>,
  output: string,
  detached: ReadonlySet<string> = new Set(),
): ScalarGraph {
  const nodes = new Map<string, Tensor>();
  for (const [name, value] of Object.entries(leaves)) nodes.set(name, tensor(value, { requiresGrad: true }));
  const read = (arg: ScalarArg): Operand => {
    if (typeof arg === 'number') return arg;
    const node = nodes.get(arg);
    if (!node) throw new RangeError(`"${arg}" is used before it has a value`);
    return detached.has(arg) ? detach(node) : node;
  };
  for (const [name, op, ...args] of program) nodes.set(name, apply(name, op, args.map(read)));
  const end = nodes.get(output);
  if (!end) throw new RangeError(`the program has no "${output}"`);
  return { nodes, output: end };
}

function apply(name: string, op: ScalarOp, [a, b, ...rest]: Operand[]): Tensor {
  const wrong = () => new RangeError(`${name}: ${op} does not take these arguments`);
  if (a === undefined || rest.length > 0) throw wrong();
  if (isUnary(op)) {
    if (b !== undefined) throw wrong();
    return unary[op](lift(a));
  }
  if (b === undefined) throw wrong();
  if (op === 'pow') {
    if (typeof b !== 'number') throw wrong();
    return pow(lift(a), b);
  }
  if (!Object.hasOwn(binary, op)) throw new RangeError(`${name}: there is no operation "${op}"`);
  return binary[op](lift(a), b);
}

const lift = (operand: Operand): Tensor => (typeof operand === 'number' ? tensor(operand) : operand);

/** Gradient of every node after a pass, 0 for those that did not receive one. */
export function gradientsOf({ nodes }: ScalarGraph): Record<string, number> {
  return Object.fromEntries([...nodes].map(([name, node]) => [name, item(gradientOf(node))]));
}

/**
 * Goes backward once and notes what went over each edge. Gradients stay on the nodes; a second call adds to those of the leaves.
 * Nothing is sent where nothing asks for a gradient: to constants and to detached values.
 */
export function traceBackward({ nodes, output }: ScalarGraph, program: Program): ScalarStep[] {
  const names = new Map([...nodes].map(([name, node]) => [node, name]));
  const argsOf = new Map(program.map(([name, , ...args]) => [name, args]));
  return noGrad(() =>
    Array.from(backwardSteps(output), ({ node, upstream, sent }) => {
      const name = names.get(node) ?? '';
      const args = argsOf.get(name) ?? [];
      const edges = sent.flatMap((share, slot) => {
        const to = args[slot];
        if (!share || typeof to !== 'string') return [];
        const local = node.pullbacks[slot]?.(tensor(1));
        return local ? [{ slot, to, local: item(local), share: item(share) }] : [];
      });
      return { node: name, upstream: item(upstream), edges };
    }),
  );
}
