/** A bar a name: as wide as it has tokens, as high as one of them counts. Equal areas in the mean of means are the bug. */
import { percentage } from '@/components/ui/plot/round';
import type { Result } from './core';
import { type AccumulationStrings, showTimes } from './strings';

type Props = { readonly result: Result; readonly t: AccumulationStrings };

const HEIGHT = 132;
/** A weight of 1 never fills more than this share of the height. */
const LEAST_SCALE = 2;

export function WeightChart({ result, t }: Props) {
  const { batches, spread } = result;
  const tallest = Math.max(LEAST_SCALE, ...batches.flatMap(({ names }) => names.map(({ weight }) => weight)));
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{t.weightsTitle}</figcaption>
      <div role="img" aria-label={t.weightsLabel(result)} className="relative mt-6 text-xs tabular-nums">
        <div className="flex items-end gap-1.5" style={{ height: HEIGHT }}>
          {batches.map(({ names, tokens }, m) => (
            <div
              key={names[0]?.place ?? m}
              className="flex h-full items-end gap-px"
              style={{ flexGrow: tokens, flexBasis: 0 }}
            >
              {names.map(({ place, tokens: width, weight }) => (
                <div
                  key={place}
                  className={`relative ${m % 2 === 0 ? 'bg-data-1' : 'bg-data-3'}`}
                  style={{ flexGrow: width, flexBasis: 0, height: percentage(weight / tallest) }}
                />
              ))}
            </div>
          ))}
        </div>
        <span
          className="pointer-events-none absolute inset-x-0 border-t-2 border-dashed border-ink"
          style={{ bottom: `calc(${percentage(1 / tallest)} * ${HEIGHT / (HEIGHT + 20)} + 20px)` }}
        />
        <div className="flex h-5 gap-1.5 text-soft">
          {batches.map(({ names, tokens }, m) => (
            <span key={names[0]?.place ?? m} className="text-center" style={{ flexGrow: tokens, flexBasis: 0 }}>
              {m + 1}
            </span>
          ))}
        </div>
        <span className="absolute -top-5 right-0 text-soft">
          <span aria-hidden="true" className="mr-1 inline-block w-5 border-t-2 border-dashed border-ink align-middle" />
          {t.wholeLine}
        </span>
      </div>
      <p className="text-xs text-soft">{t.weightsNote(showTimes(spread).replace('× ', ''))}</p>
    </figure>
  );
}
