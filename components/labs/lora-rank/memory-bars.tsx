/** Memory of the three methods on one scale, against the card. Full fine-tuning is always there to compare with. */
import { formatBytes } from '@/lib/format-number';
import type { TuningMethod } from '@/lib/ml/cost/adapter-cost';
import { CARD_BYTES, GOAL, methods, type Result } from './core';
import type { LoraStrings } from './strings';

type Props = { readonly costs: Result['costs']; readonly method: TuningMethod; readonly t: LoraStrings };

export function MemoryBars({ costs, method, t }: Props) {
  const widest = Math.max(CARD_BYTES, ...methods.map((one) => costs[one].total));
  const percent = (bytes: number) => `${((bytes / widest) * 100).toFixed(3)}%`;
  return (
    <figure className="mt-5">
      <figcaption className="text-sm font-semibold">{t.memoryTitle}</figcaption>
      <div className="mt-1">
        {methods.map((one) => {
          const cost = costs[one];
          const own = one === method;
          return (
            <div key={one} className={`pt-1 text-sm ${own ? 'font-semibold' : 'text-soft'}`}>
              <p className="flex justify-between gap-2 tabular-nums">
                <span>{t.options?.method?.[one]}</span>
                <span>
                  {own && (
                    <span aria-hidden="true" className={cost.total <= GOAL.memory ? 'text-good' : 'text-bad'}>
                      {cost.total <= GOAL.memory ? '✓ ' : '✗ '}
                    </span>
                  )}
                  {formatBytes(cost.total)}
                </span>
              </p>
              <div className="relative h-4">
                <span
                  className={`absolute inset-y-0.5 left-0 flex ${own ? '' : 'opacity-50'}`}
                  style={{ width: percent(cost.total) }}
                >
                  <span className="bg-data-1" style={{ flex: cost.weights }} />
                  <span className="bg-data-2" style={{ flex: cost.gradients }} />
                  <span className="bg-data-3" style={{ flex: cost.optimizer }} />
                </span>
                <span className="absolute inset-y-0 border-l-2 border-ink" style={{ left: percent(CARD_BYTES) }} />
              </div>
              <p className="text-xs font-normal text-soft tabular-nums">{t.parts(cost)}</p>
            </div>
          );
        })}
      </div>
      <p className="mt-1 text-xs text-soft">
        {t.memoryNote(formatBytes(CARD_BYTES), formatBytes(CARD_BYTES - GOAL.memory))}
      </p>
    </figure>
  );
}
