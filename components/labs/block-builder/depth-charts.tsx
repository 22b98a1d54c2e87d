/** What depth does to the stream, to the difference between tokens, and to the gradients. */
import { type Line, LineChart } from '@/components/ui/plot/line-chart';
import { GOAL, type Result } from './core';
import { powerOfTen } from './number-text';
import type { BlockStrings } from './strings';

type Props = { readonly t: BlockStrings; readonly result: Result; readonly depth: number };

/** Below this a float32 is 0; so is its logarithm's floor. */
const TINY = 1e-45;
const log = (value: number) => Math.log10(Math.max(TINY, value));

/** Whole decades around the values, at least from 0.1 to 10. */
function decades(values: readonly number[]): readonly [number, number] {
  return [Math.min(-1, Math.floor(Math.min(...values))), Math.max(1, Math.ceil(Math.max(...values)))];
}

/** Room above the highest mark, where its name stands. */
const roomy = ([bottom, top]: readonly [number, number]) => [bottom, top + 0.14 * (top - bottom)] as const;

const marks = ([bottom, top]: readonly [number, number]) =>
  [bottom, 0, top].map((power) => ({ id: String(power), name: powerOfTen(power), y: power }));

export function DepthCharts({ t, result, depth }: Props) {
  const sizes = result.sizes.map(log);
  const gradients = result.gradients.map(log);
  const baseline = Array.from({ length: depth + 1 }, (_, i) => ({ x: i, y: Math.log10(Math.sqrt(1 + i)) }));
  const points = (values: readonly number[], first: number) => values.map((y, i) => ({ x: i + first, y }));
  const line = (id: string, name: string, tone: string, at: Line['points']): Line => ({ id, name, tone, points: at });
  const sizeRange = decades(sizes);
  const gradientRange = decades(gradients);
  return (
    <div className="grid min-w-0 gap-6">
      <LineChart
        title={t.sizeTitle}
        lines={[
          line('baseline', t.baseline, 'text-faint', baseline),
          line('size', t.now, 'text-data-1', points(sizes, 0)),
        ]}
        levels={marks(sizeRange)}
        to={depth}
        range={roomy(sizeRange)}
        unit={t.blocks(depth)}
        empty=""
      />
      <LineChart
        title={t.alikeTitle}
        lines={[line('alike', t.now, 'text-data-2', points(result.alike, 0))]}
        levels={[
          { id: 'limit', name: t.limit(GOAL.alike), y: GOAL.alike },
          { id: 'none', name: '0', y: 0 },
        ]}
        to={depth}
        range={[-0.3, 1.25]}
        unit={t.blocks(depth)}
        empty=""
      />
      <LineChart
        title={t.gradientTitle}
        lines={[line('gradient', t.now, 'text-data-3', points(gradients, 1))]}
        levels={marks(gradientRange)}
        to={depth}
        range={roomy(gradientRange)}
        unit={t.blocks(depth)}
        empty={t.noGradient}
      />
    </div>
  );
}
