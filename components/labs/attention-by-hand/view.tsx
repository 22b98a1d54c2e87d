'use client';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { core, type Result } from './core';
import { Matrices } from './matrices';
import { RowLedger } from './row-ledger';
import { strings } from './strings';
import { ValuePlane } from './value-plane';
import { VectorPlane } from './vector-plane';
import { WeightGrid } from './weight-grid';

type ViewProps = LabViewProps<typeof core.params, Result>;

export default function AttentionByHand(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={['causal', 'scaled']} />;
}

function View({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  const pin = (row: number) => set({ row });
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
    </div>
  );
}
