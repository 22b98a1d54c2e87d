/** The first updates under both ways to count a warm-up. */
import { formatSignificant } from '@/lib/format-number';
import type { Values } from './core';
import { rateAt } from './schedule';
import type { BenchStrings } from './strings';

type Props = { readonly t: BenchStrings; readonly values: Values };

export function FirstSteps({ t, values }: Props) {
  const { warmup } = values;
  const shown = [...new Set([0, 1, 2, warmup - 1, warmup])].filter((step) => step >= 0 && step <= Math.max(2, warmup));
  const columns = [
    { key: 'zero', name: t.transformers },
    { key: 'above', name: t.nanogpt },
  ] as const;
  return (
    <table className="text-sm tabular-nums">
      <caption className="text-start font-semibold">{t.firstTitle}</caption>
      <thead>
        <tr className="text-xs text-soft">
          <th scope="col" className="py-1 pe-6 text-start font-normal">
            {t.firstStep}
          </th>
          {columns.map(({ key, name }) => (
            <th
              key={key}
              scope="col"
              className={`py-1 pe-6 text-end ${values.counting === key ? 'font-semibold text-ink' : 'font-normal'}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((step) => (
          <tr key={step} className="border-t border-line">
            <th scope="row" className="py-1 pe-6 text-start font-normal">
              {step}
            </th>
            {columns.map(({ key }) => (
              <td key={key} className={`py-1 pe-6 text-end ${values.counting === key ? 'font-semibold' : ''}`}>
                {formatSignificant(rateAt(step, { ...values, counting: key }), 4)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
