/** One pair as a dial: the query's and the key's arrow, and the angle between them. The key's arrow can be dragged. */
'use client';
import { type PointerEvent, useRef } from 'react';
import { NumberField } from '@/components/labs/frame/number-field';
import { pixel } from '@/components/ui/plot/round';
import { formatFixed, formatSignificant } from '@/lib/format-number';
import type { Pair } from './core';
import type { RopeStrings } from './strings';

type Props = {
  readonly t: RopeStrings;
  readonly index: number;
  readonly pair: Pair;
  /** Length that reaches the rim. */
  readonly reach: number;
  /** Content angle of the key in degrees. */
  readonly angle: number;
  /** Where the key's arrow shall point, in radians, or the content angle that was typed. */
  readonly onTurn: (to: { readonly pointed: number } | { readonly typed: number }) => void;
};

const SIDE = 132;
const RADIUS = 54;
const middle = SIDE / 2;

export function Dial({ t, index, pair, reach, angle, onTurn }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const x = (value: number) => pixel(middle + (value / reach) * RADIUS);
  const y = (value: number) => pixel(middle - (value / reach) * RADIUS);
  const drag = (event: PointerEvent<SVGElement>) => {
    const box = svg.current?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onTurn({
      pointed: Math.atan2(box.top + box.height / 2 - event.clientY, event.clientX - box.left - box.width / 2),
    });
  };
  const turn = `${formatSignificant((pair.frequency * 180) / Math.PI)}°`;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline justify-between gap-x-2 text-xs text-soft">
        <span>{t.pair(index + 1)}</span>
        <span className="tabular-nums">{t.perToken(turn)}</span>
      </p>
      <svg
        ref={svg}
        viewBox={`0 0 ${SIDE} ${SIDE}`}
        role="img"
        aria-label={t.dialText(index + 1, formatFixed(pair.part, 3))}
        className="mx-auto block w-full max-w-44 cursor-grab touch-none select-none"
        onPointerDown={drag}
        onPointerMove={drag}
      >
        <circle cx={middle} cy={middle} r={RADIUS} className="fill-sunken stroke-line" />
        <path
          d={`M${middle - RADIUS} ${middle}h${2 * RADIUS}M${middle} ${middle - RADIUS}v${2 * RADIUS}`}
          className="stroke-line"
        />
        <Between query={pair.query} keyPoint={pair.key} />
        <g className="stroke-data-2 fill-data-2">
          <line x1={middle} y1={middle} x2={x(pair.key[0])} y2={y(pair.key[1])} strokeWidth={5} strokeOpacity={0.55} />
          <rect x={x(pair.key[0]) - 5} y={y(pair.key[1]) - 5} width={10} height={10} stroke="none" />
        </g>
        <g className="stroke-data-1">
          <line x1={middle} y1={middle} x2={x(pair.query[0])} y2={y(pair.query[1])} strokeWidth={2} />
          <circle cx={x(pair.query[0])} cy={y(pair.query[1])} r={6} className="fill-paper" strokeWidth={2.5} />
        </g>
      </svg>
      <p className="text-center text-sm tabular-nums">
        <span className="text-soft">{t.adds}</span> <strong>{signed(pair.part)}</strong>
      </p>
      <label className="mt-1 flex items-center justify-center gap-1 text-xs text-soft">
        <span className="text-data-2">{t.keyAngle}</span>
        <NumberField
          className="field w-[4.5rem] text-end tabular-nums"
          aria-label={t.keyAngleOf(index + 1)}
          min={-180}
          max={180}
          step={1}
          value={angle}
          onChange={(typed) => onTurn({ typed })}
        />
        <span aria-hidden="true">°</span>
      </label>
    </div>
  );
}

const signed = (value: number) => (value >= 0 ? `+${formatFixed(value, 3)}` : formatFixed(value, 3));

type BetweenProps = { readonly query: Pair['query']; readonly keyPoint: Pair['key'] };

/** The shorter arc from the query's direction to the key's. Its cosine is what the pair adds, up to the lengths. */
function Between({ query, keyPoint }: BetweenProps) {
  const start = Math.atan2(query[1], query[0]);
  const end = Math.atan2(keyPoint[1], keyPoint[0]);
  const sweep = ((end - start + 3 * Math.PI) % (2 * Math.PI)) - Math.PI;
  const at = (angle: number) =>
    `${pixel(middle + RADIUS * 0.42 * Math.cos(angle))} ${pixel(middle - RADIUS * 0.42 * Math.sin(angle))}`;
  const arc = `A${RADIUS * 0.42} ${RADIUS * 0.42} 0 0 ${sweep > 0 ? 0 : 1} ${at(start + sweep)}`;
  return <path d={`M${middle} ${middle}L${at(start)}${arc}Z`} className="fill-strong/25 stroke-strong" />;
}
