/** The closed forms of the bowl, opened by whoever wants the answer from the formula. */
import { formatFixed, formatSignificant } from '@/lib/format-number';
import type { QuadraticRates } from '@/lib/ml/optim/quadratic-rates';
import type { RaceStrings } from './strings';

type Props = { readonly t: RaceStrings; readonly rates: QuadraticRates };

export function TheoryTable({ t, rates }: Props) {
  const rows = [
    { name: t.lanes.gd, rate: rates.gdRate, beta: null, factor: rates.gdFactor, formula: t.theoryRows.formulaGd },
    {
      name: t.lanes.momentum,
      rate: rates.momentumRate,
      beta: rates.momentumBeta,
      factor: rates.momentumFactor,
      formula: t.theoryRows.formulaMomentum,
    },
  ];
  return (
    <details className="mt-3 border-y border-line">
      <summary className="min-h-9 cursor-pointer py-1.5 text-sm text-soft">{t.theory}</summary>
      <div className="overflow-x-auto pb-2">
        <table className="text-sm tabular-nums">
          <thead>
            <tr className="text-xs text-soft">
              {[t.theoryRows.method, t.theoryRows.rate, t.theoryRows.beta, t.theoryRows.factor].map((head) => (
                <th key={head} scope="col" className="py-1 pe-5 text-start font-normal">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, rate, beta, factor, formula }) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="py-1 pe-5 text-start font-normal">
                  {name}
                </th>
                <td className="py-1 pe-5">{formatSignificant(rate)}</td>
                <td className="py-1 pe-5">{beta === null ? '–' : formatFixed(beta, 3)}</td>
                <td className="py-1">
                  {formatFixed(factor, 4)} <span className="whitespace-nowrap text-soft">= {formula}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
