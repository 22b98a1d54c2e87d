/** The three curves, how far to look, and a control for each reader. */
'use client';
import { Slider } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { core, type Name, params, type Result } from './core';
import { LaneCard } from './lane-card';
import { ReachPlot } from './reach-plot';
import { strings } from './strings';

const controls = { rnn: 'gain', lstm: 'forget', head: 'focus' } as const satisfies Record<Name, keyof typeof params>;

export default function GradientThroughTime(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  return (
    <div className="@container grid gap-6">
      <ReachPlot t={t} result={result} />
      <div className="grid gap-x-8 gap-y-6 @3xl:grid-cols-3">
        {result.lanes.map((lane) => {
          const control = controls[lane.name];
          return (
            <LaneCard
              key={lane.name}
              t={t}
              lane={lane}
              label={t.params[control]}
              spec={params[control]}
              value={values[control]}
              onChange={(value) => set({ [control]: value })}
            />
          );
        })}
      </div>
      <div className="grid gap-x-8 gap-y-3 border-line border-t pt-4 @3xl:grid-cols-2">
        <Slider
          label={t.params.length}
          spec={params.length}
          value={values.length}
          onChange={(length) => set({ length })}
        />
        <Slider
          label={t.params.pin}
          spec={{ ...params.pin, max: result.length }}
          value={result.pin}
          onChange={(pin) => set({ pin })}
        />
      </div>
    </div>
  );
}
