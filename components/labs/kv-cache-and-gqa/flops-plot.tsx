/** Work for each token of one name: all again without a cache, one column with it. */
import type { ReactNode } from 'react';
import { percentage } from '@/components/ui/plot/round';
import { formatBytes, formatInteger } from '@/lib/format-number';
import { type Decoding, SAME_LOGITS } from './decoding';
import type { KvStrings } from './strings';

const kiloFlop = (flops: number) => `${formatInteger(flops / 1000)}\u00a0kFLOP`;

export function FlopsPlot({ decoding, t }: { readonly decoding: Decoding; readonly t: KvStrings }) {
  const { steps, cached, again, difference } = decoding;
  const highest = Math.max(...steps.map((step) => step.again));
  const last = steps.at(-1);
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{t.flopsTitle}</figcaption>
      <div
        className="mt-2 flex h-28 items-end gap-px border-b border-strong sm:gap-0.5"
        role="img"
        aria-label={t.flopsTitle}
      >
        {steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the position is what a column stands for
          <span key={i} className="relative flex-1 bg-strong/40" style={{ height: percentage(step.again / highest) }}>
            <span
              className="absolute inset-x-0 bottom-0 bg-accent"
              style={{ height: percentage(step.cached / step.again) }}
            />
          </span>
        ))}
      </div>
      <div aria-hidden="true" className="flex gap-px font-mono text-xs sm:gap-0.5">
        {steps.map(({ character }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <span key={i} className="flex-1 text-center">
            {character || '·'}
          </span>
        ))}
      </div>
      <dl className="mt-2 grid grid-cols-2 gap-x-6 gap-y-2 text-sm tabular-nums sm:grid-cols-4">
        <Fact name={t.withoutCache} swatch="bg-strong/40" value={kiloFlop(again)} />
        <Fact name={t.withCache} swatch="bg-accent" value={kiloFlop(cached)} />
        <Fact
          name={t.sameLogits}
          value={
            <>
              {difference <= SAME_LOGITS ? '✓' : '✗'} ≤ 10<sup>{formatInteger(Math.log10(difference))}</sup>
            </>
          }
        />
        <Fact name={t.cacheNow(formatInteger(steps.length))} value={formatBytes(last?.cacheBytes ?? 0)} />
      </dl>
    </figure>
  );
}

type FactProps = { readonly name: string; readonly value: ReactNode; readonly swatch?: string };

function Fact({ name, value, swatch }: FactProps) {
  return (
    <div>
      <dt className="flex items-center gap-1.5 text-xs text-soft">
        {swatch && <span aria-hidden="true" className={`size-2.5 flex-none ${swatch}`} />}
        {name}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
