/** Size against error, the map of the error, and the levels that one row of weights falls on. */
'use client';
import { Controls, Segments, Slider } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatPercent, formatSignificant } from '@/lib/format-number';
import { core, params, type Result } from './core';
import { ErrorMap } from './error-map';
import { NumberLine } from './number-line';
import { SizeBars } from './size-bars';
import { formatWeight, strings } from './strings';

export default function QuantizationExplorer(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { picked, columns, groupSize } = result;
  const width = Math.min(groupSize, columns);
  const start = Math.floor(picked / width) * width;
  const grid = result.grids[Math.floor(picked / groupSize)];
  const outlier = result.outlier >= start && result.outlier < start + width ? result.outlier - start : -1;
  const weight = result.weights[picked] ?? 0;
  const restored = result.restored[picked] ?? 0;
  return (
    <>
      <Controls
        core={core}
        names={['bits', 'granularity', 'scheme', 'outlier']}
        strings={t}
        values={values}
        set={set}
      />
      <SizeBars result={result} t={t} />
      <ErrorMap result={result} t={t} onPick={(row, column) => set({ row: row + 1, column: column + 1 })} />
      {grid && (
        <NumberLine
          weights={result.weights.slice(start, start + width)}
          restored={result.restored.slice(start, start + width)}
          grid={grid}
          picked={picked - start}
          outlier={values.outlier > 1 ? outlier : -1}
          title={t.line(width, width < columns)}
          before={t.before}
          after={t.after}
          outlierMark={t.outlierMark}
          levels={t.levels}
        />
      )}
      <div className="mt-3 grid items-end gap-x-8 gap-y-2 sm:grid-cols-2">
        <Slider
          label={t.inspect}
          spec={{ ...params.column, max: columns }}
          value={(picked % columns) + 1}
          onChange={(column) => set({ row: Math.floor(picked / columns) + 1, column })}
        />
        <p className="font-mono text-sm tabular-nums">
          {formatWeight(weight)} → <strong>{result.codes[picked]}</strong> → {formatWeight(restored)}{' '}
          <span className="text-soft">({formatWeight(restored - weight)})</span>
        </p>
      </div>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 border-t border-line pt-3 sm:grid-cols-4">
        <Fact name={t.maxError} value={formatSignificant(result.error.maxAbs)}>
          ≤ {formatSignificant(result.bound)} {t.bound}
        </Fact>
        <Fact name={t.meanSquare} value={formatSignificant(result.error.meanSquare)} />
        <Fact name={t.sqnr} value={`${formatSignificant(result.error.sqnr)} dB`}>
          {values.outlier > 1 && t.sqnrNote}
        </Fact>
        <Fact name={t.zeroed} value={formatPercent(result.zeroed)} />
      </dl>
      <div className="mt-4">
        <Segments
          label={t.params.data}
          options={params.data.options.map((id) => ({ id, text: t.options?.data?.[id] ?? id }))}
          value={values.data}
          onChange={(data) => set(data === 'vector' ? { data, outlier: 1, row: 1 } : { data: 'matrix' })}
        />
      </div>
    </>
  );
}

type FactProps = { readonly name: string; readonly value: string; readonly children?: React.ReactNode };

function Fact({ name, value, children }: FactProps) {
  return (
    <div>
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="text-lg tabular-nums">{value}</dd>
      {children && <dd className="text-xs text-soft tabular-nums">{children}</dd>}
    </div>
  );
}
