/** Edges as curves through the places of their route, and where their labels stand. */
import { pixel } from '@/components/ui/plot/round';
import type { Graph } from './core';
import type { Place } from './layout';

/** Where on its curve a label stands: near the end that has fewer edges, so that it meets fewer other labels. */
const LABEL_AT = { source: 0.38, target: 0.62 } as const;
/** Two edges between the same nodes bend apart by this share of the width. */
const BEND = 0.09;

/** How far an edge bends aside: 0 unless another edge joins the same two nodes. */
function bendOf(graph: Graph, index: number): number {
  const edge = graph.edges[index];
  const twins = graph.edges.flatMap(({ from, to }, i) => (from === edge?.from && to === edge.to ? [i] : []));
  return (twins.indexOf(index) - (twins.length - 1) / 2) * BEND * 2;
}

export function labelPlace(graph: Graph, index: number): Place {
  const edge = graph.edges[index];
  const route = graph.layout.routes[index] ?? [];
  const leaving = graph.edges.filter(({ from }) => from === edge?.from).length;
  const arriving = graph.edges.filter(({ to }) => to === edge?.to).length;
  const end = leaving > arriving ? 'target' : 'source';
  const [from, to] = end === 'source' ? route : route.slice(-2);
  if (!from || !to) return { x: 0.5, row: 0 };
  const t = LABEL_AT[end];
  const across = t * t * (3 - 2 * t);
  const down = 1.5 * t * (1 - t) + t ** 3;
  return { x: from.x + (to.x - from.x) * across + bendOf(graph, index), row: from.row + down };
}

export function Edges({ graph }: { readonly graph: Graph }) {
  const { rows, routes } = graph.layout;
  const y = (row: number) => pixel((row + 0.5) * 100);
  const path = (route: readonly Place[], bend: number) =>
    route
      .map((place, i) => {
        const x = pixel(place.x * 100);
        const before = route[i - 1];
        if (!before) return `M${x} ${y(place.row)}`;
        const middle = y((before.row + place.row) / 2);
        return `C${pixel((before.x + bend) * 100)} ${middle} ${pixel((place.x + bend) * 100)} ${middle} ${x} ${y(place.row)}`;
      })
      .join('');
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 100 ${rows * 100}`}
      preserveAspectRatio="none"
      className="absolute inset-0 h-full w-full"
    >
      {graph.edges.map((edge, i) => {
        const active = graph.active?.node === edge.to && !edge.cut;
        const tone = edge.cut
          ? 'stroke-bad'
          : active
            ? 'stroke-accent'
            : edge.share === null
              ? 'stroke-line'
              : 'stroke-strong';
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: an edge is known by its place in the program
            key={i}
            d={path(routes[i] ?? [], bendOf(graph, i) * 1.35)}
            fill="none"
            vectorEffect="non-scaling-stroke"
            className={tone}
            strokeWidth={active ? 2.5 : 1.5}
            strokeDasharray={edge.cut ? '4 4' : undefined}
          />
        );
      })}
    </svg>
  );
}
