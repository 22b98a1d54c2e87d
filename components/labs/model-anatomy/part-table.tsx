/** The parts to the digit. A row is a button: it marks the part in the bars and writes out how it is counted. */
'use client';
import { formatInteger } from '@/lib/format-number';
import { fills } from './anatomy-bars';
import type { Result } from './core';
import { type Formula, flopFormula, parameterFormula } from './formulas';
import type { PartId } from './parts';
import type { AnatomyStrings } from './strings';

type Props = {
  readonly result: Result;
  readonly tokens: string;
  readonly t: AnatomyStrings;
  readonly onPin: (id: PartId) => void;
};

export function PartTable({ result, tokens, t, onPin }: Props) {
  const { parts, parameters, flops, pinned, shape } = result;
  const written = (title: string, { symbols, numbers }: Formula, value: number) => (
    <p className="break-words">
      <span className="text-soft">{title}</span> <span className="font-mono text-xs">{symbols}</span>
      {numbers && <span className="font-mono text-xs"> = {numbers}</span>}
      <span className="font-mono text-xs"> = </span>
      <strong className="tabular-nums">{formatInteger(value)}</strong>
    </p>
  );
  return (
    <div className="mt-4">
      <table className="w-full border-collapse text-xs @xl:text-sm">
        <thead>
          <tr className="border-b border-line text-soft">
            <th scope="col" className="py-1 text-left font-normal">
              {t.columnPart}
            </th>
            <th scope="col" className="py-1 pl-2 text-right font-normal">
              {t.columnParameters}
            </th>
            <th scope="col" className="py-1 pl-2 text-right font-normal">
              {t.columnFlops}
            </th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {parts.map((part) => {
            const own = part.id === pinned.id;
            return (
              <tr key={part.id} className={`border-b border-line ${own ? 'bg-accent-wash font-semibold' : ''}`}>
                <th scope="row" className="p-0 text-left font-normal">
                  <button
                    type="button"
                    aria-pressed={own}
                    onClick={() => onPin(part.id)}
                    className={`flex min-h-8 w-full items-center gap-2 text-left ${own ? 'font-semibold' : ''}`}
                  >
                    <span aria-hidden="true" className={`size-2.5 flex-none ${fills[part.id]}`} />
                    <span className="underline decoration-line underline-offset-4">{t.parts[part.id]}</span>
                  </button>
                </th>
                <td className="pl-2 text-right">{formatInteger(part.parameters)}</td>
                <td className="pl-2 text-right">{formatInteger(part.flops)}</td>
              </tr>
            );
          })}
          <tr className="font-semibold">
            <th scope="row" className="py-1.5 text-left">
              {t.total}
            </th>
            <td className="pl-2 text-right">{formatInteger(parameters)}</td>
            <td className="pl-2 text-right">{formatInteger(flops)}</td>
          </tr>
        </tbody>
      </table>
      <div className="mt-2 grid gap-1 border-l-3 border-accent pl-3 text-sm">
        <p>
          <strong className="font-semibold">{t.parts[pinned.id]}</strong>{' '}
          <span className="text-soft">{t.notes[pinned.id]}</span>
        </p>
        {written(t.parametersOf, parameterFormula(pinned.id, shape), pinned.parameters)}
        {written('FLOPs', flopFormula(pinned.id, shape, Number(tokens)), pinned.flops)}
        <p className="text-xs text-soft">{t.symbols}</p>
      </div>
    </div>
  );
}
