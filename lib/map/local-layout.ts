/**
 * The small map around a few concepts: what they rest on, they themselves, what rests on them. Wide it runs from left to
 * right as the large map does; narrow it runs from top to bottom, two stones abreast.
 */
import { type Graph, unlocks } from './reach';

export type Surroundings = {
  readonly before: readonly string[];
  readonly here: readonly string[];
  readonly after: readonly string[];
  /** How many neighbours on either side were left out to keep the picture small. */
  readonly left: number;
};
export type LocalNode = { readonly id: string; readonly x: number; readonly y: number };
export type LocalLayer = 'before' | 'here' | 'after';
export type LocalLayout = {
  readonly width: number;
  readonly height: number;
  readonly stone: { readonly width: number; readonly height: number };
  readonly nodes: readonly LocalNode[];
  readonly lines: readonly { readonly to: string; readonly path: string }[];
  readonly layers: readonly { readonly layer: LocalLayer; readonly x: number; readonly y: number }[];
};
export type LocalShape = 'wide' | 'narrow';

/** Direct neighbours only, at most `limit` on either side. */
export function surroundings(graph: Graph, ids: readonly string[], limit = 6): Surroundings {
  const here = new Set(ids);
  const before = new Set(ids.flatMap((id) => graph.get(id) ?? []).filter((id) => !here.has(id)));
  const after = new Set(ids.flatMap((id) => unlocks(graph, id)).filter((id) => !here.has(id) && !before.has(id)));
  const inOrder = (set: ReadonlySet<string>) => [...graph.keys()].filter((id) => set.has(id));
  const [all, later] = [inOrder(before), inOrder(after)];
  // The nearest on either side: what comes last before, what comes first after.
  const middle = inOrder(here);
  // On either side in the order of those in the middle that they are tied to, so that few lines cross.
  const rank = (ties: (id: string) => readonly string[]) => (a: string, b: string) => mean(ties(a)) - mean(ties(b));
  const mean = (ids: readonly string[]) => {
    const places = ids.map((id) => middle.indexOf(id)).filter((place) => place >= 0);
    return places.reduce((sum, place) => sum + place, 0) / places.length;
  };
  const kept = {
    before: all.slice(-limit).sort(rank((id) => unlocks(graph, id))),
    here: middle,
    after: later.slice(0, limit).sort(rank((id) => graph.get(id) ?? [])),
  };
  return { ...kept, left: all.length + later.length - kept.before.length - kept.after.length };
}

const wide = { width: 196, height: 42, gap: 12, between: 56, head: 30, edge: 2 } as const;
const narrow = { width: 158, height: 46, gap: 10, between: 22, head: 26, edge: 1 } as const;

export function layoutLocal(graph: Graph, around: Surroundings, shape: LocalShape): LocalLayout {
  const layers = (['before', 'here', 'after'] as const).filter((layer) => around[layer].length > 0);
  const { nodes, heads, width, height } = shape === 'wide' ? acrossPage(around, layers) : downPage(around, layers);
  const places = new Map(nodes.map((node) => [node.id, node]));
  const lines = nodes.flatMap((to) =>
    (graph.get(to.id) ?? []).flatMap((id) => {
      const from = places.get(id);
      return from ? [{ to: to.id, path: shape === 'wide' ? level(from, to) : falling(from, to) }] : [];
    }),
  );
  const { width: stoneWidth, height: stoneHeight } = shape === 'wide' ? wide : narrow;
  return { width, height, stone: { width: stoneWidth, height: stoneHeight }, nodes, lines, layers: heads };
}

type Placed = {
  readonly nodes: LocalNode[];
  readonly heads: { layer: LocalLayer; x: number; y: number }[];
  readonly width: number;
  readonly height: number;
};

function acrossPage(around: Surroundings, layers: readonly LocalLayer[]): Placed {
  const { width, height, gap, between, head, edge } = wide;
  const step = height + gap;
  const tallest = Math.max(...layers.map((layer) => around[layer].length));
  const nodes: LocalNode[] = [];
  const heads = layers.map((layer, column) => {
    const ids = around[layer];
    const x = edge + column * (width + between);
    const top = head + ((tallest - ids.length) * step) / 2;
    ids.forEach((id, row) => {
      nodes.push({ id, x, y: top + row * step });
    });
    return { layer, x, y: 14 };
  });
  const columns = layers.length;
  return {
    nodes,
    heads,
    width: 2 * edge + columns * width + (columns - 1) * between,
    height: head + tallest * step - gap + edge,
  };
}

function downPage(around: Surroundings, layers: readonly LocalLayer[]): Placed {
  const { width, height, gap, between, head, edge } = narrow;
  const nodes: LocalNode[] = [];
  let y = 0;
  const heads = layers.map((layer) => {
    const at = { layer, x: edge, y: y + 14 };
    y += head;
    around[layer].forEach((id, index) => {
      nodes.push({ id, x: edge + (index % 2) * (width + gap), y: y + Math.floor(index / 2) * (height + gap) });
    });
    y += Math.ceil(around[layer].length / 2) * (height + gap) - gap + between;
    return at;
  });
  return { nodes, heads, width: 2 * edge + 2 * width + gap, height: y - between + edge };
}

/** From side to side; between neighbours of one column from below to above, or in an arc beside those that lie between. */
function level(from: LocalNode, to: LocalNode): string {
  const { width, height, gap, between } = wide;
  if (from.x === to.x) {
    const middle = from.x + width / 2;
    if (to.y - from.y === height + gap) return `M${middle} ${from.y + height}V${to.y}`;
    const [y1, y2] = [from.y + height / 2, to.y + height / 2];
    return `M${from.x} ${y1}C${from.x - 22} ${y1} ${from.x - 22} ${y2} ${from.x} ${y2}`;
  }
  const [x1, y1, y2] = [from.x + width, from.y + height / 2, to.y + height / 2];
  const bend = Math.max(between, to.x - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${to.x - bend} ${y2} ${to.x} ${y2}`;
}

/** From the foot of one stone to the head of another; in one row from side to side. */
function falling(from: LocalNode, to: LocalNode): string {
  const { width, height } = narrow;
  if (from.y === to.y) {
    const [left, right] = from.x < to.x ? [from, to] : [to, from];
    return `M${left.x + width} ${left.y + height / 2}H${right.x}`;
  }
  const [x1, x2] = [from.x + width / 2, to.x + width / 2];
  const [y1, y2] = to.y > from.y ? [from.y + height, to.y] : [from.y, to.y + height];
  const bend = (y2 - y1) / 2;
  return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}
