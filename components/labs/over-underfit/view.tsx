/** The fitted curve beside its two error curves; below them the checkpoint, the verdict and the three controls. */
'use client';
import { useCallback } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import { Fact } from '@/components/labs/frame/fact';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatSignificant } from '@/lib/format-number';
import { CheckpointPlayer } from './checkpoint-player';
import { core, type params, type Result } from './core';
import { ErrorPlot } from './error-plot';
import { FitPlot } from './fit-plot';
import { strings } from './strings';

export default function OverUnderfit(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} ownPlayback />;
}

const short = (value: number) => formatSignificant(value, 3);

function View({ locale, values, result, set, motion }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { shown, best, norm, testError, target, verdict } = result;
  const move = useCallback((checkpoint: number) => set({ checkpoint }), [set]);
  const { met } = core.goal(result, values);
  return (
    <div className="@container">
      <div className="grid gap-x-8 gap-y-5 @3xl:grid-cols-2">
        <FitPlot t={t} result={result} values={values} />
        <ErrorPlot t={t} result={result} regularized={values.decay !== '0' || values.dropout > 0} onPick={move} />
      </div>
      <CheckpointPlayer t={t} checkpoint={values.checkpoint} best={best.step} motion={motion} onMove={move} />
      <p className="mt-3 font-semibold">{t.verdict(verdict)}</p>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 border-y border-line py-3 @xl:grid-cols-4">
        <Fact name={t.columns.train ?? ''} value={short(shown.train)} />
        <Fact name={t.columns.validation ?? ''} met={shown.validation <= target} value={short(shown.validation)} />
        <Fact name={t.norm} value={short(norm)} />
        <Fact name={t.test} value={met ? short(testError) : t.testClosed}>
          {t.testNote}
        </Fact>
      </dl>
      <Controls core={core} names={['degree', 'decay', 'dropout']} strings={t} values={values} set={set} />
    </div>
  );
}
