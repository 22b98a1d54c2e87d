/** The damage by matrix: where the outlier sits, and how few of its neighbours survive it. */
import { percentage } from '@/components/ui/plot/round';
import { formatPercent } from '@/lib/format-number';
import type { MatrixReport } from '@/lib/ml/quant/quantize-gpt';
import type { QuantizeStrings } from './strings';

type Props = { readonly matrices: readonly MatrixReport[]; readonly t: QuantizeStrings };

export function MatrixTable({ matrices, t }: Props) {
  return (
    <details className="mt-4">
      <summary className="w-fit cursor-pointer text-sm font-semibold">{t.matricesTitle}</summary>
      <table className="mt-2 w-full text-sm tabular-nums">
        <thead className="text-left text-xs text-soft">
          <tr>
            <th scope="col" className="font-normal">
              {t.matrix}
            </th>
            <th scope="col" className="font-normal">
              {t.zeroed}
            </th>
            <th scope="col" className="text-right font-normal">
              {t.error}
            </th>
          </tr>
        </thead>
        <tbody>
          {matrices.map(({ name, rows, columns, zeroed, relativeError }) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                <span className="font-mono">{name}</span>{' '}
                <span className="text-xs text-soft">
                  {rows} × {columns}
                </span>
              </th>
              <td className="w-1/3 py-1">
                <span className="flex items-center gap-2">
                  <span className="h-2 flex-1 bg-sunken">
                    <span className="block h-full bg-data-2" style={{ width: percentage(zeroed) }} />
                  </span>
                  <span className="w-12 text-right">{formatPercent(zeroed)}</span>
                </span>
              </td>
              <td className="py-1 text-right">{formatPercent(relativeError)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-xs text-soft">{t.matricesNote}</p>
    </details>
  );
}
