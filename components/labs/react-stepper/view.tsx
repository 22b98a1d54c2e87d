/** The transcript of one run, and around it what breaks the agent and what protects it. */
'use client';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { core, type Result } from './core';
import { QuestionPicker } from './question-picker';
import { RunFacts } from './run-facts';
import { strings } from './strings';
import { SwitchSet } from './switch-set';
import { Transcript } from './transcript';

export default function ReactStepper(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof core.params, Result>) {
  const t = strings[locale];
  const run = result.runs[locale][values.question];
  const shown = run.turns.slice(0, values.step);
  return (
    <div className="@container grid gap-5">
      <QuestionPicker
        t={t}
        runs={result.runs[locale]}
        value={values.question}
        onChange={(question) => set({ question })}
      />
      <div className="grid gap-6 @2xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        {/* On a phone the transcript comes last, next to the buttons that step through it. */}
        <div className="order-last min-w-0 @2xl:order-first">
          <Transcript t={t} locale={locale} run={run} shown={shown} baseline={result.recalled[values.question]} />
        </div>
        <div className="grid content-start gap-4">
          <SwitchSet
            label={t.params.failures}
            options={core.params.failures.options}
            text={t.options?.failures ?? {}}
            on={values.failures}
            onChange={(failures) => set({ failures })}
          />
          <SwitchSet
            label={t.params.defences}
            options={core.params.defences.options}
            text={t.options?.defences ?? {}}
            on={values.defences}
            onChange={(defences) => set({ defences })}
          />
          <Controls core={core} names={['limit']} strings={t} values={values} set={set} />
          <RunFacts t={t} result={result} run={run} shown={shown} />
        </div>
      </div>
      <p className="text-sm text-soft">{t.standIn}</p>
    </div>
  );
}
