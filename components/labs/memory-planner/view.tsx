/** Two rooms of one lab: plan the memory of a training run, and audit calculators that claim to know it. */
'use client';
import { Controls, Segments } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatInteger } from '@/lib/format-number';
import { CalculatorCard } from './calculator-card';
import { core, params, type Result } from './core';
import { PlanFacts } from './plan-facts';
import { StageBars } from './stage-bars';
import { strings } from './strings';

export default function MemoryPlanner(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  return (
    <div className="@container">
      <Segments
        label={t.params.mode}
        options={params.mode.options.map((id) => ({ id, text: t.options?.mode?.[id] ?? id }))}
        value={values.mode}
        onChange={(mode) => set({ mode: mode === 'audit' ? 'audit' : 'plan' })}
      />
      {values.mode === 'audit' ? (
        <>
          <p className="mt-4 text-sm">{t.auditLead}</p>
          <div className="mt-3 grid gap-x-8 gap-y-4 @3xl:grid-cols-2">
            {result.audits.map((audit) => (
              <CalculatorCard key={audit.id} audit={audit} t={t} onJudge={(verdict) => set({ [audit.id]: verdict })} />
            ))}
          </div>
        </>
      ) : (
        <>
          <p className="mt-4 mb-3 text-sm text-soft tabular-nums">
            {t.machine(values, formatInteger(result.parameters), formatInteger(result.sequence))}
          </p>
          <StageBars result={result} t={t} onChoose={(stage) => set({ stage: stageOf(stage) })} />
          <Controls core={core} names={['recompute', 'batch']} strings={t} values={values} set={set} />
          <PlanFacts result={result} t={t} />
          <p className="mt-2 text-xs text-soft">{t.note}</p>
          <details className="mt-3 border-b border-line pb-1">
            <summary className="min-h-9 cursor-pointer py-1.5 text-sm text-soft">{t.machineTitle}</summary>
            {!result.onTask && <p className="text-sm">{t.offTask}</p>}
            <Controls
              core={core}
              names={['model', 'card', 'gpus', 'sequence', 'recipe', 'optimizer']}
              strings={t}
              values={values}
              set={set}
            />
          </details>
        </>
      )}
    </div>
  );
}

function stageOf(stage: string): (typeof params.stage.options)[number] {
  return params.stage.options.find((one) => one === stage) ?? params.stage.default;
}
