/** How much of full fine-tuning's gain the adapter reaches, and with how many parameters, against the goal. */
import { percentage } from '@/components/ui/plot/round';
import { GOAL, type Result } from './core';
import { formatGain, GAIN_GOAL, type LoraStrings } from './strings';

type Props = { readonly result: Result; readonly t: LoraStrings };

export function GainBar({ result, t }: Props) {
  const { gain, trainable, budget } = result;
  const reached = gain !== null && gain >= GOAL.gain;
  const within = trainable <= budget;
  return (
    <div className="mt-5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="font-semibold">{t.gain}</span>
        <span className="text-lg font-semibold tabular-nums">
          {gain !== null && <Mark met={reached} />}
          {gain === null ? '–' : formatGain(gain)}
        </span>
      </p>
      <div className="relative mt-1 mb-6 h-3 border border-line bg-sunken text-xs text-soft tabular-nums">
        <span
          className={`absolute inset-y-0 left-0 ${reached ? 'bg-good' : 'bg-data-1'}`}
          style={{ width: percentage(Math.min(1, Math.max(0, gain ?? 0))) }}
        />
        <span className="absolute -top-1 -bottom-1 border-l-2 border-ink" style={{ left: percentage(GOAL.gain) }} />
        <span
          className="absolute top-4 -translate-x-full pr-1 whitespace-nowrap"
          style={{ left: percentage(GOAL.gain) }}
        >
          {t.gainText(GAIN_GOAL)}
        </span>
      </div>
      <p className="text-sm text-soft tabular-nums">
        <Mark met={within} />
        {t.budget(trainable, budget)}
      </p>
    </div>
  );
}

function Mark({ met }: { readonly met: boolean }) {
  return (
    <span aria-hidden="true" className={met ? 'text-good' : 'text-bad'}>
      {met ? '✓ ' : '✗ '}
    </span>
  );
}
