/** A real model: choose a matrix and a weight, and see what the optimizer kept about it through some steps of training. */
'use client';
import { Segments, Slider } from '@/components/labs/frame/controls';
import type { WorkState } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import { useModel } from '@/components/labs/frame/model/use-model';
import { strings as frameStrings } from '@/components/labs/frame/strings';
import { WorkBar } from '@/components/labs/frame/work-bar';
import type { Locale } from '@/lib/i18n/locale';
import { passportOf } from '@/lib/thread/passport';
import { params, type Values, type WeightView as Weight } from './core';
import { DecayPlot } from './decay-plot';
import { StepLedger } from './step-ledger';
import type { RaceStrings } from './strings';
import { rateOf, STEPS } from './trace';
import { WeightPicker } from './weight-picker';
import { WeightPlot } from './weight-plot';

type Props = {
  readonly t: RaceStrings;
  readonly locale: Locale;
  readonly values: Values;
  readonly weight: Weight | null;
  readonly set: (change: Partial<Values>) => void;
  readonly work: WorkState | null;
};

export function WeightView({ t, locale, values, weight, set, work }: Props) {
  const chosen = useModel();
  const { model } = chosen;
  const side = (loss: number, ops: readonly string[]) => ({
    passport: { ...passportOf(model), validationLoss: loss, perplexity: Math.exp(loss), ops },
    config: model.config,
  });
  return (
    <div className="@container mt-4">
      <ModelBar locale={locale} chosen={chosen} />
      <Segments
        label={t.params.method}
        options={params.method.options.map((id) => ({ id, text: t.options.method[id] }))}
        value={values.method}
        onChange={(id) => set({ method: params.method.options.find((one) => one === id) ?? params.method.default })}
      />
      <label className="mt-3 flex flex-wrap items-center gap-2 text-sm text-soft">
        {t.params.matrix}
        <select
          className="field"
          value={values.matrix}
          onChange={(event) =>
            set({ matrix: params.matrix.options.find((one) => one === event.target.value) ?? params.matrix.default })
          }
        >
          {params.matrix.options.map((id) => (
            <option key={id} value={id}>
              {t.options.matrix[id]}
            </option>
          ))}
        </select>
      </label>
      {work && <WorkBar t={frameStrings[locale]} work={work} label={t.work()} auto={false} />}
      {weight === null ? (
        <p className="text-sm">{t.notYet}</p>
      ) : (
        <>
          <div className="grid gap-x-8 gap-y-5 @3xl:grid-cols-2">
            <WeightPicker t={t} weight={weight} onPick={(row, column) => set({ row, column })} />
            <WeightPlot t={t} weight={weight} method={values.method} moment={values.moment} />
          </div>
          <Slider
            label={t.params.moment}
            spec={params.moment}
            value={values.moment}
            onChange={(moment) => set({ moment })}
          />
          <StepLedger t={t} weight={weight} method={values.method} moment={values.moment} />
          <DecayPlot t={t} weight={weight} />
        </>
      )}
      <ModelPassport
        locale={locale}
        before={side(model.validationLoss, model.ops)}
        after={weight && side(weight.validationLoss, [...model.ops, `train:${STEPS}`])}
      />
      {weight && <p className="text-xs text-soft">{t.settledNote(rateOf(values.method))}</p>}
    </div>
  );
}
