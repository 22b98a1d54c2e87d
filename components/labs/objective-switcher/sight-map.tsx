/** Who may look at what: a row for each position, a column for each input. Scored rows carry a mark. */
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Result } from './core';
import type { SwitcherStrings } from './strings';

type Props = { readonly t: SwitcherStrings; readonly result: Result };

const looks = { 2: 'text-data-1', 1: 'text-data-2' } as const;

export function SightMap({ t, result }: Props) {
  const hydrated = useHydrated();
  const { positions, sightMap, pin } = result;
  const size = positions.length;
  const cells = (kind: 1 | 2) =>
    sightMap
      .map((cell, at) => (cell === kind ? `M${(at % size) + 0.06} ${Math.floor(at / size) + 0.06}h.88v.88h-.88z` : ''))
      .join('');
  return (
    <figure className="grid content-start gap-2">
      <figcaption className="font-semibold text-sm">{t.map}</figcaption>
      <svg
        role="img"
        aria-label={t.mapText(result)}
        viewBox={`-1.2 -0.1 ${size + 1.3} ${size + 0.2}`}
        className="w-full max-w-72"
      >
        <rect x={0} y={0} width={size} height={size} className="fill-sunken" />
        {hydrated && (
          <>
            <path d={cells(2)} className={looks[2]} fill="currentColor" opacity={0.75} />
            <path d={cells(1)} className={looks[1]} fill="none" stroke="currentColor" strokeWidth={0.14} />
            {positions.map(
              ({ target }, i) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                target !== null && <circle key={i} cx={-0.6} cy={i + 0.5} r={0.24} className="fill-ink" />,
            )}
            <rect
              x={0}
              y={pin - 1}
              width={size}
              height={1}
              fill="none"
              className="stroke-ink"
              strokeWidth={2}
              vectorEffect="non-scaling-stroke"
            />
          </>
        )}
      </svg>
      <ul className="flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-soft text-xs [&>li]:m-0">
        <li>
          <span aria-hidden="true" className="mr-1.5 inline-block h-2.5 w-2.5 bg-data-1" />
          {t.seesToken}
        </li>
        <li>
          <span aria-hidden="true" className="mr-1.5 inline-block h-2.5 w-2.5 border-2 border-data-2" />
          {t.seesHidden}
        </li>
        <li>
          <span aria-hidden="true" className="mr-1.5">
            ●
          </span>
          {t.isScored}
        </li>
      </ul>
    </figure>
  );
}
