/** One block as wired now: the stream on the left, the two branches on the right. A press on a place for the norm puts it there. */
'use client';
import type { Values } from './core';
import type { BlockStrings } from './strings';

type Props = {
  readonly t: BlockStrings;
  readonly values: Pick<Values, 'residual' | 'norm' | 'mlp'>;
  readonly onChange: (change: { readonly residual?: boolean; readonly norm?: Values['norm'] }) => void;
};

const STREAM = 44;
const BRANCH = 170;
const BOX = 124;
const SUBLAYER = 168;

export function BlockDiagram({ t, values, onChange }: Props) {
  const names = [t.attention, t.feedForward(t.options?.mlp?.[values.mlp] ?? '')];
  return (
    <svg
      viewBox={`0 0 252 ${2 * SUBLAYER + 24}`}
      role="img"
      aria-label={t.diagramText(values)}
      className="mx-auto block w-full max-w-72 select-none"
    >
      <text x={STREAM} y={11} textAnchor="middle" className="fill-soft text-[11px]">
        {t.stream}
      </text>
      {names.map((name, i) => (
        <Sublayer key={name} top={18 + i * SUBLAYER} name={name} t={t} values={values} onChange={onChange} />
      ))}
    </svg>
  );
}

type SublayerProps = Props & { readonly top: number; readonly name: string };

function Sublayer({ top, name, t, values: { residual, norm }, onChange }: SublayerProps) {
  const [fork, join, end] = [top + 8, top + 116, top + SUBLAYER];
  const put = (place: 'pre' | 'post') => onChange({ norm: norm === place ? 'none' : place });
  return (
    <g>
      <path
        d={`M${STREAM} ${top}V${fork}H${BRANCH}V${join}H${STREAM + 11}`}
        className="fill-none stroke-ink"
        strokeWidth={1.75}
      />
      <path d={`M${STREAM} ${top}V${fork}`} className="stroke-data-1" strokeWidth={5} />
      <path d={`M${STREAM} ${join}V${end}`} className="stroke-data-1" strokeWidth={5} />
      {/* A press anywhere between fork and sum switches the residual path. */}
      <g className="cursor-pointer" onPointerDown={() => onChange({ residual: !residual })}>
        <rect x={STREAM - 34} y={fork} width={68} height={join - fork - 12} className="fill-transparent" />
        <path
          d={`M${STREAM} ${fork}V${join - 11}`}
          className={residual ? 'stroke-data-1' : 'stroke-strong'}
          strokeWidth={residual ? 5 : 1.5}
          strokeDasharray={residual ? undefined : '3 5'}
        />
        <text
          transform={`translate(${STREAM - 12} ${(fork + join) / 2}) rotate(-90)`}
          textAnchor="middle"
          className={`text-[11px] ${residual ? 'fill-ink' : 'fill-faint'}`}
        >
          {t.residualPath}
        </text>
      </g>
      <circle
        cx={STREAM}
        cy={join}
        r={11}
        className={residual ? 'fill-paper stroke-ink' : 'fill-paper stroke-strong'}
        strokeWidth={1.75}
      />
      <text x={STREAM} y={join + 5} textAnchor="middle" className={residual ? 'fill-ink' : 'fill-faint'}>
        {residual ? '+' : '·'}
      </text>
      <Slot x={BRANCH - BOX / 2} y={top + 20} on={norm === 'pre'} text={t.normBox} onPress={() => put('pre')} />
      <rect
        x={BRANCH - BOX / 2}
        y={top + 56}
        width={BOX}
        height={44}
        rx={4}
        className="fill-raised stroke-ink"
        strokeWidth={1.75}
      />
      <text x={BRANCH} y={top + 82} textAnchor="middle" className="fill-ink text-[13px]">
        {name}
      </text>
      <Slot x={8} y={join + 18} on={norm === 'post'} text={t.normBox} onPress={() => put('post')} narrow />
    </g>
  );
}

type SlotProps = {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
  readonly text: string;
  readonly onPress: () => void;
  readonly narrow?: boolean;
};

function Slot({ x, y, on, text, onPress, narrow = false }: SlotProps) {
  const width = narrow ? 72 : BOX;
  return (
    <g className="cursor-pointer" onPointerDown={onPress}>
      <rect
        x={x}
        y={y}
        width={width}
        height={26}
        rx={4}
        className={on ? 'fill-accent stroke-accent' : 'fill-paper stroke-strong'}
        strokeDasharray={on ? undefined : '3 4'}
      />
      <text
        x={x + width / 2}
        y={y + 17}
        textAnchor="middle"
        className={`text-[11px] ${on ? 'fill-on-accent' : 'fill-soft'}`}
      >
        {on ? text : `+ ${text}`}
      </text>
    </g>
  );
}
