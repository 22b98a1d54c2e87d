/** The thread's first lab: train, watch the loss fall below what counting can do, look inside, keep the model. */
'use client';
import { useEffect, useRef } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { modelList } from '@/components/labs/frame/model/model-list';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { passportOf } from '@/lib/thread/passport';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { checkpointOf, core, params, type Result } from './core';
import { HeadMaps, LetterPlane } from './inside-view';
import { LossChart } from './loss-chart';
import { RunBar } from './run-bar';
import { sizes } from './settings';
import { Shelf } from './shelf';
import { strings } from './strings';
import { Mistakes, SampleList } from './writing';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function TrainAGpt(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} worker={makeWorker} ownWork />;
}

function View({ locale, values, result, set, work }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { training, inside, insideStep, looks } = result;
  const checkpoint = checkpointOf(result, values, t.modelName(String(sizes[values.size].width), training?.step ?? 0));
  useKeep(checkpoint, training?.phase === 'finished');
  const shipped = shippedCheckpoint();
  const side = (model: Checkpoint) => ({ passport: passportOf(model), config: model.config });
  const finished = training?.phase === 'finished' && checkpoint !== null;
  return (
    <>
      <Controls core={core} names={['size', 'rate', 'steps']} strings={t} values={values} set={set} />
      <details>
        <summary className="w-fit cursor-pointer text-sm text-soft">{t.more}</summary>
        <Controls core={core} names={['batch', 'schedule']} strings={t} values={values} set={set} />
      </details>
      {work && <RunBar t={t} work={work} training={training} label={t.work?.(values) ?? t.train} />}
      <LossChart t={t} training={training} steps={values.steps} />
      <div className="mt-5">
        <SampleList training={training} t={t} />
      </div>
      <Mistakes mistakes={training?.mistakes ?? []} t={t} />
      <section className="mt-6 border-t border-line pt-4">
        <h4 className="font-semibold">{t.insideTitle(insideStep)}</h4>
        <div className="my-3 grid gap-3 sm:grid-cols-2">
          <label className="lab-control my-4">
            <span className="lab-control-label">{t.params.name}</span>
            <input
              className="field col-span-full w-full font-mono"
              maxLength={params.name.maxLength}
              value={values.name}
              spellCheck={false}
              autoCapitalize="none"
              onChange={(event) => set({ name: event.target.value })}
            />
          </label>
          {looks > 1 && (
            <label className="lab-control my-4">
              <span className="lab-control-label">{t.lookAt(insideStep ?? 0)}</span>
              <input
                type="range"
                min={0}
                max={looks - 1}
                step={1}
                value={Math.min(values.look, looks - 1)}
                aria-valuetext={String(insideStep)}
                onChange={(event) => {
                  const place = event.target.valueAsNumber;
                  set({ look: place >= looks - 1 ? params.look.max : place });
                }}
              />
            </label>
          )}
        </div>
        <HeadMaps inside={inside} t={t} />
        <div className="mt-5">
          <LetterPlane inside={inside} t={t} />
        </div>
      </section>
      <ModelPassport
        locale={locale}
        before={side(finished ? checkpoint : shipped)}
        keep={finished ? checkpoint : null}
      />
      <Shelf t={t} />
    </>
  );
}

/** A finished model is kept at once; one still in the making when the page is left or hidden is kept as it stands. */
function useKeep(checkpoint: Checkpoint | null, finished: boolean): void {
  const latest = useRef(checkpoint);
  latest.current = checkpoint;
  const id = finished ? checkpoint?.id : undefined;
  useEffect(() => {
    if (id !== undefined && latest.current) void modelList.save(latest.current);
  }, [id]);
  useEffect(() => {
    const keep = () => {
      if (document.visibilityState === 'hidden' && latest.current) void modelList.save(latest.current);
    };
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('pagehide', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('pagehide', keep);
    };
  }, []);
}
