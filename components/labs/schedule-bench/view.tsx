/** The schedule and, over the same steps, what it does to the loss; the runs it is compared with below. */
'use client';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { strings as frameStrings } from '@/components/labs/frame/strings';
import { WorkBar } from '@/components/labs/frame/work-bar';
import { core, type params, type Result } from './core';
import { FinalTable } from './final-table';
import { FirstSteps } from './first-steps';
import { LossPlot } from './loss-plot';
import { RatePlot } from './rate-plot';
import { strings } from './strings';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function ScheduleBench(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} worker={makeWorker} ownWork />;
}

function View({ locale, values, result, set, work }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  return (
    <>
      <Controls core={core} names={['shape']} strings={t} values={values} set={set} />
      <RatePlot t={t} values={values} result={result} set={set} />
      <Controls
        core={core}
        names={values.shape === 'wsd' ? ['peak', 'warmup', 'decayFrom'] : ['peak', 'warmup']}
        strings={t}
        values={values}
        set={set}
      />
      {work && <WorkBar t={frameStrings[locale]} work={work} label={t.work()} auto={false} />}
      <LossPlot t={t} result={result} />
      <FinalTable t={t} result={result} />
      <details className="mt-6 border-y border-line">
        <summary className="min-h-9 cursor-pointer py-1.5 text-sm text-soft">{t.more}</summary>
        <FirstSteps t={t} values={values} />
        <p className="mt-1 text-xs text-soft">{t.firstNote(values.warmup)}</p>
        <Controls core={core} names={['counting', 'floor']} strings={t} values={values} set={set} />
      </details>
    </>
  );
}
