/** The matrix, its two planes, what happens to x in numbers, and the sum of its two terms. */
'use client';
import { Controls } from '@/components/labs/frame/controls';
import { Fact } from '@/components/labs/frame/fact';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatFixed } from '@/lib/format-number';
import { core, type params, type Result } from './core';
import { Ledger, Terms } from './ledger';
import { MatrixField } from './matrix-field';
import { InputPlane, OutputPlane } from './planes';
import { strings } from './strings';

export default function MatrixAndSvdPlayground(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const [first, second] = result.axes;
  return (
    <div className="@container grid gap-5">
      <MatrixField t={t} matrix={values.matrix} set={set} />
      <div className="grid gap-6 @xl:grid-cols-2">
        <InputPlane t={t} values={values} result={result} set={set} />
        <OutputPlane t={t} values={values} result={result} set={set} />
      </div>
      <Controls core={core} names={['angle']} strings={t} values={values} set={set} />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 border-y border-line py-3 @xl:grid-cols-4">
        <Fact name={t.stretch} value={formatFixed(result.stretch, 3)}>
          {t.stretchNote}
        </Fact>
        <Fact name={t.longest} value={formatFixed(first.sigma, 3)} />
        <Fact name={t.shortest} value={formatFixed(second.sigma, 3)} />
        <Fact name={t.area} value={formatFixed(Math.abs(result.determinant), 2)}>
          {t.areaNote}
        </Fact>
      </dl>
      {(result.round || result.rank < 2) && (
        <p className="text-sm text-soft">{result.rank < 2 ? t.flat(result.rank) : t.round}</p>
      )}
      <Ledger t={t} values={values} result={result} />
      <Terms t={t} values={values} result={result} />
    </div>
  );
}
