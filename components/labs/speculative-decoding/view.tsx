'use client';
import { useMemo } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import { useModel } from '@/components/labs/frame/model/use-model';
import { passportOf } from '@/lib/thread/passport';
import { core, type Result, startOf } from './core';
import { OfferTable } from './offer-table';
import { Proof } from './proof';
import { RoundPanel } from './round-panel';
import { SpeedPlot } from './speed-plot';
import { strings } from './strings';

type ViewProps = LabViewProps<typeof core.params, Result>;

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function SpeculativeDecoding(props: LabProps) {
  const { model, student } = useModel();
  const given = useMemo(() => startOf(model, student), [model, student]);
  return (
    <LabFrame
      {...props}
      core={core}
      strings={strings}
      view={View}
      controls={[]}
      ownPlayback
      given={given}
      worker={makeWorker}
    />
  );
}

function View({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  const chosen = useModel();
  const { model } = chosen;
  const before = useMemo(() => ({ passport: passportOf(model), config: model.config }), [model]);
  const { measured, current } = result;
  return (
    <div className="@container grid gap-7">
      <div>
        <ModelBar locale={locale} chosen={chosen} />
        <RoundPanel
          locale={locale}
          t={t}
          result={result}
          values={values}
          onPrefix={(prefix) => set({ prefix })}
          onStep={(step) => set({ step })}
        />
      </div>
      <Controls core={core} names={['draft', 'gamma', 'rule']} strings={t} values={values} set={set} />
      <div className="grid gap-7 @3xl:grid-cols-2">
        <SpeedPlot t={t} result={result} draft={values.draft} />
        <div className="grid content-start gap-7">
          <OfferTable t={t} result={result} draft={values.draft} />
          {measured && (
            <div className={current ? '' : 'opacity-60'}>
              <Proof t={t} result={result} measured={measured} />
            </div>
          )}
        </div>
      </div>
      <p role="status" className="min-h-6 text-soft text-sm">
        {measured && !current ? t.stale : ''}
      </p>
      <ModelPassport locale={locale} before={before} />
    </div>
  );
}
