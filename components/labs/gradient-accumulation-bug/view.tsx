/** Eight names in micro-batches, what that makes each token worth, where the gradient points, and what training makes of it. */
'use client';
import { useMemo } from 'react';
import { Segments, Slider } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import { useModel } from '@/components/labs/frame/model/use-model';
import { passportOf } from '@/lib/thread/passport';
import { core, normalisations, params, type Result } from './core';
import { GradientPlane } from './gradient-plane';
import { NameList } from './name-list';
import { orders } from './packing';
import { strings } from './strings';
import { TrainingPlot } from './training-plot';
import { WeightChart } from './weight-chart';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function GradientAccumulationBug(props: LabProps) {
  const { model } = useModel();
  const given = useMemo(() => ({ model, training: null }), [model]);
  return (
    <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} given={given} worker={makeWorker} />
  );
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const chosen = useModel();
  const before = useMemo(() => ({ passport: passportOf(chosen.model), config: chosen.model.config }), [chosen.model]);
  const option = (of: 'normalisation' | 'order', id: string) => ({ id, text: t.options?.[of]?.[id] ?? id });
  return (
    <div className="@container grid gap-6">
      <div>
        <ModelBar locale={locale} chosen={chosen} />
        <div className="grid gap-x-8 gap-y-3 @2xl:grid-cols-2">
          <Segments
            label={t.params.order}
            options={orders.map((id) => option('order', id))}
            value={values.order}
            onChange={(id) => {
              const order = orders.find((one) => one === id) ?? values.order;
              // By hand goes on from what is to be seen.
              set(order === 'own' ? { order, assign: result.assign } : { order });
            }}
          />
          {values.order !== 'own' && (
            <Slider label={t.params.size} spec={params.size} value={values.size} onChange={(size) => set({ size })} />
          )}
        </div>
      </div>
      <WeightChart result={result} t={t} />
      <NameList result={result} t={t} onAssign={(assign) => set({ order: 'own', assign })} />
      <div>
        <Segments
          label={t.params.normalisation}
          options={normalisations.map((id) => option('normalisation', id))}
          value={values.normalisation}
          onChange={(id) => set({ normalisation: normalisations.find((one) => one === id) ?? values.normalisation })}
        />
        <p className="mt-2 min-h-12 text-sm text-soft">{t.lesson(values.normalisation)}</p>
      </div>
      <div className="grid gap-6 @3xl:grid-cols-2">
        <GradientPlane result={result} bugChosen={values.normalisation === 'micro-mean'} t={t} />
        <TrainingPlot training={result.training} t={t} />
      </div>
      <ModelPassport locale={locale} before={before} />
    </div>
  );
}
