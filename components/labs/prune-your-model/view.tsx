/** The curves, the masks, what the zeros save, and the model's passport before and after. */
'use client';
import { useMemo } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import { useModel } from '@/components/labs/frame/model/use-model';
import { strings as frameStrings } from '@/components/labs/frame/strings';
import { WorkBar } from '@/components/labs/frame/work-bar';
import { formatPercent } from '@/lib/format-number';
import { deriveCheckpoint } from '@/lib/ml/checkpoint';
import { passportOf } from '@/lib/thread/passport';
import { core, type Given, type params, type Result } from './core';
import { LossTable } from './loss-table';
import { MaskMaps } from './mask-maps';
import { SparsityPlot } from './sparsity-plot';
import { StorageBars } from './storage-bars';
import { strings } from './strings';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function PruneYourModel(props: LabProps) {
  const { model } = useModel();
  const given = useMemo<Given>(() => ({ model, measured: null }), [model]);
  return (
    <LabFrame
      {...props}
      core={core}
      strings={strings}
      view={View}
      controls={[]}
      ownWork
      given={given}
      worker={makeWorker}
    />
  );
}

function View({ locale, values, result, set, work }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const chosenModel = useModel();
  const { model } = chosenModel;
  const { method, steps } = values;
  const { base, bytes, sparsity, smallest, tunedWeights } = result;
  const loss = result.chosen?.tuned ?? null;
  const pruned = `prune:${sparsity}${{ magnitude: '', random: ':random', 'two-of-four': ':2of4' }[method]}`;
  const ops = steps > 0 ? [pruned, `tune:${steps}`] : [pruned];
  const kept = useMemo(() => {
    if (tunedWeights === null || loss === null) return null;
    const change = { weights: tunedWeights, validationLoss: loss, step: model.step + steps };
    if (steps === 0) return deriveCheckpoint(model, change, pruned);
    return deriveCheckpoint({ ...model, ops: [...model.ops, pruned] }, change, `tune:${steps}`);
  }, [model, tunedWeights, loss, steps, pruned]);
  const side = (validationLoss: number, done: readonly string[], size?: number) => ({
    passport: { ...passportOf(model, size), validationLoss, perplexity: Math.exp(validationLoss), ops: done },
    config: model.config,
  });
  return (
    <>
      <ModelBar locale={locale} chosen={chosenModel} />
      <Controls
        core={core}
        names={method === 'two-of-four' ? ['method', 'steps'] : ['method', 'sparsity', 'steps']}
        strings={t}
        values={values}
        set={set}
      />
      {method === 'two-of-four' && <p className="text-sm text-soft">{t.onlyHalf}</p>}
      {work && <WorkBar t={frameStrings[locale]} work={work} label={t.work?.(values) ?? ''} auto={false} />}
      <SparsityPlot result={result} method={method} steps={steps} t={t} />
      <LossTable result={result} method={method} steps={steps} t={t} />
      <MaskMaps maps={result.maps} title={t.masksTitle(formatPercent(sparsity), formatPercent(result.zeros))} t={t} />
      <StorageBars bytes={bytes} smallest={smallest} t={t} />
      <ModelPassport
        locale={locale}
        before={side(base ?? model.validationLoss, model.ops)}
        after={loss === null ? null : side(loss, [...model.ops, ...ops], smallest)}
        keep={kept}
      />
      <p className="mt-1 text-xs text-soft">{t.sampleNote}</p>
    </>
  );
}
