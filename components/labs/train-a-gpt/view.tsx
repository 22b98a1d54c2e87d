/** The thread's first lab: train, watch the loss fall below what counting can do, look inside, keep the model. */
'use client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { forgetLeftModel, leaveModel } from '@/components/labs/frame/model/left-model';
import { modelList } from '@/components/labs/frame/model/model-list';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { passportOf } from '@/lib/thread/passport';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { CopyRun } from './copy-run';
import { checkpointOf, core, params, type Result } from './core';
import { HeadMaps, LetterPlane } from './inside-view';
import { LossChart } from './loss-chart';
import { RunBar } from './run-bar';
import { sizes } from './settings';
import { Shelf } from './shelf';
import { strings } from './strings';
import type { Training } from './training';
import { Mistakes, SampleList } from './writing';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function TrainAGpt(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} worker={makeWorker} ownWork />;
}

function View({ locale, values, result, set, work }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { training, inside, insideStep, looks } = result;
  const finished = training?.phase === 'finished' ? training : null;
  const make = () =>
    checkpointOf(result, values, t.modelName(String(sizes[values.size].width), training?.snapshots.at(-1)?.step ?? 0));
  useKeep(make, finished);
  const checkpoint = finished && make();
  const shipped = shippedCheckpoint();
  const { list } = useSyncExternalStore(modelList.subscribe, modelList.get, modelList.atStart);
  const isKept = checkpoint !== null && list.models.some((one) => one.checkpoint.id === checkpoint.id);
  const side = (model: Checkpoint) => ({ passport: passportOf(model), config: model.config });
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
      {finished && <CopyRun locale={locale} values={values} result={result} t={t} />}
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
      <ModelPassport locale={locale} before={side(checkpoint ?? shipped)} keep={isKept ? null : checkpoint} />
      {isKept && <p className="mt-2 text-sm text-good">✓ {t.autoKept}</p>}
      <Shelf t={t} made={checkpoint} />
    </>
  );
}

/** A finished model is kept at once; one still in the making is kept as it stands when the page is left. */
function useKeep(make: () => Checkpoint | null, finished: Training | null): void {
  const latest = useRef(make);
  latest.current = make;
  /** The newest finished run that was kept, and its model: not kept again once the learner has deleted it. */
  const kept = useRef<{ readonly run: Training; readonly id: string } | null>(null);
  const left = useRef<string | null>(null);
  useEffect(() => {
    const checkpoint = finished && latest.current();
    if (!checkpoint || kept.current?.run === finished) return;
    void modelList.save(checkpoint).then((outcome) => {
      if (outcome === 'saved') kept.current = { run: finished, id: checkpoint.id };
    });
  }, [finished]);
  useEffect(() => {
    const inTheMaking = () => {
      const checkpoint = latest.current();
      return checkpoint?.id === kept.current?.id ? null : checkpoint;
    };
    const takeBack = () => {
      if (left.current) forgetLeftModel(left.current);
      left.current = null;
    };
    // A hidden page may be ended without a word, and one that is left has no time.
    const leave = () => {
      takeBack();
      const checkpoint = inTheMaking();
      if (!checkpoint) return;
      leaveModel(checkpoint);
      left.current = checkpoint.id;
    };
    const change = () => (document.visibilityState === 'hidden' ? leave() : takeBack());
    document.addEventListener('visibilitychange', change);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', change);
      window.removeEventListener('pagehide', leave);
      takeBack();
      // The page goes on, only the lab is left.
      const checkpoint = inTheMaking();
      if (checkpoint) void modelList.saveAside(checkpoint, true);
    };
  }, []);
}
