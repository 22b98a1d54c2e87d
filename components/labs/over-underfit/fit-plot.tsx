/** The data, the true curve and the polynomial of the shown checkpoint. */
import { pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Result, Values } from './core';
import { type Point, truth } from './data';
import type { FitStrings } from './strings';

type Props = { readonly t: FitStrings; readonly result: Result; readonly values: Values };

const HEIGHT = 240;
/** Beyond this the curve leaves the picture. */
const REACH = 2.2;
const x = (value: number) => pixel(50 * (value + 1));
const y = (value: number) => pixel((HEIGHT / 2) * (1 - Math.min(3, Math.max(-3, value)) / REACH));

export function FitPlot({ t, result, values }: Props) {
  const hydrated = useHydrated();
  const { data, curve } = result;
  const line = (points: readonly Point[]) => points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ');
  const dots = (points: readonly Point[]) => points.map((point) => `M${x(point.x)} ${y(point.y)}h0`).join('');
  return (
    <figure className="min-w-0">
      <figcaption className="text-sm font-semibold">{t.fitTitle}</figcaption>
      <svg
        role="img"
        aria-label={t.fitText(result, values)}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-2 block w-full overflow-hidden border-y border-line"
        style={{ height: HEIGHT }}
      >
        <line x1={0} x2={100} y1={y(0)} y2={y(0)} className="stroke-line" vectorEffect="non-scaling-stroke" />
        {hydrated && (
          <g strokeLinecap="round" className="fill-none">
            <polyline
              points={line(curve.map((point) => ({ x: point.x, y: truth(point.x) })))}
              className="stroke-faint"
              strokeWidth={2}
              strokeDasharray="2 6"
              vectorEffect="non-scaling-stroke"
            />
            <path
              d={dots(data.validation)}
              className="stroke-data-2"
              strokeWidth={5}
              strokeOpacity={0.55}
              vectorEffect="non-scaling-stroke"
            />
            <polyline
              points={line(curve)}
              className="stroke-ink"
              strokeWidth={2.5}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
            <path d={dots(data.train)} className="stroke-data-1" strokeWidth={10} vectorEffect="non-scaling-stroke" />
          </g>
        )}
      </svg>
      <ul className="list-none p-0 [&>li]:m-0 mt-1 flex flex-wrap gap-x-4 text-xs text-soft">
        <Key className="text-data-1" mark="●" text={t.trainPoints} />
        <Key className="text-data-2" mark="•" text={t.validationPoints} />
        <Key className="text-ink" mark="━" text={t.model} />
        <Key className="text-faint" mark="┄" text={t.truth} />
      </ul>
    </figure>
  );
}

function Key({ className, mark, text }: { readonly className: string; readonly mark: string; readonly text: string }) {
  return (
    <li>
      <span aria-hidden="true" className={className}>
        {mark}
      </span>{' '}
      {text}
    </li>
  );
}
