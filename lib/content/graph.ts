/** The one graph question that content asks: is there a circle? */

/** A cycle as the list of its nodes, first repeated at the end, or null. `edges` may name unknown nodes; they are ignored. */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const state = new Map<string, 'open' | 'closed'>();
  const stack: string[] = [];
  const visit = (node: string): readonly string[] | null => {
    if (state.get(node) === 'closed' || !edges.has(node)) return null;
    if (state.get(node) === 'open') return [...stack.slice(stack.indexOf(node)), node];
    state.set(node, 'open');
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    stack.pop();
    state.set(node, 'closed');
    return null;
  };
  for (const node of edges.keys()) {
    const cycle = visit(node);
    if (cycle) return cycle;
  }
  return null;
}
