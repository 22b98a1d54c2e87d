/** Six prices on one scale. The entropy and the uniform guess run through those that can be compared with them. */
import type { ReactNode } from 'react';
import { percentage } from '@/components/ui/plot/round';
import type { Result } from './core';
import type { Bits } from './divergence';
import { type MeterStrings, show } from './strings';

type Props = { readonly t: MeterStrings; readonly result: Result };

/** Ends of the scale in bits: the least that holds everything finite. The dearest finite guess costs log₂ 49 = 5.6. */
const ENDS = [3, 6] as const;

export function BitBars({ t, result }: Props) {
  const { entropy, cross, forward, reverse, uniform, guessLength, truthLength } = result;
  const finite = [cross, forward, reverse, guessLength].filter((bits): bits is number => bits !== 'inf');
  const end = ENDS.find((one) => finite.every((bits) => bits <= one)) ?? ENDS[1];
  const at = (bits: number) => percentage(Math.min(1, bits / end));
  const marks = (
    <>
      <span className="absolute -inset-y-1 border-ink border-l-2" style={{ left: at(entropy) }} />
      <span className="absolute -inset-y-1 border-strong border-l-2 border-dashed" style={{ left: at(uniform) }} />
    </>
  );
  return (
    <section aria-label={t.barsTitle}>
      <p className="mb-1 font-semibold text-sm">{t.barsTitle}</p>
      <Bar name={t.bars.entropy} value={entropy} at={at} tone="bg-data-1" marks={marks} />
      <Bar name={t.bars.cross} value={cross} at={at} tone="bg-data-2" marks={marks} detail={t.ofWhich(result)}>
        <span className="absolute inset-y-0 left-0 bg-data-1" style={{ width: at(entropy) }} />
      </Bar>
      <Bar name={t.bars.guessLength} value={guessLength} at={at} tone="bg-data-3" marks={marks} />
      <Bar name={t.bars.truthLength} value={truthLength} at={at} tone="bg-data-3" marks={marks} />
      <p className="mt-1 mb-4 text-soft text-xs">{t.marks(result)}</p>
      <Bar name={t.bars.forward} value={forward} at={at} tone="bg-data-2" />
      <Bar name={t.bars.reverse} value={reverse} at={at} tone="bg-data-4" />
      <p
        className={`mt-3 border-l-3 px-3 py-2 text-sm ${result.ruledOut.length > 0 ? 'border-bad bg-bad-wash' : 'border-accent bg-accent-wash'}`}
      >
        {t.note(result)}
      </p>
    </section>
  );
}

type BarProps = {
  readonly name: string;
  readonly value: Bits;
  readonly at: (bits: number) => string;
  readonly tone: string;
  readonly marks?: ReactNode;
  readonly detail?: string;
  readonly children?: ReactNode;
};

/** An infinite bar fills its track and has no end. */
function Bar({ name, value, at, tone, marks, detail, children }: BarProps) {
  const infinite = value === 'inf';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 py-1 text-sm @2xl:grid-cols-[13rem_minmax(0,1fr)_10.5rem]">
      <span>{name}</span>
      <span className="text-right tabular-nums @2xl:order-last">
        {detail && <span className="text-soft text-xs">{detail} = </span>}
        <strong className={infinite ? 'text-bad' : ''}>{show(value)}</strong>
      </span>
      <span aria-hidden="true" className="relative col-span-2 my-1 h-3.5 bg-sunken @2xl:col-span-1 @2xl:my-0">
        <span className={`absolute inset-y-0 left-0 ${tone}`} style={{ width: infinite ? '100%' : at(value) }} />
        {children}
        {infinite && (
          <span className="absolute inset-y-0 right-1 font-semibold text-on-accent leading-[0.875rem]">∞ →</span>
        )}
        {marks}
      </span>
    </div>
  );
}
