/** The curves, what each granularity costs, and the model's passport before and after. */
'use client';
import { useMemo } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import { useModel } from '@/components/labs/frame/model/use-model';
import { deriveCheckpoint } from '@/lib/ml/checkpoint';
import { gptLayout } from '@/lib/ml/gpt/config';
import { quantizeGpt } from '@/lib/ml/quant/quantize-gpt';
import { passportOf } from '@/lib/thread/passport';
import { core, type Given, type params, type Result } from './core';
import { GroupTable } from './group-table';
import { LossPlot } from './loss-plot';
import { optionsOf } from './losses';
import { MatrixTable } from './matrix-table';
import { strings } from './strings';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function QuantizeYourModel(props: LabProps) {
  const { model } = useModel();
  const given = useMemo<Given>(() => ({ model, measured: null }), [model]);
  return (
    <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} given={given} worker={makeWorker} />
  );
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const chosenModel = useModel();
  const { model } = chosenModel;
  const { group, scheme, outlier } = values;
  const { base } = result;
  const { bits, bytes, loss } = result.chosen;
  const op = `quantize:${scheme === 'nf4' ? 'nf4' : bits}:${group}${scheme === 'affine' ? ':zero-point' : ''}`;
  const kept = useMemo(() => {
    if (loss === null || outlier) return null;
    const options = optionsOf(scheme, bits, group);
    const { weights } = quantizeGpt(gptLayout(model.config), model.weights, options);
    return deriveCheckpoint(model, { weights, validationLoss: loss }, op);
  }, [model, scheme, bits, group, outlier, loss, op]);
  const side = (validationLoss: number, ops: readonly string[], size?: number) => ({
    passport: { ...passportOf(model, size), validationLoss, perplexity: Math.exp(validationLoss), ops },
    config: model.config,
  });
  return (
    <>
      <ModelBar locale={locale} chosen={chosenModel} />
      <Controls
        core={core}
        names={scheme === 'nf4' ? ['group'] : ['bits', 'group']}
        strings={t}
        values={values}
        set={set}
      />
      <Controls core={core} names={['outlier']} strings={t} values={values} set={set} />
      <LossPlot result={result} group={group} t={t} />
      <GroupTable result={result} group={group} t={t} />
      <Controls core={core} names={['scheme']} strings={t} values={values} set={set} />
      <MatrixTable matrices={result.chosen.matrices} t={t} />
      <ModelPassport
        locale={locale}
        before={side(base ?? model.validationLoss, model.ops)}
        after={loss === null ? null : side(loss, [...model.ops, op], bytes)}
        keep={kept}
      />
      <p className="mt-1 text-xs text-soft">{t.sampleNote}</p>
    </>
  );
}
