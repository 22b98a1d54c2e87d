/** Questions the map answers about what rests on what. */

export type Graph = ReadonlyMap<string, readonly string[]>;

export function graphOf(
  concepts: readonly { readonly id: string; readonly prerequisites: readonly string[] }[],
): Graph {
  return new Map(concepts.map(({ id, prerequisites }) => [id, prerequisites]));
}

/** Everything `id` rests on, directly or not, without itself. */
export function pathTo(graph: Graph, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...(graph.get(id) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    queue.push(...(graph.get(next) ?? []));
  }
  found.delete(id);
  return found;
}

/**
 * The same as a list to learn from: a concept never comes before what it rests on. Among those that could come next, the
 * one that stands first in the graph does; the graph is in road order, so the list follows the lessons.
 */
export function orderedPathTo(graph: Graph, id: string): readonly string[] {
  const open = pathTo(graph, id);
  const ordered: string[] = [];
  const placed = new Set<string>();
  const place = (next: string) => {
    if (placed.has(next) || !open.has(next)) return;
    placed.add(next);
    for (const below of graph.get(next) ?? []) place(below);
    ordered.push(next);
  };
  for (const next of graph.keys()) place(next);
  return ordered;
}

/** What rests directly on `id`. */
export function unlocks(graph: Graph, id: string): readonly string[] {
  return [...graph].filter(([, below]) => below.includes(id)).map(([other]) => other);
}
