/** Reliability diagram: accuracy over stated confidence, dot area by number of answers, hollow dots for T = 1. */
import { pixel } from '@/components/ui/plot/round';
import { ANSWERS } from './classifier';
import type { Calibration, Result } from './core';
import type { ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly result: Result };

const SIDE = 260;
const LEFT = 52;
const TOP = 10;
const x = (value: number) => pixel(LEFT + value * SIDE);
const y = (value: number) => pixel(TOP + (1 - value) * SIDE);
const radius = (count: number) => pixel(2 + 16 * Math.sqrt(count / ANSWERS));
const TICKS = [0, 0.25, 0.5, 0.75, 1];

export function ReliabilityPlot({ t, result }: Props) {
  return (
    <figure className="m-0 grid content-start gap-2">
      <figcaption>
        <strong className="font-semibold">{t.reliability}</strong>
        <p className="text-soft text-sm">{t.reliabilityNote(ANSWERS)}</p>
      </figcaption>
      <svg
        viewBox={`0 0 ${LEFT + SIDE + 14} ${TOP + SIDE + 40}`}
        className="w-full max-w-md font-ui"
        role="img"
        aria-label={t.plotText(result)}
      >
        <path d={`M${x(0)} ${y(0)} L${x(1)} ${y(1)} L${x(1)} ${y(0)} Z`} className="fill-sunken" />
        {TICKS.map((tick) => (
          <g key={tick} className="fill-soft text-[11px]">
            <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={x(tick)} y={y(0) + 16} textAnchor="middle">
              {tick}
            </text>
            <text x={x(0) - 6} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="stroke-ink" strokeDasharray="4 4" />
        <g className="fill-soft text-[12px]">
          <text x={x(0.97)} y={y(0.06)} textAnchor="end">
            {t.overconfident}
          </text>
          <text x={x(0.03)} y={y(0.92)}>
            {t.underconfident}
          </text>
          <text x={x(0.5)} y={y(0) + 34} textAnchor="middle">
            {t.confidence}
          </text>
          <text transform={`translate(14 ${y(0.5)}) rotate(-90)`} textAnchor="middle">
            {t.accuracy}
          </text>
        </g>
        <Dots calibration={result.one} kind="baseline" />
        <Dots calibration={result.now} kind="now" />
      </svg>
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm tabular-nums">
        <span>
          {t.ece} <strong>{result.now.ece.toFixed(3)}</strong>
        </span>
        <span className="text-soft">
          {t.atOne} ○ {result.one.ece.toFixed(3)}
        </span>
        <span>
          {t.confidence} <strong>{result.now.confidence.toFixed(3)}</strong>
        </span>
        <span>
          {t.accuracy} <strong>{result.accuracy.toFixed(3)}</strong>
        </span>
      </p>
      <p className="text-soft text-sm tabular-nums">{t.fitted(result.fitted.toFixed(2))}</p>
    </figure>
  );
}

/** The stem from a dot to the diagonal is that bin's calibration gap. */
function Dots({ calibration, kind }: { readonly calibration: Calibration; readonly kind: 'now' | 'baseline' }) {
  const filled = kind === 'now';
  return calibration.bins
    .filter((bin) => bin.count > 0)
    .map((bin) => (
      <g key={bin.low} className={filled ? 'stroke-data-1' : 'stroke-faint'}>
        {filled && (
          <line
            x1={x(bin.confidence)}
            x2={x(bin.confidence)}
            y1={y(bin.accuracy)}
            y2={y(bin.confidence)}
            strokeWidth={2}
          />
        )}
        <circle
          cx={x(bin.confidence)}
          cy={y(bin.accuracy)}
          r={radius(bin.count)}
          className={filled ? 'fill-data-1' : 'fill-none'}
          fillOpacity={0.75}
        />
      </g>
    ));
}
