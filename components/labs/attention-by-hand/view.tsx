'use client';
import { lazy, Suspense, useState } from 'react';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { core, type Result } from './core';
import { Matrices } from './matrices';
import { RowLedger } from './row-ledger';
import { strings } from './strings';
import { ValuePlane } from './value-plane';
import { VectorPlane } from './vector-plane';
import { WeightGrid } from './weight-grid';

/** Brings the engine and a model along, so it is loaded when it is opened. */
const YourHead = lazy(() => import('./your-head').then((file) => ({ default: file.YourHead })));

type ViewProps = LabViewProps<typeof core.params, Result>;

export default function AttentionByHand(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={['causal', 'scaled']} />;
}

function View({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  const pin = (row: number) => set({ row });
  const [opened, setOpened] = useState(false);
  return (
    <div className="@container grid gap-7">
      <Matrices t={t} values={values} set={set} />
      <div className="grid gap-7 @xl:grid-cols-2">
        <VectorPlane t={t} values={values} result={result} set={set} />
        <div className="min-w-0">
          <WeightGrid t={t} row={values.row} result={result} onPin={pin} />
          <ValuePlane t={t} row={values.row} result={result} />
        </div>
      </div>
      <RowLedger t={t} values={values} result={result} />
      <details
        className="border-t border-line pt-3"
        onToggle={(event) => setOpened(opened || event.currentTarget.open)}
      >
        <summary className="min-h-9 w-fit cursor-pointer font-semibold">{t.yourHead}</summary>
        {opened && (
          <Suspense fallback={<p className="text-soft">{t.loading}</p>}>
            <YourHead locale={locale} t={t} values={values} set={set} />
          </Suspense>
        )}
      </details>
    </div>
  );
}
