'use client';
import { Slider } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { core, type Result } from './core';
import { EntropyScale } from './entropy-scale';
import { FloatPanel } from './float-panel';
import { LogitRows } from './logit-rows';
import { ReliabilityPlot } from './reliability-plot';
import { strings } from './strings';

type ViewProps = LabViewProps<typeof core.params, Result>;

export default function SoftmaxTemperature(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

/** Temperature stands beside the bars it moves, so that a thumb on the slider never leaves them off the screen. */
function View({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  return (
    <div className="@container grid gap-8">
      <div className="grid gap-4">
        <LogitRows t={t} values={values} result={result} set={set} />
        <Slider
          label={t.params.temperature}
          spec={core.params.temperature}
          value={values.temperature}
          onChange={(temperature) => set({ temperature })}
        />
        <EntropyScale t={t} result={result} />
      </div>
      <div className="grid gap-8 @3xl:grid-cols-2">
        <ReliabilityPlot t={t} result={result} />
        <FloatPanel t={t} values={values} result={result} set={set} />
      </div>
    </div>
  );
}
