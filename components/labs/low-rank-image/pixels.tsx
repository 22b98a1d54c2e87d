/**
 * A grey picture: ink from 0 (paper) to 1, orange below 0. A dark page shows the negative. Equal greys share one path, so
 * 1,024 pixels cost few elements.
 */
import { useHydrated } from '@/components/ui/use-hydrated';
import { SIDE } from './pictures';

type Props = { readonly values: readonly number[]; readonly label: string };

const GREYS = 24;

export function Pixels({ values, label }: Props) {
  const hydrated = useHydrated();
  const paths = new Map<number, string>();
  values.forEach((value, at) => {
    const grey = Math.round(Math.max(-1, Math.min(1, value)) * GREYS);
    if (grey !== 0) paths.set(grey, `${paths.get(grey) ?? ''}M${at % SIDE} ${Math.floor(at / SIDE)}h1v1h-1z`);
  });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      shapeRendering="crispEdges"
      className="block aspect-square w-full border border-line bg-raised"
    >
      {hydrated &&
        [...paths].map(([grey, d]) => (
          <path
            key={grey}
            d={d}
            className={grey > 0 ? 'fill-ink' : 'fill-data-2'}
            fillOpacity={Math.round((100 * Math.abs(grey)) / GREYS) / 100}
          />
        ))}
    </svg>
  );
}
