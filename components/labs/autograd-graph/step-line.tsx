/** What the last step did, as arithmetic: every share a node handed to its arguments. */
import type { Graph } from './core';
import { type GraphStrings, show } from './strings';

export function StepLine({ graph, t }: { readonly graph: Graph; readonly t: GraphStrings }) {
  const { active, output } = graph;
  return (
    <section aria-label={t.stepTitle} className="min-h-20 border-l-3 border-accent pl-3 text-sm tabular-nums">
      <p className="font-semibold">{t.stepTitle}</p>
      {active === null ? (
        <p>{t.forwardOnly}</p>
      ) : (
        <>
          {active.node === output && <p>{t.seed(output)}</p>}
          {active.edges.length === 0 && <p>{note(graph, t)}</p>}
          {active.edges.map(({ slot, to, local, share }) => (
            <p key={slot}>
              {active.node} → {to}: ∂{active.node}/∂{to} = {show(local)}; {show(local)} × {show(active.upstream)} ={' '}
              <strong>{show(share)}</strong>
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function note({ active, nodes }: Graph, t: GraphStrings): string {
  const node = nodes.find(({ name }) => name === active?.node);
  return node?.op === 'leaf' ? t.leafStep(node.name, show(node.gradient ?? 0)) : t.nothingSent;
}
