'use client';
import { useMemo } from 'react';
import { Segments, Slider } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import { useModel } from '@/components/labs/frame/model/use-model';
import { passportOf } from '@/lib/thread/passport';
import { core, GOAL, type Result, startOf } from './core';
import { NameWall } from './name-wall';
import { NextPlot } from './next-plot';
import { amateurs, samplers } from './sampler';
import { ScoreTable } from './score-table';
import { strings } from './strings';
import { TradePlot } from './trade-plot';

type ViewProps = LabViewProps<typeof core.params, Result>;

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
/** The one number of each sampler; the others have none. */
const knobs = { 'top-k': 'k', 'top-p': 'p', 'min-p': 'minP', contrastive: 'alpha' } as const;

export default function SamplerBench(props: LabProps) {
  const { model } = useModel();
  const given = useMemo(() => startOf(model), [model]);
  return (
    <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} given={given} worker={makeWorker} />
  );
}

function View({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  const chosen = useModel();
  const { model } = useMemo(() => startOf(chosen.model), [chosen.model]);
  const before = useMemo(() => ({ passport: passportOf(model), config: model.config }), [model]);
  const { sampler } = values;
  const knob = sampler === 'temperature' || sampler === 'greedy' ? null : knobs[sampler];
  const option = (of: 'sampler' | 'amateur', id: string) => ({ id, text: t.options?.[of]?.[id] ?? id });
  const { batch, current } = result;
  return (
    <div className="@container grid gap-7">
      <div>
        <ModelBar locale={locale} chosen={chosen} />
        <div className="grid gap-3">
          <Segments
            label={t.params.sampler}
            options={samplers.map((id) => option('sampler', id))}
            value={sampler}
            onChange={(id) => set({ sampler: samplers.find((one) => one === id) ?? sampler })}
          />
          <div className="grid gap-x-8 gap-y-3 @2xl:grid-cols-2">
            {sampler !== 'greedy' && (
              <Slider
                label={t.params.temperature}
                spec={core.params.temperature}
                value={values.temperature}
                onChange={(temperature) => set({ temperature })}
              />
            )}
            {knob && (
              <Slider
                label={t.params[knob]}
                spec={core.params[knob]}
                value={values[knob]}
                onChange={(value) => set({ [knob]: value })}
              />
            )}
          </div>
          {sampler === 'contrastive' && (
            <Segments
              label={t.params.amateur}
              options={amateurs.map((id) => option('amateur', id))}
              value={values.amateur}
              onChange={(id) => set({ amateur: amateurs.find((one) => one === id) ?? values.amateur })}
            />
          )}
          {values.temperature < GOAL.temperature && sampler !== 'greedy' && (
            <p className="text-sm text-warn">{t.cooled}</p>
          )}
        </div>
      </div>
      <div className="grid gap-7 @3xl:grid-cols-2">
        <NextPlot t={t} result={result} settings={values} onPrefix={(prefix) => set({ prefix })} />
        <TradePlot t={t} result={result} />
      </div>
      <p role="status" className="min-h-6 text-sm text-soft">
        {batch ? (current ? '' : t.stale) : t.waiting}
      </p>
      {batch && (
        <div className={`grid gap-7 @3xl:grid-cols-2 ${current ? '' : 'opacity-60'}`}>
          <NameWall t={t} batch={batch} />
          <ScoreTable t={t} batch={batch} />
        </div>
      )}
      <ModelPassport locale={locale} before={before} />
    </div>
  );
}
