/** The race: the plot with the three numbers that decide it, and the map, linked by the step. */
'use client';
import { Controls, Segments } from '@/components/labs/frame/controls';
import { NumberField } from '@/components/labs/frame/number-field';
import { core, params, presets, type Result, type Values } from './core';
import { LaneTable } from './lane-table';
import { RacePlayback } from './race-playback';
import { RacePlot } from './race-plot';
import { Rates } from './rates';
import type { RaceStrings } from './strings';
import { SurfaceMap } from './surface-map';
import { TheoryTable } from './theory-table';

type Props = {
  readonly t: RaceStrings;
  readonly values: Values;
  readonly result: Result;
  readonly set: (change: Partial<Values>) => void;
  readonly motion: boolean;
};

export function RaceView({ t, values, result, set, motion }: Props) {
  const { surface, start } = values;
  const { rates, lanes } = result;
  const preset = presets[surface];
  const moved = start.some((at, i) => at !== preset.start[i]);
  return (
    <div className="@container">
      <div className="mt-3 grid gap-3">
        <Segments
          label={t.params.surface}
          options={params.surface.options.map((id) => ({ id, text: t.options.surface[id] }))}
          value={surface}
          onChange={(id) => {
            const chosen = params.surface.options.find((one) => one === id) ?? params.surface.default;
            set({ surface: chosen, step: params.step.max, ...presets[chosen] });
          }}
        />
        {rates && <Controls core={core} names={['kappa']} strings={t} values={values} set={set} />}
      </div>
      {/* The sliders stand under the plot they change, so that a thumb on a phone moves them in sight of the lines. */}
      <div className="mt-4 grid gap-x-8 gap-y-5 @3xl:grid-cols-2">
        <div>
          <RacePlot t={t} result={result} />
          <Rates t={t} values={values} limit={lanes[0]?.limit ?? 0} set={set} />
        </div>
        <div>
          <SurfaceMap t={t} values={values} result={result} onStart={(to) => set({ start: to })} />
          <RacePlayback t={t} step={result.step} last={result.steps} motion={motion} onStep={(step) => set({ step })} />
        </div>
      </div>
      <LaneTable t={t} values={values} result={result} />
      <p className="mt-1 text-xs text-soft">{t.decayLine}</p>
      {rates && <TheoryTable t={t} rates={rates} />}
      <div className="mt-3 flex flex-wrap items-end gap-x-4 gap-y-2">
        {[t.startX, t.startY].map((label, i) => (
          <label key={label} className="grid gap-0.5 text-sm text-soft">
            {label}
            <NumberField
              className="field w-24 tabular-nums"
              min={params.start.min}
              max={params.start.max}
              step={params.start.step}
              value={start[i] ?? 0}
              onChange={(to) => set({ start: start.map((at, axis) => (axis === i ? to : at)) })}
            />
          </label>
        ))}
        {moved && (
          <button type="button" className="button" onClick={() => set({ start: preset.start })}>
            {t.startBack}
          </button>
        )}
      </div>
      {!result.counts && <p className="mt-2 text-sm text-soft">{t.goalNote(false)}</p>}
    </div>
  );
}
