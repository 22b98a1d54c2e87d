/** The graph: rows of nodes as text, the edges as one stretched picture beneath them. Values flow down, gradients up. */
'use client';
import { percentage } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Graph, GraphEdge, GraphNode } from './core';
import { Edges, labelPlace } from './edges';
import { type GraphStrings, show } from './strings';

type Props = { readonly graph: Graph; readonly t: GraphStrings; readonly onPin: (leaf: string) => void };

const ROW = 100;
const signs: Readonly<Record<string, string>> = {
  add: '+',
  sub: '−',
  mul: '×',
  div: '÷',
  neg: '−',
  pow: '^',
  square: '²',
  sqrt: '√',
};

export function GraphView({ graph, t, onPin }: Props) {
  const hydrated = useHydrated();
  const { nodes, edges, layout } = graph;
  const top = (row: number) => percentage((row + 0.5) / layout.rows);
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{t.graphTitle}</figcaption>
      <section
        aria-label={t.graphLabel(nodes)}
        className="relative mt-1 text-xs tabular-nums"
        style={{ height: layout.rows * ROW }}
      >
        {hydrated && (
          <>
            <Edges graph={graph} />
            {edges.map((edge, i) => {
              const place = labelPlace(graph, i);
              return (
                <EdgeLabel
                  key={`${edge.to}:${edge.from}:${place.x}`}
                  edge={edge}
                  active={graph.active?.node === edge.to}
                  left={percentage(place.x)}
                  top={top(place.row)}
                />
              );
            })}
          </>
        )}
        {nodes.map((node) => {
          const place = layout.nodes[node.name] ?? { x: 0.5, row: 0 };
          return (
            <div
              key={node.name}
              className="absolute -translate-x-1/2 -translate-y-1/2"
              style={{ left: percentage(place.x), top: top(place.row) }}
            >
              <NodeBox node={node} graph={graph} t={t} onPin={onPin} />
            </div>
          );
        })}
      </section>
      <p className="mt-1 text-xs text-soft">{t.legend}</p>
    </figure>
  );
}

type BoxProps = { readonly node: GraphNode } & Props;

function NodeBox({ node, graph, t, onPin }: BoxProps) {
  const { name, op, value, gradient } = node;
  const active = graph.active?.node === name;
  const leaf = op === 'leaf';
  const border = graph.detached === name ? 'border-dashed border-bad' : active ? 'border-accent' : 'border-strong';
  const shape = `${border} ${active ? 'bg-accent-wash' : 'bg-paper'} ${leaf ? 'rounded-full' : 'rounded-md'}`;
  const content = (
    <>
      <span className="font-semibold">{name}</span>
      {!leaf && <span className="text-soft"> {signs[op] ?? op}</span>}
      <span className="block">{show(value)}</span>
      <span className={`block ${gradient === null ? 'text-faint' : 'font-semibold text-accent'}`}>
        ∂ {gradient === null ? '·' : show(gradient)}
      </span>
    </>
  );
  const box = `block min-w-16 border px-2 py-0.5 text-center leading-tight whitespace-nowrap ${shape}`;
  if (!leaf) return <div className={box}>{content}</div>;
  return (
    <button
      type="button"
      className={`${box} ${graph.pinned.name === name ? 'ring-2 ring-accent' : ''}`}
      aria-pressed={graph.pinned.name === name}
      aria-label={`${t.nodeLabel(node)}. ${t.showPaths(name)}`}
      onClick={() => onPin(name)}
    >
      {content}
    </button>
  );
}

type LabelProps = { readonly edge: GraphEdge; readonly active: boolean; readonly left: string; readonly top: string };

/** Narrow screens show what arrives, wide ones the whole product. */
function EdgeLabel({ edge, active, left, top }: LabelProps) {
  const { local, share, cut } = edge;
  if (cut || share === null) {
    if (!cut) return null;
    return (
      <span className="absolute -translate-x-1/2 -translate-y-1/2 bg-paper px-0.5 text-bad" style={{ left, top }}>
        ✂
      </span>
    );
  }
  const upstream = local === 0 ? null : share / local;
  return (
    <span
      className={`absolute -translate-x-1/2 -translate-y-1/2 bg-paper px-0.5 leading-none whitespace-nowrap ${active ? 'font-semibold text-accent' : 'text-soft'}`}
      style={{ left, top }}
    >
      {upstream !== null && (
        <span className="hidden @2xl:inline">
          {show(local)} × {show(upstream)} ={' '}
        </span>
      )}
      {show(share)}
    </span>
  );
}
