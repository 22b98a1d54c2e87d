/** One reader: its product with the numbers in it, its control, and the settings of that control at which a nudge survives. */
'use client';
import { Slider } from '@/components/labs/frame/controls';
import { percentage } from '@/components/ui/plot/round';
import type { NumberParam } from '@/lib/labs/params';
import { FACTOR, type Lane } from './core';
import { sizeText } from './size-text';
import { type TimeStrings, tones } from './strings';

type Props = {
  readonly t: TimeStrings;
  readonly lane: Lane;
  readonly label: string;
  readonly spec: NumberParam;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

export function LaneCard({ t, lane, label, spec, value, onChange }: Props) {
  const { name, survives, path, factor, arrives, window } = lane;
  const fate = survives ? 'arrives' : (lane.reach.at(-1) ?? 0) < 1 / FACTOR ? 'vanishes' : 'explodes';
  const share = (value - spec.min) / (spec.max - spec.min);
  return (
    <section className="min-w-0 border-line border-t pt-3">
      <h4 className="flex items-baseline justify-between gap-3">
        <span className={`font-semibold ${tones[name]}`}>{t.names[name]}</span>
        <span className={`text-sm ${survives ? 'text-good' : 'text-bad'}`}>
          <span aria-hidden="true">{survives ? '✓ ' : '✗ '}</span>
          {t.fates[fate]}
        </span>
      </h4>
      <p className="mt-1 min-h-7 tabular-nums">
        {path === 1 ? (
          <>
            {t.oneFactor} <strong>{sizeText(arrives)}</strong>
          </>
        ) : (
          <>
            {sizeText(factor)}
            <sup>{path}</sup> = <strong>{sizeText(arrives)}</strong>
          </>
        )}
      </p>
      <Slider label={label} spec={spec} value={value} onChange={onChange} />
      <div aria-hidden="true" className="relative mt-2 mr-24 h-2.5 bg-sunken">
        {window.map(({ from, to }) => (
          <span
            key={from}
            className="absolute inset-y-0 bg-good"
            style={{ left: percentage(from), width: percentage(to - from) }}
          />
        ))}
        <span
          className="absolute -inset-y-1 border-ink border-l-2"
          style={{ left: `calc(${percentage(share)} - 1px)` }}
        />
      </div>
      <p className="mt-1 text-soft text-xs">{t.window(window.map((span) => spanText(span, spec)))}</p>
    </section>
  );
}

function spanText({ from, to }: { readonly from: number; readonly to: number }, { min, max }: NumberParam): string {
  const at = (share: number) => String(Number((min + share * (max - min)).toFixed(2))).replace('-', '−');
  return `${at(from)} – ${at(to)}`;
}
