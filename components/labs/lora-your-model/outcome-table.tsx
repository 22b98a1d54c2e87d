/** What was trained, what it costs to store, and the two losses: before, with the adapter, without it again, and every weight trained. */
import { formatBytes, formatFixed, formatInteger } from '@/lib/format-number';
import type { Result } from './core';
import type { LoraStrings } from './strings';

type Props = { readonly result: Result; readonly t: LoraStrings };
type Row = {
  readonly name: string;
  readonly trained: string;
  readonly file: string;
  readonly fresh: number | undefined;
  readonly old: number | undefined;
  readonly tone?: string;
};

export function OutcomeTable({ result, t }: Props) {
  const { lora, full, trainable, parameters, adapterBytes, modelBytes, unmerged } = result;
  const start = lora[0];
  const rows: readonly Row[] = [
    { name: t.before, trained: '', file: '', fresh: start?.fresh, old: start?.old },
    {
      name: t.lora,
      trained: formatInteger(trainable),
      file: formatBytes(adapterBytes),
      fresh: lora.at(-1)?.fresh,
      old: lora.at(-1)?.old,
      tone: 'text-data-1',
    },
    {
      name: t.full,
      trained: formatInteger(parameters),
      file: formatBytes(modelBytes),
      fresh: full.at(-1)?.fresh,
      old: full.at(-1)?.old,
      tone: 'text-data-2',
    },
    {
      name: t.removed,
      trained: '',
      file: '',
      fresh: unmerged?.fresh,
      old: unmerged?.old,
    },
  ];
  const loss = (value: number | undefined) => (value === undefined ? '–' : formatFixed(value, 3));
  return (
    <table className="mt-5 w-full text-sm tabular-nums">
      <thead>
        <tr className="text-xs text-soft">
          <th scope="col" className="py-1 text-start font-normal">
            {t.method}
          </th>
          <th scope="col" className="py-1 text-end font-normal">
            {t.trained}
          </th>
          <th scope="col" className="py-1 ps-2 text-end font-normal">
            {t.file}
          </th>
          <th scope="col" className="py-1 ps-2 text-end font-normal">
            {t.fresh}
          </th>
          <th scope="col" className="py-1 ps-2 text-end font-normal">
            {t.old}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, trained, file, fresh, old, tone = 'text-soft' }) => (
          <tr key={name} className="border-t border-line">
            <th
              scope="row"
              className={`py-1 pe-1 text-start ${tone === 'text-soft' ? 'font-normal' : 'font-semibold'} ${tone}`}
            >
              {name}
            </th>
            <td className="py-1 text-end">{trained}</td>
            <td className="py-1 ps-2 text-end whitespace-nowrap">{file}</td>
            <td className="py-1 ps-2 text-end">{loss(fresh)}</td>
            <td className="py-1 ps-2 text-end">{loss(old)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
