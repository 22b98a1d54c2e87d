/**
 * Sizes of the recorded gradients on a log2 axis, moved by the loss scale, above the ranges of the formats on the same axis.
 * Marks are drawn in a stretched svg, all text is HTML around it.
 */
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatInteger, formatPercent } from '@/lib/format-number';
import { type FloatFormatId, floatFormatIds, floatFormats, floatLimits } from '@/lib/ml/quant/float-format';
import { scaleGradients } from '@/lib/ml/quant/loss-scaling';
import type { Result } from './core';
import { BINS_PER_OCTAVE, binMiddle, fateOf, type Source, sources } from './gradients';
import { recorded } from './recorded-gradients';
import type { InspectorStrings } from './strings';

type Props = {
  readonly logScale: number;
  readonly chosen: FloatFormatId;
  readonly fates: Result['fates'];
  readonly t: InspectorStrings;
};

const FROM = -44;
const TO = 24;
const HEIGHT = 56;
const TICKS = [-30, -20, -10, 0, 10, 20];
/** Colours of the words in `zones`, in their order. */
const ZONE_TONES = ['bg-bad', 'bg-data-1 opacity-45', 'bg-data-1'];
const place = (log: number) => Math.min(1, Math.max(0, (log - FROM) / (TO - FROM)));
const COLUMNS = 'grid grid-cols-[1fr_7rem] gap-x-2 sm:grid-cols-[1fr_8.5rem]';

export function GradientPlot({ logScale, chosen, fates, t }: Props) {
  return (
    <figure className="mt-2">
      {sources.map((source) => {
        const fate = t.fate(fateOf([recorded.histograms[source]], 2 ** logScale, floatFormats[chosen]));
        return (
          <div key={source} className="mt-3">
            <p className="text-xs tabular-nums">
              <span className="font-semibold">{t.sources[source]}</span> <span className="text-soft">{fate}</span>
            </p>
            <div className={COLUMNS}>
              <Bars source={source} logScale={logScale} chosen={chosen} label={`${t.sources[source]}. ${fate}`} />
            </div>
          </div>
        );
      })}
      <div className={COLUMNS}>
        <div className="relative h-5 text-xs text-soft tabular-nums" aria-hidden="true">
          {TICKS.map((tick) => (
            <span key={tick} className="absolute -translate-x-1/2" style={{ left: percentage(place(tick)) }}>
              2<sup>{tick < 0 ? `−${-tick}` : tick}</sup>
            </span>
          ))}
        </div>
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-soft">
        {t.zones.map((zone, i) => (
          <span key={zone} className="inline-flex items-center gap-1">
            <span aria-hidden="true" className={`size-3 ${ZONE_TONES[i]}`} />
            {zone}
          </span>
        ))}
      </p>
      <p className="mt-3 text-xs font-semibold">{t.ranges}</p>
      <div className={`${COLUMNS} items-center gap-y-1 text-xs tabular-nums`}>
        <span />
        <span className="grid grid-cols-[1fr_3.5rem] text-right whitespace-nowrap text-soft">
          <span>{t.lostColumn}</span>
          <span>{t.overflowColumn}</span>
        </span>
        {floatFormatIds.map((id) => (
          <Range key={id} id={id} chosen={id === chosen} fate={fates[id]} name={t.options?.format?.[id] ?? id} />
        ))}
      </div>
      <p className="mt-1 text-xs text-soft">{t.rangesNote}</p>
    </figure>
  );
}

type BarsProps = {
  readonly source: Source;
  readonly logScale: number;
  readonly chosen: FloatFormatId;
  readonly label: string;
};

function Bars({ source, logScale, chosen, label }: BarsProps) {
  const hydrated = useHydrated();
  const histogram = recorded.histograms[source];
  const most = Math.max(...histogram.counts);
  const format = floatFormats[chosen];
  const paths = { lost: '', subnormal: '', full: '', overflow: '' };
  histogram.counts.forEach((count, i) => {
    if (count === 0) return;
    const log = (histogram.first + i) / BINS_PER_OCTAVE + logScale;
    const height = Math.max(0.6, (count / most) * HEIGHT);
    const fate = scaleGradients([binMiddle(histogram, i)], 2 ** logScale, format);
    const kind = fate.underflow ? 'lost' : fate.overflow ? 'overflow' : fate.subnormal ? 'subnormal' : 'full';
    paths[kind] += `M${pixel(log - FROM)} ${HEIGHT}v${pixel(-height)}h${1 / BINS_PER_OCTAVE}v${pixel(height)}z`;
  });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${TO - FROM} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block w-full border-b border-strong"
      style={{ height: HEIGHT }}
    >
      {hydrated && (
        <>
          <path d={paths.full} className="fill-data-1" />
          <path d={paths.subnormal} className="fill-data-1 opacity-45" />
          <path d={`${paths.lost}${paths.overflow}`} className="fill-bad" />
        </>
      )}
    </svg>
  );
}

type RangeProps = {
  readonly id: FloatFormatId;
  readonly chosen: boolean;
  readonly fate: Result['fates'][FloatFormatId];
  readonly name: string;
};

function Range({ id, chosen, fate, name }: RangeProps) {
  const { max, smallestNormal, smallestSubnormal } = floatLimits(floatFormats[id]);
  // Half of the smallest subnormal is what still rounds up to it.
  const [lowest, normal, highest] = [Math.log2(smallestSubnormal) - 1, Math.log2(smallestNormal), Math.log2(max)];
  const span = (from: number, to: number) => ({
    left: percentage(place(from)),
    width: percentage(Math.max(0, place(to) - place(from))),
  });
  const tone = chosen ? 'bg-data-1' : 'bg-data-6';
  return (
    <>
      <span className="relative block h-6">
        <span className={`absolute inset-y-1 opacity-40 ${tone}`} style={span(lowest, normal)} />
        <span className={`absolute inset-y-1 ${tone}`} style={span(normal, highest)} />
        <span
          className={`absolute inset-y-1 flex items-center px-1 whitespace-nowrap ${chosen ? 'font-semibold' : 'text-soft'} ${lowest < FROM ? 'bg-paper/85' : ''}`}
          style={lowest < FROM ? { left: 0 } : { right: percentage(1 - place(lowest)) }}
        >
          {lowest < FROM && '← '}
          {name}
        </span>
        {highest > TO && (
          <span className="absolute inset-y-1 right-0 flex items-center bg-paper/85 px-1 text-soft" aria-hidden="true">
            →
          </span>
        )}
      </span>
      <span
        className={`grid grid-cols-[1fr_3.5rem] text-right whitespace-nowrap ${chosen ? 'font-semibold' : 'text-soft'}`}
      >
        <span>{formatPercent(fate.nonZero === 0 ? 0 : fate.underflow / fate.nonZero, 2)}</span>
        <span>{formatInteger(fate.overflow)}</span>
      </span>
    </>
  );
}
