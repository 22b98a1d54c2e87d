/** What the chosen plan costs: room on the card, bytes on the wire, work done twice. */
import { Fact } from '@/components/labs/frame/fact';
import { formatBytes, formatFixed, formatPercent, formatSignificant } from '@/lib/format-number';
import { MAX_EXTRA_FLOPS, type Result, sendsNoMore } from './core';
import { LINK_BYTES_PER_SECOND } from './plan';
import type { PlannerStrings } from './strings';

export function PlanFacts({ result, t }: { readonly result: Result; readonly t: PlannerStrings }) {
  const { chosen, capacity, fits, extraFlops, flops, trafficRatio } = result;
  const seconds = formatSignificant(chosen.traffic / LINK_BYTES_PER_SECOND, 2);
  return (
    <dl className="mt-4 grid gap-x-6 gap-y-3 border-y border-line py-3 sm:grid-cols-3">
      <Fact name={t.holds} met={fits} value={formatBytes(chosen.total)}>
        {fits ? t.free(formatBytes(capacity - chosen.total)) : t.over(formatBytes(chosen.total - capacity))}
      </Fact>
      <Fact name={t.sends} met={sendsNoMore(result)} value={formatBytes(chosen.traffic)}>
        {t.ratio(formatFixed(trafficRatio, 2))} · {t.seconds(seconds)}
      </Fact>
      <Fact
        name={t.again}
        met={extraFlops <= MAX_EXTRA_FLOPS}
        value={extraFlops > 0 ? `+${formatPercent(extraFlops)}` : formatPercent(0)}
      >
        {t.flops(formatSignificant(flops / 1e12))}
      </Fact>
    </dl>
  );
}
