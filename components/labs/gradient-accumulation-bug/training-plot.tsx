/** Validation loss of the two runs, and where they end on short and on long names. */
'use client';
import { pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatFixed } from '@/lib/format-number';
import type { AccumulationStrings } from './strings';
import { EVERY, STEPS, type Training } from './training';

type Props = { readonly training: Training | null; readonly t: AccumulationStrings };

const HEIGHT = 150;
const LOSS = { top: 3.6, bottom: 1.6 } as const;

export function TrainingPlot({ training, t }: Props) {
  const hydrated = useHydrated();
  const last = (curve: readonly number[]) => formatFixed(curve.at(-1) ?? LOSS.top, 3);
  const y = (loss: number) =>
    pixel((1 - (Math.max(LOSS.bottom, Math.min(LOSS.top, loss)) - LOSS.bottom) / (LOSS.top - LOSS.bottom)) * 100);
  const path = (curve: readonly number[]) =>
    curve.map((loss, i) => `${i === 0 ? 'M' : 'L'}${pixel((i * EVERY * 100) / STEPS)} ${y(loss)}`).join('');
  const groups = ['all', 'short', 'long'] as const;
  return (
    <figure>
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="font-semibold">{t.trainingTitle}</span>
        <span className="flex gap-x-4 text-xs">
          <span className="text-ink">– – {t.whole}</span>
          <span className="text-data-1">— {t.accumulated}</span>
        </span>
      </figcaption>
      <div className="relative mt-1 flex gap-1.5 text-xs text-soft tabular-nums" style={{ height: HEIGHT }}>
        <div className="flex flex-col justify-between">
          <span>{formatFixed(LOSS.top, 1)}</span>
          <span>{formatFixed(LOSS.bottom, 1)}</span>
        </div>
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          role="img"
          aria-label={
            training ? t.trainingLabel(last(training.whole.curve), last(training.accumulated.curve)) : t.trainingNone
          }
          className="block h-full min-w-0 flex-1 border-b border-l border-strong"
        >
          {hydrated && training && (
            <>
              <path
                d={path(training.accumulated.curve)}
                fill="none"
                vectorEffect="non-scaling-stroke"
                className="stroke-data-1"
                strokeWidth={2}
              />
              <path
                d={path(training.whole.curve)}
                fill="none"
                vectorEffect="non-scaling-stroke"
                className="stroke-ink"
                strokeWidth={1.5}
                strokeDasharray="5 4"
              />
            </>
          )}
        </svg>
        {!training && (
          <p className="absolute inset-y-0 right-2 left-10 grid place-items-center text-sm">{t.trainingNone}</p>
        )}
      </div>
      <p className="text-end text-xs text-soft">{t.stepAxis}</p>
      {training?.accumulated.end && training.whole.end && (
        <table className="mt-2 w-full text-sm tabular-nums">
          <caption className="text-start text-xs text-soft">{t.endTitle}</caption>
          <thead className="text-xs text-soft">
            <tr>
              <td />
              <th scope="col" className="pl-3 text-end font-normal">
                {t.whole}
              </th>
              <th scope="col" className="pl-3 text-end font-normal">
                {t.accumulated}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group}>
                <th scope="row" className="text-start font-normal">
                  {t.groups[group]}
                </th>
                <td className="pl-3 text-end">{formatFixed(training.whole.end?.[group] ?? 0, 3)}</td>
                <td className="pl-3 text-end font-semibold">
                  {formatFixed(training.accumulated.end?.[group] ?? 0, 3)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  );
}
