'use client';
import { Segments } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { BitBars } from './bit-bars';
import { core, params, type Result } from './core';
import { OutcomeRows } from './outcome-rows';
import { strings } from './strings';

export default function SurpriseMeter(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const edit = values.edit === 'truth' ? 'truth' : 'guess';
  const pinned = result.rows[values.pin];
  return (
    <div className="@container grid gap-6">
      <Segments
        label={t.params.edit}
        options={params.edit.options.map((id) => ({ id, text: t.options?.edit?.[id] ?? id }))}
        value={edit}
        onChange={(id) => set({ edit: params.edit.options.find((one) => one === id) ?? params.edit.default })}
      />
      <div>
        <OutcomeRows
          t={t}
          rows={result.rows}
          parts={values[edit]}
          edit={edit}
          pin={values.pin}
          onChange={({ parts, pin }) =>
            set({ ...(parts ? { [edit]: parts } : {}), ...(pin === undefined ? {} : { pin }) })
          }
        />
        {pinned && <p className="mt-3 bg-sunken px-3 py-2 text-sm tabular-nums">{t.formula(pinned)}</p>}
        {result.empty && (
          <p role="status" className="mt-3 border-l-3 border-warn bg-warn-wash px-3 py-2 text-sm">
            {t.empty(result.empty)}
          </p>
        )}
      </div>
      <BitBars t={t} result={result} />
    </div>
  );
}
