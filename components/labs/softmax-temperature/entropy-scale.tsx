/** Entropy on its own scale, from certain to uniform, with the value at T = 1 as a mark. */
import { percentage } from '@/components/ui/plot/round';
import { type Result, TOKENS } from './core';
import type { ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly result: Result };

const MAX_BITS = Math.log2(TOKENS);

export function EntropyScale({ t, result }: Props) {
  const at = (bits: number) => percentage(bits / MAX_BITS);
  return (
    <div className="text-sm">
      <p className="flex justify-between">
        <span>{t.entropy}</span>
        <strong className="tabular-nums">{t.bits(result.bits.toFixed(3))}</strong>
      </p>
      <div aria-hidden="true" className="relative my-2 h-3 bg-sunken">
        <span
          className="absolute inset-y-0 left-0"
          style={{ width: at(result.bits), background: 'var(--color-data-2)' }}
        />
        <span
          className="absolute -inset-y-1 border-ink border-l-2"
          style={{ left: `calc(${at(result.bitsAtOne)} - 1px)` }}
        />
      </div>
      <p className="flex justify-between text-soft">
        <span>{t.certain}</span>
        <span>{t.uniform}</span>
      </p>
    </div>
  );
}
