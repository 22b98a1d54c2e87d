/** Size and error side by side with the two baselines: what is saved and what it costs. */
import { formatPercent, formatSignificant } from '@/lib/format-number';
import { FP16_BITS, FP32_BITS, GOAL, type Result } from './core';

type Words = {
  readonly size: string;
  readonly bitsPerWeight: string;
  readonly ordinaryError: string;
  readonly quantized: string;
  readonly sizeParts: (size: Result['size']) => string;
};

export function SizeBars({ result, t }: { readonly result: Result; readonly t: Words }) {
  const bars = [
    { name: 'fp32', bits: FP32_BITS, error: 0 },
    { name: 'fp16', bits: FP16_BITS, error: result.halfRelativeError },
    { name: t.quantized, bits: result.size.total, error: result.relativeError, own: true },
  ];
  return (
    <table className="w-full text-sm tabular-nums">
      <thead className="text-left text-xs text-soft">
        <tr>
          <th scope="col" className="w-14 font-normal">
            {t.size}
          </th>
          <th scope="col" className="font-normal">
            {t.bitsPerWeight}
          </th>
          <th scope="col" className="w-24 text-right font-normal sm:w-52">
            {t.ordinaryError}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, bits, error, own }) => (
          <tr key={name} className={own ? 'font-semibold' : 'text-soft'}>
            <th scope="row" className="py-1 text-left font-[inherit]">
              {name}
            </th>
            <td className="py-1">
              <span className="flex items-center gap-2">
                <span
                  className={`h-3 flex-none ${own ? 'bg-accent' : 'bg-strong'}`}
                  style={{ width: `calc((100% - 3rem) * ${(bits / FP32_BITS).toFixed(4)})` }}
                />
                {formatSignificant(bits)}
              </span>
              {own && <span className="block text-xs font-normal text-soft">{t.sizeParts(result.size)}</span>}
            </td>
            <td className="py-1 text-right align-top">
              {own && (
                <span aria-hidden="true" className={error <= GOAL.relativeError ? 'text-good' : 'text-bad'}>
                  {error <= GOAL.relativeError ? '✓ ' : '✗ '}
                </span>
              )}
              {formatPercent(error, own ? 1 : 2)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
