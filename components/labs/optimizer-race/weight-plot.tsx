/** Two panels over the training steps: what comes in (gradient, its averages) and what goes out (the step). */
import { pixel } from '@/components/ui/plot/round';
import type { WeightView } from './core';
import type { RaceStrings } from './strings';
import { type Method, rateOf } from './trace';

type Props = {
  readonly t: RaceStrings;
  readonly weight: WeightView;
  readonly method: Method;
  readonly moment: number;
};

const HEIGHT = 110;

export function WeightPlot({ t, weight, method, moment }: Props) {
  const { steps } = weight;
  const adaptive = method !== 'momentum';
  const changes = steps.map(({ change }) => change / rateOf(method));
  const largestIn = steps.reduce(
    (most, { g, mHat, vHat }) => Math.max(most, Math.abs(g), Math.abs(mHat), Math.sqrt(vHat)),
    1e-12,
  );
  const largestOut = changes.reduce((most, by) => Math.max(most, Math.abs(by)), adaptive ? 1.1 : 1e-12);
  const roots = steps.map(({ vHat }) => Math.sqrt(vHat) / largestIn);
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{t.historyTitle}</figcaption>
      <p className="mt-1 text-xs text-soft">{adaptive ? t.gradientPanel : t.gradientPanelMomentum}</p>
      <Panel
        label={adaptive ? t.gradientPanel : t.gradientPanelMomentum}
        bars={steps.map(({ g }) => g / largestIn)}
        line={steps.map(({ mHat }) => mHat / largestIn)}
        band={adaptive ? roots : null}
        rule={null}
        moment={moment}
      />
      <p className="mt-2 text-xs text-soft">{t.stepPanel}</p>
      <Panel
        label={t.historyText(changes)}
        bars={changes.map((by) => by / largestOut)}
        line={null}
        band={null}
        rule={adaptive ? 1 / largestOut : null}
        moment={moment}
      />
      <p className="mt-1 text-xs text-soft tabular-nums">{t.historyText(changes)}</p>
    </figure>
  );
}

type PanelProps = {
  readonly label: string;
  /** In [−1, 1], as everything here. */
  readonly bars: readonly number[];
  readonly line: readonly number[] | null;
  readonly band: readonly number[] | null;
  /** A dashed line at plus and minus this. */
  readonly rule: number | null;
  readonly moment: number;
};

function Panel({ label, bars, line, band, rule, moment }: PanelProps) {
  const x = (k: number) => pixel((100 * (k + 0.5)) / bars.length);
  const y = (value: number) => pixel((HEIGHT * (1 - 0.95 * value)) / 2);
  const places = (values: readonly number[], sign = 1) => values.map((value, k) => `${x(k)},${y(sign * value)}`);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      className="mt-1 block w-full border-y border-line"
      style={{ height: HEIGHT }}
    >
      {band && (
        <polygon
          points={[...places(band), ...places(band, -1).reverse()].join(' ')}
          className="fill-data-1"
          fillOpacity={0.14}
        />
      )}
      <line
        x1={x(moment - 1)}
        x2={x(moment - 1)}
        y1={0}
        y2={HEIGHT}
        className="stroke-accent"
        strokeOpacity={0.35}
        strokeWidth={9}
        vectorEffect="non-scaling-stroke"
      />
      <line x1={0} x2={100} y1={y(0)} y2={y(0)} className="stroke-strong" vectorEffect="non-scaling-stroke" />
      {rule !== null &&
        [rule, -rule].map((at) => (
          <line
            key={at}
            x1={0}
            x2={100}
            y1={y(at)}
            y2={y(at)}
            className="stroke-faint"
            strokeDasharray="4 4"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      <path
        d={bars.map((value, k) => `M${x(k)} ${y(0)}V${y(value)}`).join('')}
        className="fill-none stroke-data-2"
        strokeWidth={2.5}
        vectorEffect="non-scaling-stroke"
      />
      {line && (
        <polyline
          points={places(line).join(' ')}
          className="fill-none stroke-data-1"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
