'use client';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { Playback } from '@/components/labs/frame/playback';
import { strings as frameStrings } from '@/components/labs/frame/strings';
import { core, DEEPEST, type params, type Result } from './core';
import { Jobs } from './jobs';
import { masks } from './mask';
import { MaskGrid } from './mask-grid';
import { strings } from './strings';

type ViewProps = LabViewProps<typeof params, Result>;

export default function MaskPainter(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} ownPlayback />;
}

const presets = { ...masks, none: masks.causal.map(() => 0) };

function View({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  const row = values.row - 1;
  return (
    <div className="@container grid gap-4">
      <p className="flex flex-wrap items-center gap-x-4">
        <span className="text-sm text-soft">{t.startFrom}</span>
        {(['causal', 'bidirectional', 'apart', 'none'] as const).map((preset) => (
          <button
            key={preset}
            type="button"
            className="lab-link text-sm"
            onClick={() => set({ rows: presets[preset] })}
          >
            {t.presets[preset]}
          </button>
        ))}
      </p>
      <div className="grid gap-6 @2xl:grid-cols-2">
        <div className="min-w-0">
          <MaskGrid t={t} values={values} result={result} set={set} />
          <p className="mt-3 text-sm font-semibold tabular-nums">{t.depth(values.layers)}</p>
          <Playback t={frameStrings[locale]} step={values.layers} last={DEEPEST} onStep={(layers) => set({ layers })} />
        </div>
        <div className="grid min-w-0 content-start gap-4">
          <div>
            <p className="text-lg font-semibold">{t.kind[result.kind]}</p>
            <p className="text-sm text-soft">{t.kindNote[result.kind]}</p>
          </div>
          {result.empty.length > 0 && <p className="text-sm text-bad">{t.emptyRow(result.empty)}</p>}
          <Jobs t={t} result={result} />
          <div className="text-sm tabular-nums">
            <p className="font-semibold">{t.rowTitle(row)}</p>
            <ul className="list-none p-0 [&>li]:m-0 text-soft">
              <li>{t.rowReads(result, row)}</li>
              <li>{t.rowKnows(result, row, values.layers)}</li>
              <li className={result.leaks.includes(row) ? 'text-bad' : ''}>{t.rowPredicts(result, row)}</li>
            </ul>
          </div>
        </div>
      </div>
    </div>
  );
}
