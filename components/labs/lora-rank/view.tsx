/** Which layers, how much of the update they capture, what it costs, and why: the spectrum of one layer. */
'use client';
import { Controls, Segments } from '@/components/labs/frame/controls';
import { Fact } from '@/components/labs/frame/fact';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatBytes, formatInteger, formatPercent } from '@/lib/format-number';
import { core, GOAL, params, type Result } from './core';
import { EnergyPlot } from './energy-plot';
import { MemoryBars } from './memory-bars';
import { Spectrum } from './spectrum';
import { strings } from './strings';
import { TargetPicker } from './target-picker';
import { WIDTH } from './update';

export default function LoraRank(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { modules, captured, cost, costs, parameters, shown, fit } = result;
  const targeted = modules.find(({ name }) => name === shown)?.targeted ?? false;
  const kept = !targeted ? 0 : values.method === 'full' ? WIDTH : Math.min(WIDTH, Number(values.rank));
  const cutText =
    values.method === 'full' ? (t.options?.method?.full ?? '') : targeted ? t.cut(Number(values.rank)) : t.noAdapter;
  return (
    <>
      <TargetPicker modules={modules} targets={values.targets} t={t} onChange={(targets) => set({ targets })} />
      <Controls core={core} names={['rank']} strings={t} values={values} set={set} />
      <EnergyPlot modules={modules} captured={captured} t={t} />
      <dl className="mt-4 grid grid-cols-2 gap-x-6 border-y border-line py-3">
        <Fact name={t.trainable} met={cost.trainable <= GOAL.trainable} value={formatInteger(cost.trainable)}>
          {t.ofModel(formatPercent(cost.trainable / parameters, 2))} · {t.budget(formatInteger(GOAL.trainable))}
        </Fact>
        <Fact name={t.file} value={formatBytes(cost.file)} />
      </dl>
      <Controls core={core} names={['method', 'model']} strings={t} values={values} set={set} />
      <MemoryBars costs={costs} method={values.method} t={t} />
      <div className="mt-6 grid gap-3 border-t border-line pt-4 sm:grid-cols-2">
        <Segments
          label={t.params.task}
          options={params.task.options.map((id) => ({ id, text: t.options?.task?.[id] ?? id }))}
          value={values.task}
          onChange={(id) => set({ task: params.task.options.find((one) => one === id) ?? params.task.default })}
        />
        <Segments
          label={t.params.shown}
          options={modules.map(({ name }) => ({ id: name, text: name }))}
          value={shown}
          onChange={(id) => set({ shown: params.shown.options.find((one) => one === id) ?? params.shown.default })}
        />
      </div>
      <Spectrum fit={fit} module={shown} kept={kept} cutText={cutText} t={t} />
    </>
  );
}
