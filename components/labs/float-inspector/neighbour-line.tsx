/** The stored number between the next one below and the next one above, and where the typed number lies among them. */
import { percentage } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type Plain, writePlain } from './number-text';
import type { Reading } from './reading';
import type { InspectorStrings } from './strings';

type Props = { readonly reading: Reading; readonly typed: Plain; readonly name: string; readonly t: InspectorStrings };

/** Places of below, stored and above, as shares of the width. */
const PLACES = { below: 0.12, stored: 0.5, above: 0.88 } as const;

/** Where the typed number lies, each half to its own scale; null when it is beyond the picture. */
function placeOf(typed: Plain, { below, stored, above }: Reading): number | null {
  if (typeof typed !== 'number' || typeof stored !== 'number') return null;
  const [neighbour, end] = typed < stored ? [below, PLACES.below] : [above, PLACES.above];
  if (typed === stored) return PLACES.stored;
  if (typeof neighbour !== 'number') return null;
  const share = (typed - stored) / (neighbour - stored);
  return share > 1.2 ? null : PLACES.stored + share * (end - PLACES.stored);
}

export function NeighbourLine({ reading, typed, name, t }: Props) {
  const hydrated = useHydrated();
  const { below, stored, above, gap } = reading;
  const place = placeOf(typed, reading);
  const title = t.neighbours(name, gap === null ? null : writePlain(gap));
  const marks = [
    { at: PLACES.below, value: below, align: 'left-0 text-left' },
    { at: PLACES.stored, value: stored, align: 'left-1/2 -translate-x-1/2 text-center font-semibold text-ink' },
    { at: PLACES.above, value: above, align: 'right-0 text-right' },
  ];
  return (
    <figure className="mt-5">
      <figcaption className="text-sm font-semibold tabular-nums">{title}</figcaption>
      <div className="relative mt-1 h-12" aria-hidden="true">
        <div className="absolute inset-x-0 top-8 h-px bg-strong" />
        {marks.map(
          ({ at, value }) =>
            value !== null && (
              <div
                key={at}
                className="absolute top-6 h-4 w-0.5 -translate-x-1/2 bg-ink"
                style={{ left: percentage(at) }}
              />
            ),
        )}
        {hydrated && place !== null && (
          <div className="absolute top-0 -translate-x-1/2 text-xs text-data-2" style={{ left: percentage(place) }}>
            <span className="block leading-4">{t.typed}</span>
            <span className="mx-auto block h-4 w-px bg-data-2" />
            <span className="mx-auto -mt-1 block size-2 rounded-full bg-data-2" />
          </div>
        )}
      </div>
      <div className="relative h-10 text-xs text-soft tabular-nums">
        {marks.map(({ at, value, align }) => (
          <span key={at} className={`absolute w-[32%] [overflow-wrap:anywhere] ${align}`}>
            {value === null ? t.none : writePlain(value)}
          </span>
        ))}
      </div>
    </figure>
  );
}
