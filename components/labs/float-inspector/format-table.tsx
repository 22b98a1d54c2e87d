/** The number in every format: what is stored, and how far off it is. The row of the chosen format is marked. */
import { formatPercent } from '@/lib/format-number';
import type { FloatFormatId } from '@/lib/ml/quant/float-format';
import { writePlain } from './number-text';
import type { Outcome, Reading } from './reading';
import type { InspectorStrings } from './strings';

type Props = { readonly readings: readonly Reading[]; readonly chosen: FloatFormatId; readonly t: InspectorStrings };

const tones: Readonly<Record<Outcome, string>> = {
  exact: 'text-good',
  rounded: 'text-soft',
  subnormal: 'text-warn',
  saturated: 'text-bad',
  underflow: 'text-bad',
  overflow: 'text-bad',
  nan: 'text-bad',
};

/** Small errors keep two digits, as 6.0e−8; a percentage would say nothing. */
function formatError(error: number): string {
  if (error === 0) return '0';
  return error >= 1e-4 ? formatPercent(error, 2) : error.toExponential(1).replace('-', '−');
}

export function FormatTable({ readings, chosen, t }: Props) {
  return (
    <table className="mt-5 w-full text-sm tabular-nums">
      <caption className="text-left font-semibold">{t.formatsTitle}</caption>
      <thead className="text-left text-xs text-soft">
        <tr>
          <th scope="col" className="font-normal">
            {t.formatColumn}
          </th>
          <th scope="col" className="font-normal">
            {t.stored}
          </th>
          <th scope="col" className="text-right font-normal">
            {t.error}
          </th>
        </tr>
      </thead>
      <tbody>
        {readings.map(({ id, stored, outcome, relativeError }) => (
          <tr key={id} className={`border-t border-line ${id === chosen ? 'font-semibold' : ''}`}>
            <th scope="row" className="py-1 pr-3 text-left align-top [font-weight:inherit] whitespace-nowrap">
              {t.options?.format?.[id]}
            </th>
            <td className="py-1 align-top">
              <span className="font-mono [overflow-wrap:anywhere]">{writePlain(stored)}</span>
              <span className={`block text-xs font-normal ${tones[outcome]}`}>{t.outcomes[outcome]}</span>
            </td>
            <td className="py-1 pl-3 text-right align-top whitespace-nowrap">
              {relativeError === null ? '–' : formatError(relativeError)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
