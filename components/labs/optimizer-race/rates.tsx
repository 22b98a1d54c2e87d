/** The three numbers that decide the race. */
'use client';
import { Slider } from '@/components/labs/frame/controls';
import { params, type Values } from './core';
import { LogSlider } from './log-slider';
import type { RaceStrings } from './strings';

type Props = {
  readonly t: RaceStrings;
  readonly values: Values;
  /** From this rate on gradient descent is unstable where it starts. */
  readonly limit: number;
  readonly set: (change: Partial<Values>) => void;
};

export function Rates({ t, values, limit, set }: Props) {
  const { surface, rate, beta, adamRate } = values;
  // Whoever moves a number wants to see the whole race that it makes.
  const end = { step: params.step.max };
  return (
    <div className="mt-4 grid gap-3">
      <LogSlider
        label={t.params.rate}
        spec={params.rate}
        value={rate}
        onChange={(to) => set({ rate: to, ...end })}
        note={surface === 'valley' || surface === 'saddle' ? t.rateNoteStart(limit) : t.rateNote(limit)}
      />
      <Slider
        label={t.params.beta}
        spec={params.beta}
        value={beta}
        format={(at) => t.betaNote(1 / (1 - at))}
        onChange={(to) => set({ beta: to, ...end })}
      />
      <LogSlider
        label={t.params.adamRate}
        spec={params.adamRate}
        value={adamRate}
        onChange={(to) => set({ adamRate: to, ...end })}
        note={t.adamNote}
      />
    </div>
  );
}
