/** Two sliders and a sampler, the cloud they make over the true one, and what it is worth. */
'use client';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { Playback } from '@/components/labs/frame/playback';
import { strings as frameStrings } from '@/components/labs/frame/strings';
import { CloudPlot } from './cloud-plot';
import { core, type params, type Result } from './core';
import { modesOf } from './data';
import { QualityFacts } from './quality-facts';
import { SchedulePlot } from './schedule-plot';
import { strings } from './strings';

export default function Diffusion2d(props: LabProps) {
  return (
    <LabFrame {...props} core={core} strings={strings} view={View} controls={['target', 'schedule']} ownPlayback />
  );
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const names = modesOf(values.target).map(({ label, mean }) => t.modeName(label, mean[0], mean[1]));
  return (
    <div className="@container">
      <Controls core={core} names={['guidance', 'steps', 'sampler']} strings={t} values={values} set={set} />
      <div className="grid gap-6 @2xl:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <div>
          <CloudPlot result={result} target={values.target} t={t} />
          <Playback
            t={frameStrings[locale]}
            step={result.step}
            last={result.last}
            onStep={(step) => set({ step: step === result.last ? core.params.step.max : step })}
          />
        </div>
        <div className="grid content-start gap-5">
          <QualityFacts result={result} steps={values.steps} names={names} t={t} />
          <SchedulePlot result={result} schedule={values.schedule} t={t} />
        </div>
      </div>
    </div>
  );
}
