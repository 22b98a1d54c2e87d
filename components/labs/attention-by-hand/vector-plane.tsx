/**
 * The queries and keys as arrows, the pinned query's line, and the shadow each key throws on it.
 * Tips can be dragged; the cells of the table above are the same numbers for keyboard and typing.
 */
'use client';
import { type PointerEvent, useRef } from 'react';
import { pixel } from '@/components/ui/plot/round';
import { core, DIMENSIONS, type Result, type Values } from './core';
import type { ViewStrings } from './strings';

type Props = {
  readonly t: ViewStrings;
  readonly values: Values;
  readonly result: Result;
  readonly set: (change: Partial<Pick<Values, 'q' | 'k'>>) => void;
};

const LIMIT = core.params.k.max;
const UNIT = 34;
const MARGIN = 26;
const SIDE = 2 * (LIMIT * UNIT + MARGIN);
const x = (value: number) => pixel(SIDE / 2 + value * UNIT);
const y = (value: number) => pixel(SIDE / 2 - value * UNIT);
const SUBSCRIPT = ['₁', '₂', '₃'];

export function VectorPlane({ t, values, result, set }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const pinned = values.row - 1;
  const query = result.q[pinned] ?? [0, 0];
  const drag = (name: 'q' | 'k', token: number) => (event: PointerEvent<SVGElement>) => {
    const box = svg.current?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const pixels = SIDE / box.width;
    const to = [
      ((event.clientX - box.left) * pixels - SIDE / 2) / UNIT,
      -((event.clientY - box.top) * pixels - SIDE / 2) / UNIT,
    ];
    set({
      [name]: values[name].map((old, i) => (Math.floor(i / DIMENSIONS) === token ? (to[i % DIMENSIONS] ?? old) : old)),
    });
  };
  const grip = (name: 'q' | 'k', token: number, point: readonly number[]) => (
    <circle
      key={`${name}${token}`}
      cx={x(point[0] ?? 0)}
      cy={y(point[1] ?? 0)}
      r={14}
      className="cursor-grab touch-none fill-transparent"
      onPointerDown={drag(name, token)}
      onPointerMove={drag(name, token)}
    />
  );
  return (
    <figure className="m-0 grid content-start gap-1">
      <figcaption>
        <strong className="font-semibold">{t.planeTitle}</strong>
        <p className="text-soft text-sm">{t.planeNote}</p>
      </figcaption>
      <svg
        ref={svg}
        viewBox={`0 0 ${SIDE} ${SIDE}`}
        className="w-full max-w-sm select-none font-ui"
        role="img"
        aria-label={t.planeText(result, values.row)}
      >
        <Grid />
        <QueryLine query={query} />
        {result.k.map((key, j) => (
          <Shadow key={SUBSCRIPT[j]} query={query} vector={key} />
        ))}
        {result.k.map((key, j) => (
          <Arrow key={SUBSCRIPT[j]} point={key} label={`k${SUBSCRIPT[j]}`} kind="key" strong />
        ))}
        {result.q.map((point, i) => (
          <Arrow key={SUBSCRIPT[i]} point={point} label={`q${SUBSCRIPT[i]}`} kind="query" strong={i === pinned} />
        ))}
        {result.q.map((point, i) => grip('q', i, point))}
        {result.k.map((point, j) => grip('k', j, point))}
      </svg>
    </figure>
  );
}

function Grid() {
  const lines = Array.from({ length: 2 * LIMIT + 1 }, (_, i) => i - LIMIT);
  return (
    <g>
      {lines.map((at) => (
        <g key={at} className={at === 0 ? 'stroke-strong' : 'stroke-line'}>
          <line x1={x(at)} x2={x(at)} y1={y(-LIMIT)} y2={y(LIMIT)} />
          <line x1={x(-LIMIT)} x2={x(LIMIT)} y1={y(at)} y2={y(at)} />
        </g>
      ))}
      {[-LIMIT, LIMIT].map((at) => (
        <g key={at} className="fill-soft text-[11px]">
          <text x={x(at)} y={y(-LIMIT) + 15} textAnchor="middle">
            {String(at).replace('-', '−')}
          </text>
          <text x={x(-LIMIT) - 5} y={y(at) + 4} textAnchor="end">
            {String(at).replace('-', '−')}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The line a query lies on, clipped to the plane. A zero query has none. */
function QueryLine({ query }: { readonly query: readonly number[] }) {
  const [a = 0, b = 0] = query;
  const size = Math.max(Math.abs(a), Math.abs(b));
  if (size === 0) return null;
  const reach = LIMIT / size;
  return (
    <line
      x1={x(-a * reach)}
      y1={y(-b * reach)}
      x2={x(a * reach)}
      y2={y(b * reach)}
      className="stroke-data-1"
      strokeDasharray="2 5"
    />
  );
}

/** From a key's tip straight down to the query's line. */
function Shadow({ query, vector }: { readonly query: readonly number[]; readonly vector: readonly number[] }) {
  const [a = 0, b = 0] = query;
  const [c = 0, d = 0] = vector;
  const square = a * a + b * b;
  if (square === 0) return null;
  const share = (a * c + b * d) / square;
  return (
    <g className="stroke-data-2 fill-data-2">
      <line x1={x(c)} y1={y(d)} x2={x(a * share)} y2={y(b * share)} strokeDasharray="3 3" />
      <circle cx={x(a * share)} cy={y(b * share)} r={2.5} stroke="none" />
    </g>
  );
}

type ArrowProps = {
  readonly point: readonly number[];
  readonly label: string;
  readonly kind: 'query' | 'key';
  readonly strong: boolean;
};

/** Keys end in a square and queries in a ring, so that the two differ without colour and show through each other. */
function Arrow({ point, label, kind, strong }: ArrowProps) {
  const [a = 0, b = 0] = point;
  const left = a <= 0;
  const key = kind === 'key';
  return (
    <g className={key ? 'stroke-data-2 fill-data-2' : 'stroke-data-1 fill-data-1'}>
      <line
        x1={x(0)}
        y1={y(0)}
        x2={x(a)}
        y2={y(b)}
        strokeWidth={key ? 4 : 1.75}
        strokeOpacity={key ? 0.45 : strong ? 1 : 0.5}
      />
      {key ? (
        <rect x={x(a) - 4} y={y(b) - 4} width={8} height={8} stroke="none" />
      ) : (
        <circle cx={x(a)} cy={y(b)} r={8} fill="none" strokeWidth={strong ? 2.5 : 1.5} />
      )}
      <text
        x={x(a) + (left ? -12 : 12)}
        y={y(b) + (key ? 14 : -5)}
        textAnchor={left ? 'end' : 'start'}
        stroke="none"
        className={`text-[13px] ${strong ? 'font-semibold' : ''}`}
      >
        {label}
      </text>
    </g>
  );
}
