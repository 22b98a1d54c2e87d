/** Two views of one route: what FastAPI says to one request, and who waits when many come at once. */
'use client';
import { Segments } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { ContractPanel } from './contract-panel';
import { core, type Result } from './core';
import { LoadPanel } from './load-panel';
import { strings } from './strings';

export type ViewProps = LabViewProps<typeof core.params, Result>;

export default function RequestLab(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View(props: ViewProps) {
  const t = strings[props.locale];
  return (
    <div className="@container grid gap-5">
      <Segments
        label={t.params.panel}
        options={core.params.panel.options.map((id) => ({ id, text: t.options?.panel?.[id] ?? id }))}
        value={props.values.panel}
        onChange={(panel) => props.set({ panel: panel as typeof props.values.panel })}
      />
      {props.values.panel === 'contract' ? <ContractPanel {...props} /> : <LoadPanel {...props} />}
    </div>
  );
}
