/** A script to read with a red pencil, beside what it does when run. */
'use client';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { core, type Result } from './core';
import { RepairList } from './repair-list';
import { RunReport } from './run-report';
import { ScriptListing } from './script-listing';
import { strings } from './strings';

export type ViewProps = LabViewProps<typeof core.params, Result>;

export default function TrainerBugHunt(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  return (
    <div className="@container">
      <div className="grid gap-6 @3xl:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <ScriptListing
          t={t}
          lines={result.lines}
          marks={values.marks}
          onMark={(marks) => set({ marks })}
          tally={t.tally(result)}
        />
        <div className="grid content-start gap-5">
          <RepairList t={t} chosen={values.repairs} onChoose={(repairs) => set({ repairs })} />
          <RunReport t={t} result={result} />
        </div>
      </div>
    </div>
  );
}
