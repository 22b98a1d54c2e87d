/** One update in numbers: what the optimizer remembers, what it corrects, and how far the weight goes. */
import { formatSignificant } from '@/lib/format-number';
import type { WeightView } from './core';
import type { RaceStrings } from './strings';
import type { Method } from './trace';

type Props = { readonly t: RaceStrings; readonly weight: WeightView; readonly method: Method; readonly moment: number };

export function StepLedger({ t, weight, method, moment }: Props) {
  const one = weight.steps[moment - 1];
  if (!one) return null;
  const rows =
    method === 'momentum'
      ? [
          ['g', t.ledgerRows.g, one.g],
          ['m', t.ledgerRows.buffer, one.m],
          ['Δw', t.changeMomentum, one.change],
        ]
      : [
          ['g', t.ledgerRows.g, one.g],
          ['m', t.ledgerRows.m, one.m],
          ['v', t.ledgerRows.v, one.v],
          ['m̂', t.ledgerRows.mHat, one.mHat],
          ['v̂', t.ledgerRows.vHat, one.vHat],
          ['Δw', method === 'adamw' ? t.changeAdamW : t.changeAdam, one.change],
        ];
  return (
    <table className="mt-3 text-sm tabular-nums">
      <caption className="text-start font-semibold">{t.ledger(moment)}</caption>
      <tbody>
        {rows.map(([symbol, meaning, value]) => (
          <tr key={symbol} className="border-t border-line align-baseline">
            <th scope="row" className="py-1 pe-3 text-start font-mono font-normal">
              {symbol}
            </th>
            <td className="py-1 pe-4 text-soft">{meaning}</td>
            <td className="py-1 text-end whitespace-nowrap">{t.scientific(Number(value))}</td>
          </tr>
        ))}
        <tr className="border-t border-line">
          <th scope="row" className="py-1 pe-3 text-start font-mono font-normal">
            w
          </th>
          <td />
          <td className="py-1 text-end">{formatSignificant(one.w, 5)}</td>
        </tr>
      </tbody>
    </table>
  );
}
