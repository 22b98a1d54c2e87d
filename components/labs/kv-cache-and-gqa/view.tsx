/** The same answer for less work, what the cache takes on a real card, and what sharing heads costs the learner's own model. */
'use client';
import { useMemo } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import { useModel } from '@/components/labs/frame/model/use-model';
import { formatFixed } from '@/lib/format-number';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { passportOf } from '@/lib/thread/passport';
import { core, givenOf, MAX_LOSS, params, type Result } from './core';
import { FlopsPlot } from './flops-plot';
import { HeadGroups } from './head-groups';
import { LossPlot } from './loss-plot';
import { ShareBars } from './share-bars';
import { strings } from './strings';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function KvCacheAndGqa(props: LabProps) {
  const { model } = useModel();
  const given = useMemo(() => givenOf(model), [model]);
  return (
    <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} given={given} worker={makeWorker} />
  );
}

const sideOf = (model: Checkpoint) => ({ passport: passportOf(model), config: model.config });

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const chosen = useModel();
  const { decoding, model, kvHeads, conversion, lost } = result;
  const before = useMemo(() => sideOf(model), [model]);
  const made = conversion?.model ?? null;
  const after = useMemo(() => (made && made !== model ? sideOf(made) : null), [made, model]);
  return (
    <>
      <ModelBar locale={locale} chosen={chosen} />
      {chosen.model.id !== model.id && <p className="mb-3 text-sm text-warn">{t.standIn}</p>}
      <FlopsPlot decoding={decoding} t={t} />
      <p className="mt-5 text-sm text-soft">{t.demand(values)}</p>
      <ShareBars result={result} t={t} onChoose={(share) => set({ share: shareOf(share) })} />
      <details className="mt-2 border-b border-line pb-1">
        <summary className="min-h-9 cursor-pointer py-1.5 text-sm text-soft">{t.demandTitle}</summary>
        {!result.onTask && <p className="text-sm">{t.offTask}</p>}
        <Controls
          core={core}
          names={['served', 'users', 'tokens', 'bits', 'card']}
          strings={t}
          values={values}
          set={set}
        />
      </details>
      <h4 className="mt-5 text-sm font-semibold">{t.ownTitle}</h4>
      <HeadGroups heads={model.config.heads} kvHeads={kvHeads} was={model.config.kvHeads} t={t} />
      <Controls core={core} names={['pooling', 'steps']} strings={t} values={values} set={set} />
      <LossPlot result={result} steps={Number(values.steps)} t={t} />
      <p className="mt-1 min-h-6 text-sm tabular-nums" role="status">
        {lost !== null && (
          <>
            <span aria-hidden="true" className={lost <= MAX_LOSS ? 'text-good' : 'text-bad'}>
              {lost <= MAX_LOSS ? '✓ ' : '✗ '}
            </span>
            {t.lost(formatFixed(conversion?.pooled ?? 0, 3), formatFixed(conversion?.tuned ?? 0, 3), lost)}
          </>
        )}
      </p>
      <ModelPassport locale={locale} before={before} after={after} keep={after ? made : null} />
    </>
  );
}

function shareOf(share: string): (typeof params.share.options)[number] {
  return params.share.options.find((one) => one === share) ?? params.share.default;
}
