/** Shares of parameters and of FLOPs, each above the same bar of GPT-2 small. Press a part to see how it is counted. */
'use client';
import { percentage } from '@/components/ui/plot/round';
import { formatInteger, formatPercent } from '@/lib/format-number';
import { modelShapes } from '@/lib/ml/cost/model-shape';
import type { Result } from './core';
import { type Part, type PartId, takeApart } from './parts';
import type { AnatomyStrings } from './strings';

type Props = {
  readonly result: Result;
  readonly tokens: string;
  readonly pin: PartId;
  readonly t: AnatomyStrings;
};

export const fills: Readonly<Record<PartId, string>> = {
  embedding: 'bg-data-2',
  position: 'bg-data-5',
  attention: 'bg-data-1',
  mlp: 'bg-data-3',
  norm: 'bg-data-6',
  head: 'bg-data-4',
};

export function AnatomyBars({ result, tokens, pin, t }: Props) {
  const known = takeApart(modelShapes.gpt2, Number(tokens));
  return (
    <div className="grid gap-4">
      {(
        [
          [t.parametersOf, 'parameters', result.parameters],
          [t.flopsOf(t.options?.tokens?.[tokens] ?? tokens), 'flops', result.flops],
        ] as const
      ).map(([title, key, total]) => (
        <figure key={key}>
          <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="text-sm font-semibold">{title}</span>
            <span className="text-lg font-semibold tabular-nums">{formatInteger(total)}</span>
          </figcaption>
          <div
            role="img"
            aria-label={`${title}: ${result.parts.map((part) => `${t.parts[part.id]} ${formatPercent(part[key] / total)}`).join(', ')}`}
            className="mt-1"
          >
            <Bar parts={result.parts} of={key} pin={pin} height="h-8" />
            <div className="mt-1">
              <Bar parts={known} of={key} pin={pin} height="h-1.5" />
            </div>
            <p className="text-xs text-soft">{t.baseline}</p>
          </div>
        </figure>
      ))}
    </div>
  );
}

type BarProps = {
  readonly parts: readonly Part[];
  readonly of: 'parameters' | 'flops';
  readonly pin: PartId;
  readonly height: string;
};

function Bar({ parts, of, pin, height }: BarProps) {
  const total = parts.reduce((sum, part) => sum + part[of], 0);
  return (
    <span className={`flex w-full overflow-hidden ${height}`}>
      {parts.map((part) => (
        <span
          key={part.id}
          className={`${fills[part.id]} ${part.id === pin ? '' : 'opacity-55'}`}
          style={{ width: percentage(part[of] / total) }}
        />
      ))}
    </span>
  );
}
