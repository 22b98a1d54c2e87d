/** The adapter's places, both losses while it learns, what was gained and forgotten, and the model's passport. */
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
import { type Level, type Line, LineChart } from '@/components/ui/plot/line-chart';
import { gptLayout, matrixOf } from '@/lib/ml/gpt/config';
import { BASELINE_LOSSES } from '@/lib/thread/baseline-losses';
import { passportOf } from '@/lib/thread/passport';
import { core, matrices, type params, type Result } from './core';
import { GainBar } from './gain-bar';
import { OutcomeTable } from './outcome-table';
import { type LoraStrings, strings } from './strings';
import { TargetPicker } from './target-picker';
import { type Given, type Look, STEPS } from './tuning';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function LoraYourModel(props: LabProps) {
  const { model } = useModel();
  const given = useMemo<Given>(() => ({ model, outcome: null }), [model]);
  return (
    <LabFrame
      {...props}
      core={core}
      strings={strings}
      view={View}
      controls={[]}
      given={given}
      worker={makeWorker}
      ownWork
    />
  );
}

function View({ locale, values, result, set, work }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const chosen = useModel();
  const { model } = chosen;
  const { usable, merged, lora } = result;
  const shapes = useMemo(() => {
    const layout = gptLayout(model.config);
    const shapeOf = (name: string) => {
      const { rows, columns } = matrixOf(layout, `layer0.${name}`);
      return [name, [rows, columns]] as const;
    };
    return Object.fromEntries(matrices.map(shapeOf)) as Record<(typeof matrices)[number], readonly [number, number]>;
  }, [model]);
  const start = lora[0];
  return (
    <>
      <ModelBar locale={locale} chosen={chosen} />
      {!usable && <p className="mb-4 text-bad">{t.foreign}</p>}
      <TargetPicker targets={values.targets} shapes={shapes} t={t} onChange={(targets) => set({ targets })} />
      <Controls core={core} names={['rank', 'rate']} strings={t} values={values} set={set} />
      {work && <WorkBar t={frameStrings[locale]} work={work} label={t.work?.(values) ?? ''} auto={false} />}
      <GainBar result={result} t={t} />
      <div className="mt-4 grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <LineChart
          title={t.freshTitle}
          lines={linesOf(result, (look) => look.fresh, t)}
          levels={start ? [{ id: 'before', name: t.before, y: start.fresh }] : []}
          to={STEPS}
          range={[0, Math.max(4, (start?.fresh ?? 0) * 1.12)]}
          unit={t.steps}
          empty={t.empty}
        />
        <LineChart
          title={t.oldTitle}
          lines={linesOf(result, (look) => look.old, t)}
          levels={[
            { id: 'trigram', name: t.trigram, y: BASELINE_LOSSES.trigram },
            ...(start ? [{ id: 'before', name: t.before, y: start.old } satisfies Level] : []),
          ]}
          to={STEPS}
          range={[0, Math.max(4, (start?.fresh ?? 0) * 1.12)]}
          unit={t.steps}
          empty={t.empty}
        />
      </div>
      <OutcomeTable result={result} t={t} />
      <p className="mt-1 text-xs text-soft">{t.note}</p>
      <ModelPassport
        locale={locale}
        before={{ passport: passportOf(model), config: model.config }}
        after={merged && { passport: passportOf(merged), config: merged.config }}
        keep={merged}
      />
      {merged && <p className="mt-1 text-xs text-soft">{t.keepNote}</p>}
    </>
  );
}

function linesOf({ lora, full }: Result, loss: (look: Look) => number, t: LoraStrings): readonly Line[] {
  const points = (looks: readonly Look[]) => looks.map((look) => ({ x: look.step, y: loss(look) }));
  return [
    { id: 'full', name: t.full, tone: 'text-data-2', points: points(full) },
    { id: 'lora', name: t.lora, tone: 'text-data-1', points: points(lora) },
  ];
}
