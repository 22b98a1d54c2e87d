/**
 * Lanes over time. The x axis is in per cent of the drawing, so that text keeps its size at every width.
 * Shape says what colour says: a thin line waits, a bar computes, a hatched bar computes for a client who has gone.
 */
import { useId } from 'react';
import type { Served } from '@/lib/sim/server';
import { type LoadResult, PROBE_LIMIT } from './load';
import type { strings } from './strings';

type Props = { readonly load: LoadResult; readonly seconds: number; readonly t: (typeof strings)['en'] };

const TOP = 24;
const ALONE = 20;
const PROBES = 32;
/** Per cent of the width that time may take; the rest is for the status at the end of a lane. */
const SPAN = 84;

export function Timeline({ load, seconds, t }: Props) {
  const hatch = useId();
  const { requests, probes, finished } = load.run;
  const lane = requests.length <= 12 ? 22 : requests.length <= 24 ? 14 : 9;
  const first = TOP + ALONE + PROBES;
  const height = first + requests.length * lane + 4;
  const x = (ms: number) => `${((ms / finished) * SPAN).toFixed(3)}%`;
  const width = (from: number, to: number) => `${(((to - from) / finished) * SPAN).toFixed(3)}%`;
  const step = tickStep(finished);
  const ticks = Array.from({ length: Math.floor(finished / step) + 1 }, (_, i) => i * step);
  return (
    <figure>
      <div className="grid grid-cols-[auto_1fr] gap-x-2 text-xs text-soft">
        <div className="relative w-22 text-right whitespace-nowrap" aria-hidden="true">
          <span className="absolute right-0" style={{ top: TOP - 1 }}>
            {t.alone}
          </span>
          <span className="absolute right-0" style={{ top: TOP + ALONE + 6 }}>
            {t.health}
          </span>
          <span className="absolute right-0" style={{ top: first + 2 }}>
            {t.requestsRow}
          </span>
        </div>
        <svg width="100%" height={height} role="img" aria-label={t.timeline} className="overflow-visible">
          <defs>
            <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line x1="0" y1="0" x2="0" y2="5" className="stroke-bad" strokeWidth="2" />
            </pattern>
          </defs>
          {ticks.map((ms) => (
            <g key={ms}>
              <line x1={x(ms)} x2={x(ms)} y1={TOP - 6} y2={height} className="stroke-line" />
              <text
                x={x(ms)}
                y={12}
                className="fill-soft tabular-nums"
                fontSize="12"
                textAnchor={ms === 0 ? 'start' : 'middle'}
              >
                {ms / 1000}
                {ms === 0 ? ' s' : ''}
              </text>
            </g>
          ))}
          <rect x={x(0)} y={TOP + 3} width={width(0, seconds * 1000)} height={10} className="fill-none stroke-strong" />
          {probes.map(({ arrival, answered }) => {
            const late = answered - arrival > PROBE_LIMIT;
            const y = TOP + ALONE + 14;
            return (
              <g key={arrival}>
                {late && (
                  <line x1={x(arrival)} x2={x(answered)} y1={y} y2={y} className="stroke-bad" strokeWidth="1.5" />
                )}
                <circle
                  cx={x(arrival)}
                  cy={y}
                  r={probes.length > 60 ? 2.5 : 4}
                  className={late ? 'fill-paper stroke-bad' : 'fill-good'}
                  strokeWidth="1.5"
                />
              </g>
            );
          })}
          {requests.map((request, i) => (
            <Lane
              key={request.arrival}
              request={request}
              y={first + i * lane}
              lane={lane}
              x={x}
              width={width}
              hatch={hatch}
            />
          ))}
        </svg>
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-4 text-xs text-soft">
        <span>
          <span aria-hidden="true">─ </span>
          {t.key.waits}
        </span>
        <span>
          <span aria-hidden="true" className="text-data-1">
            ■{' '}
          </span>
          {t.key.computes}
        </span>
        {load.timedOut > 0 && (
          <span>
            <span aria-hidden="true" className="text-bad">
              ▨{' '}
            </span>
            {t.key.abandoned}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

type LaneProps = {
  readonly request: Served;
  readonly y: number;
  readonly lane: number;
  readonly x: (ms: number) => string;
  readonly width: (from: number, to: number) => string;
  readonly hatch: string;
};

function Lane({ request, y, lane, x, width, hatch }: LaneProps) {
  const { arrival, start, end, answered, status } = request;
  const bar = lane - (lane > 10 ? 6 : 3);
  const middle = y + lane / 2;
  const useful = Math.min(end ?? 0, answered);
  return (
    <g>
      <line x1={x(arrival)} x2={x(start ?? answered)} y1={middle} y2={middle} className="stroke-strong" />
      {start !== null && end !== null && (
        <>
          {start < useful && (
            <rect x={x(start)} y={middle - bar / 2} width={width(start, useful)} height={bar} className="fill-data-1" />
          )}
          {useful < end && (
            <rect
              x={x(Math.max(start, useful))}
              y={middle - bar / 2}
              width={width(Math.max(start, useful), end)}
              height={bar}
              fill={`url(#${hatch})`}
              className="stroke-bad"
              strokeWidth="0.5"
            />
          )}
        </>
      )}
      {status === 504 && (
        <line x1={x(answered)} x2={x(answered)} y1={y + 1} y2={y + lane - 1} className="stroke-bad" strokeWidth="2" />
      )}
      <text
        x={x(Math.max(answered, end ?? 0))}
        dx={5}
        y={middle + 4}
        fontSize={lane > 10 ? 12 : 9}
        className={status === 200 ? 'fill-good' : 'fill-bad'}
      >
        {lane > 10 ? status : status === 200 ? '' : '✗'}
      </text>
    </g>
  );
}

/** 1, 2 or 5 times a power of ten, for about six ticks. */
function tickStep(span: number): number {
  const rough = Math.max(span, 1) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}
