/** The leaves: their values to change, and the gradient reported beside the slope found by nudging. */
import { Slider } from '@/components/labs/frame/controls';
import type { NumberParam } from '@/lib/labs/params';
import { type Graph, params } from './core';
import type { LeafReport } from './gradients';
import { type GraphStrings, show, verdictOf } from './strings';

type Props = {
  readonly graph: Graph;
  readonly t: GraphStrings;
  readonly onValue: (place: number, value: number) => void;
  readonly onPin: (leaf: string) => void;
};

export function LeafPanel({ graph, t, onValue, onPin }: Props) {
  return (
    <section aria-label={t.leavesTitle}>
      <h4 className="text-sm font-semibold">{t.leavesTitle}</h4>
      <div className="grid gap-x-6 gap-y-3 @lg:grid-cols-2 @3xl:grid-cols-1">
        {graph.leaves.map((leaf, i) => (
          <LeafRow
            key={leaf.name}
            leaf={leaf}
            t={t}
            pinned={graph.pinned.name === leaf.name}
            onValue={(value) => onValue(i, value)}
            onPin={() => onPin(leaf.name)}
          />
        ))}
      </div>
    </section>
  );
}

type RowProps = {
  readonly leaf: LeafReport;
  readonly t: GraphStrings;
  readonly pinned: boolean;
  readonly onValue: (value: number) => void;
  readonly onPin: () => void;
};

function LeafRow({ leaf, t, pinned, onValue, onPin }: RowProps) {
  const { min, max, step } = params.leaves;
  const spec: NumberParam = { kind: 'number', min, max, step, default: 0 };
  const right = verdictOf(leaf) === 'right';
  return (
    <div className="border-b border-line pb-2">
      <Slider label={leaf.name} spec={spec} value={leaf.value} onChange={onValue} />
      <p className="flex flex-wrap items-center gap-x-3 text-sm tabular-nums">
        <span>
          {t.nudged} <strong>{leaf.nudged === null ? t.noSlope : show(leaf.nudged)}</strong>
        </span>
        <span>
          {leaf.name}.grad <strong>{show(leaf.reported)}</strong>
        </span>
        <span className={right ? 'text-good' : 'text-bad'}>
          {right ? '✓' : '✗'} {t.verdict(leaf)}
        </span>
        <button type="button" className="lab-link ml-auto" aria-pressed={pinned} onClick={onPin}>
          {t.showPaths(leaf.name)}
        </button>
      </p>
    </div>
  );
}
