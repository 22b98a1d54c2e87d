/** Every path from one leaf to the output with its product, and their sum: the gradient, without any backward pass. */
import type { Graph } from './core';
import { type GraphStrings, show } from './strings';

type Props = { readonly graph: Graph; readonly twice: boolean; readonly t: GraphStrings };

export function PathList({ graph, twice, t }: Props) {
  const { name, paths, pathCount, truth, reported } = graph.pinned;
  const left = pathCount - paths.length;
  return (
    <section aria-label={t.pathsTitle(name)} className="text-sm tabular-nums">
      <h4 className="font-semibold">{t.pathsTitle(name)}</h4>
      {paths.length === 0 && <p className="text-soft">{t.noPath}</p>}
      <ul>
        {paths.map(({ nodes, factors, product, cut }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two paths may run through the same nodes
          <li key={i} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-0.5">
            <span className={cut ? 'text-bad line-through' : ''}>{nodes.join(' → ')}</span>
            <span className="ml-auto">
              {cut && (
                <span className="text-bad">
                  <span aria-hidden="true">✂ </span>
                  <span className="sr-only">{t.cut} </span>
                </span>
              )}
              {factors
                .map((factor) => (factor < 0 && factors.length > 1 ? `(${show(factor)})` : show(factor)))
                .join(' × ')}{' '}
              = <strong>{show(product)}</strong>
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="text-soft">{t.morePaths(left)}</p>}
      <p className="flex justify-between gap-4 pt-0.5">
        <span>{t.sum}</span>
        <strong>{show(truth)}</strong>
      </p>
      {(graph.detached !== null || twice) && (
        <p className="flex justify-between gap-4">
          <span>
            {name}.grad {twice && <span className="text-soft">({t.doubled})</span>}
          </span>
          <strong className={Math.abs(reported - truth) > 1e-9 ? 'text-bad' : ''}>{show(reported)}</strong>
        </p>
      )}
    </section>
  );
}
