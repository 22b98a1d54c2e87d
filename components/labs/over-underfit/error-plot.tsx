/** Training and validation error over the steps, with the shown checkpoint, the baseline and the goal. Press to choose. */
'use client';
import type { PointerEvent } from 'react';
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatSignificant } from '@/lib/format-number';
import type { Result } from './core';
import { NOISE_FLOOR } from './data';
import type { FitStrings } from './strings';
import { CHECKPOINTS, type Checkpoint, STEPS } from './training';

type Props = {
  readonly t: FitStrings;
  readonly result: Result;
  readonly regularized: boolean;
  readonly onPick: (checkpoint: number) => void;
};

const HEIGHT = 240;
const [BOTTOM, TOP] = [0.002, 5];
const TICKS = [1, 0.01];
const across = (step: number) => Math.log1p(step) / Math.log1p(STEPS);
const down = (error: number) => Math.log(TOP / Math.min(TOP, Math.max(BOTTOM, error))) / Math.log(TOP / BOTTOM);
const y = (error: number) => pixel(HEIGHT * down(error));
const short = (value: number) => formatSignificant(value, 3);

export function ErrorPlot({ t, result, regularized, onPick }: Props) {
  const hydrated = useHydrated();
  const { run, plain, shown, best, target } = result;
  const pick = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const distance = (i: number) => Math.abs(across(CHECKPOINTS[i] ?? 0) - share);
    onPick(CHECKPOINTS.reduce((near, _, i) => (distance(i) < distance(near) ? i : near), 0));
  };
  const ends = [run.at(-1)?.train ?? 1, run.at(-1)?.validation ?? 1].map(down) as [number, number];
  return (
    <figure className="min-w-0">
      <figcaption className="text-sm font-semibold">{t.errorTitle}</figcaption>
      <div
        className="relative mt-2 cursor-ew-resize touch-pan-y border-y border-line"
        style={{ height: HEIGHT }}
        onPointerDown={pick}
        onPointerMove={pick}
      >
        <svg
          role="img"
          aria-label={t.errorText(result)}
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 block h-full w-full overflow-hidden"
        >
          {TICKS.map((error) => (
            <line
              key={error}
              x1={0}
              x2={100}
              y1={y(error)}
              y2={y(error)}
              className="stroke-line"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <Rule at={target} className="stroke-good" />
          <Rule at={NOISE_FLOOR} className="stroke-line" />
          {hydrated && (
            <g className="fill-none" strokeLinecap="round">
              <line
                x1={pixel(100 * across(shown.step))}
                x2={pixel(100 * across(shown.step))}
                y1={0}
                y2={HEIGHT}
                className="stroke-accent"
                strokeOpacity={0.3}
                strokeWidth={7}
                vectorEffect="non-scaling-stroke"
              />
              {regularized && <Curve run={plain} of="validation" className="stroke-faint" width={1.5} />}
              <Curve run={run} of="train" className="stroke-data-1" width={2.5} />
              <Curve run={run} of="validation" className="stroke-data-2" width={2.5} />
              <path
                d={`M${pixel(100 * across(best.step))} ${y(best.validation)}h0`}
                className="stroke-data-2"
                strokeWidth={10}
                vectorEffect="non-scaling-stroke"
              />
            </g>
          )}
        </svg>
        <div className="pointer-events-none text-xs tabular-nums" aria-hidden="true">
          {TICKS.map((error) => (
            <Name key={error} at={down(error)} side="left-1" className="text-soft" text={String(error)} />
          ))}
          <Name at={down(target)} side="left-1" className="text-good" text={t.goalLine(short(target))} />
          <Name
            at={down(NOISE_FLOOR) + 0.075}
            side="left-1"
            className="text-soft"
            text={t.noiseLine(short(NOISE_FLOOR))}
          />
          {hydrated && (
            <>
              <Name
                at={Math.max(0.07, ends[1])}
                side="right-0"
                className="font-semibold text-data-2"
                text={t.validation}
              />
              <Name
                at={Math.min(1, Math.max(ends[0], ends[1] + 0.14))}
                side="right-0"
                className="font-semibold text-data-1"
                text={t.train}
              />
            </>
          )}
        </div>
      </div>
      <div className="relative h-5 text-xs text-soft tabular-nums" aria-hidden="true">
        {[0, 10, 100].map((step) => (
          <span
            key={step}
            className={`absolute ${step === 0 ? '' : '-translate-x-1/2'}`}
            style={{ left: percentage(across(step)) }}
          >
            {step}
          </span>
        ))}
        <span className="absolute right-0">{t.stepAxis(STEPS)}</span>
      </div>
      <p className="mt-1 text-xs text-soft">
        {t.errorNote}
        {regularized && (
          <>
            {' '}
            <span aria-hidden="true" className="text-faint">
              ━
            </span>{' '}
            {t.plain}
          </>
        )}
      </p>
    </figure>
  );
}

function Rule({ at, className }: { readonly at: number; readonly className: string }) {
  return (
    <line
      x1={0}
      x2={100}
      y1={y(at)}
      y2={y(at)}
      className={className}
      strokeDasharray="4 4"
      vectorEffect="non-scaling-stroke"
    />
  );
}

type CurveProps = {
  readonly run: readonly Checkpoint[];
  readonly of: 'train' | 'validation';
  readonly className: string;
  readonly width: number;
};

function Curve({ run, of, className, width }: CurveProps) {
  return (
    <polyline
      points={run.map((one) => `${pixel(100 * across(one.step))},${y(one[of])}`).join(' ')}
      className={className}
      strokeWidth={width}
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
    />
  );
}

type NameProps = { readonly at: number; readonly side: string; readonly className: string; readonly text: string };

function Name({ at, side, className, text }: NameProps) {
  return (
    <span
      className={`absolute -translate-y-full bg-paper/80 px-1 ${side} ${className}`}
      style={{ top: percentage(Math.min(1, at)) }}
    >
      {text}
    </span>
  );
}
