/** Two rooms: a race over two weights, and one weight of a real model. */
'use client';
import { useMemo } from 'react';
import { Segments } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { useModel } from '@/components/labs/frame/model/use-model';
import { core, type Given, params, type Result } from './core';
import { RaceView } from './race-view';
import { strings } from './strings';
import { WeightView } from './weight-view';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function OptimizerRace(props: LabProps) {
  const { model } = useModel();
  const given = useMemo<Given>(() => ({ model, trace: null }), [model]);
  return (
    <LabFrame
      {...props}
      core={core}
      strings={strings}
      view={View}
      controls={[]}
      given={given}
      worker={makeWorker}
      ownPlayback
      ownWork
    />
  );
}

function View({ locale, values, result, set, motion, work }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  return (
    <>
      <Segments
        label={t.params.view}
        options={params.view.options.map((id) => ({ id, text: t.options.view[id] }))}
        value={values.view}
        onChange={(view) => set({ view: view === 'model' ? 'model' : 'surface' })}
      />
      {values.view === 'model' ? (
        <WeightView t={t} locale={locale} values={values} weight={result.weight} set={set} work={work} />
      ) : (
        <RaceView t={t} values={values} result={result} set={set} motion={motion} />
      )}
    </>
  );
}
