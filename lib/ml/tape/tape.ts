/**
 * Reverse-mode automatic differentiation. Every operation in `./tape/` notes its inputs and one pullback for each; going backward
 * visits the nodes from the output to the leaves, and each hands its gradient, pulled back, to its inputs.
 *
 * Pullbacks are made of the same operations, so with `record` on, gradients have a graph too and can be differentiated again.
 * Griewank & Walther 2008, ch. 3; Baydin et al. 2018 (JMLR 18), §3.2.
 */
import { add } from './arithmetic';
import { noGrad } from './record';
import { full, sameShape, shapeText, type Tensor } from './tensor';

/** One node handing its gradient on. `sent[i]` went to `inputs[i]`; null where nobody wants it. */
export type BackwardStep = {
  readonly node: Tensor;
  readonly upstream: Tensor;
  readonly sent: readonly (Tensor | null)[];
};

/** Every node that `output` depends on and that wants a gradient; inputs stand before what was made from them. */
export function topologicalOrder(output: Tensor): Tensor[] {
  const order: Tensor[] = [];
  const seen = new Set<Tensor>();
  // Own stack instead of recursion: a graph may be deeper than the call stack.
  const stack: { readonly node: Tensor; next: number }[] = [];
  const enter = (node: Tensor) => {
    if (!node.requiresGrad || seen.has(node)) return;
    seen.add(node);
    stack.push({ node, next: 0 });
  };
  enter(output);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const input = top.node.inputs[top.next];
    top.next += 1;
    if (input) enter(input);
    else {
      order.push(top.node);
      stack.pop();
    }
  }
  return order;
}

// #region backward
/** The backward pass, one node at a time. A leaf adds to the gradient it has; whoever wants a fresh one zeroes it first. */
export function* backwardSteps(output: Tensor, upstream = full(output.shape, 1, output)): Generator<BackwardStep> {
  const pending = new Map<Tensor, Tensor>([[output, upstream]]);
  for (const node of topologicalOrder(output).reverse()) {
    const gradient = pending.get(node);
    if (!gradient) continue;
    const isLeaf = node.inputs.length === 0;
    node.grad = isLeaf && node.grad ? add(node.grad, gradient) : gradient;
    const sent = node.inputs.map((input, i) => (input.requiresGrad ? (node.pullbacks[i]?.(gradient) ?? null) : null));
    sent.forEach((share, i) => {
      const input = node.inputs[i];
      if (!share || !input) return;
      const before = pending.get(input);
      // A node used twice gets two shares: the derivative is the sum over all paths.
      pending.set(input, before ? add(before, share) : share);
    });
    yield { node, upstream: gradient, sent };
  }
}
// #endregion backward

/**
 * Adds d output / d leaf to `grad` of every leaf, times `upstream` (default ones, so a scalar loss needs none). `grad` of inner
 * nodes is replaced, for reading. With `record`, the gradients themselves can be differentiated.
 * Throws RangeError if nothing in the graph wants a gradient, or the upstream has another shape.
 */
export function backward(
  output: Tensor,
  options: { readonly upstream?: Tensor; readonly record?: boolean } = {},
): void {
  const { upstream = full(output.shape, 1, output), record = false } = options;
  if (!output.requiresGrad) throw new RangeError('backward: nothing in this graph requires a gradient');
  if (!sameShape(upstream.shape, output.shape)) {
    throw new RangeError(`backward: upstream ${shapeText(upstream.shape)} for an output ${shapeText(output.shape)}`);
  }
  const run = () => {
    for (const _ of backwardSteps(output, upstream));
  };
  if (record) run();
  else noGrad(run);
}

/** Forgets the gradients of these leaves. Without it the next backward pass adds to the last one. */
export function zeroGrad(leaves: Iterable<Tensor>): void {
  for (const leaf of leaves) leaf.grad = null;
}

/** The gradient of a leaf, zeros if none has arrived. */
export function gradientOf(leaf: Tensor): Tensor {
  return leaf.grad ?? full(leaf.shape, 0, leaf);
}
