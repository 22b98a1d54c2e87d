/** Three things to attack, one question: does the gradient's promise hold? */
'use client';
import { useMemo } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import { useModel } from '@/components/labs/frame/model/use-model';
import { passportOf } from '@/lib/thread/passport';
import { core, type params, type Result } from './core';
import { GlyphPanel } from './glyph-panel';
import type { Given } from './measuring';
import { NamePanel } from './name-panel';
import { StepCurve, valueAt } from './step-curve';
import { strings } from './strings';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function AttackYourModel(props: LabProps) {
  const { model } = useModel();
  const given = useMemo<Given>(() => ({ model, measured: null, trained: null }), [model]);
  return (
    <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} given={given} worker={makeWorker} />
  );
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const chosen = useModel();
  const { glyphs } = result;
  const targets = <Controls core={core} names={['target']} strings={t} values={values} set={set} />;
  if (values.target === 'gpt') {
    return (
      <>
        <ModelBar locale={locale} chosen={chosen} />
        {targets}
        <NamePanel result={result.name} values={values} t={t} set={set} />
        <ModelPassport locale={locale} before={{ passport: passportOf(chosen.model), config: chosen.model.config }} />
      </>
    );
  }
  return (
    <>
      {targets}
      <Controls core={core} names={['epsilon']} strings={t} values={values} set={set} />
      {glyphs === null ? (
        <p className="min-h-96 text-soft">{t.training}</p>
      ) : (
        <div className="grid gap-6">
          <GlyphPanel result={glyphs} epsilon={values.epsilon} t={t} onPick={(index) => set({ glyph: index + 1 })} />
          <StepCurve
            curve={glyphs.curve}
            title={t.marginCurve}
            note={t.marginNote(
              values.epsilon,
              glyphs.curve.slope * values.epsilon,
              valueAt(glyphs.curve, values.epsilon),
            )}
            ends={['ε = 0', `ε = ${glyphs.curve.points.at(-1)?.step ?? ''}`]}
            names={{ truth: t.truthLine, promise: t.promiseLine }}
            at={values.epsilon}
          />
          <p className="text-xs text-soft">{t.glyphNote}</p>
        </div>
      )}
    </>
  );
}
