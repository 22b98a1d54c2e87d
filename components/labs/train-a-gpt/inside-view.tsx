/** Inside a model: where each head looks in one name, and how the characters lie. */
'use client';
import { memo } from 'react';
import { HeatMap } from '@/components/ui/plot/heat-map';
import { percentage } from '@/components/ui/plot/round';
import { formatPercent } from '@/lib/format-number';
import type { Inside } from './inside';
import type { TrainStrings } from './strings';

type Props = { readonly inside: Inside; readonly t: TrainStrings };

/** Both are drawn anew only when there is something else inside, not with every report of a training. */
export const HeadMaps = memo(function HeadMaps({ inside, t }: Props) {
  const size = inside.tokens.length;
  return (
    <>
      <ul className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-4">
        {inside.heads.map(({ layer, head, weights }) => {
          const row = weights.slice(size * (size - 1));
          const most = row.indexOf(Math.max(...row));
          const text = t.headText(
            layer,
            head,
            inside.tokens[size - 1] ?? '',
            inside.tokens[most] ?? '',
            formatPercent(row[most] ?? 0),
          );
          return (
            <li key={`${layer}-${head}`}>
              <p className="text-xs text-soft">{t.headLabel(layer, head)}</p>
              <div className="aspect-square w-full">
                <HeatMap values={weights} columns={size} label={text} />
              </div>
              <p className="mt-0.5 flex justify-between font-mono text-[0.6875rem] text-soft" aria-hidden="true">
                {inside.tokens.map((token, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same letter stands in several places
                  <span key={i} className="w-0 flex-1 overflow-hidden text-center">
                    {token}
                  </span>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
      <p className="mt-1 text-xs text-soft">{t.headsNote}</p>
    </>
  );
});

export const LetterPlane = memo(function LetterPlane({ inside, t }: Props) {
  return (
    <figure className="max-w-sm">
      <figcaption className="text-sm text-soft">{t.lettersTitle}</figcaption>
      <div className="relative m-3 aspect-square border border-line bg-sunken">
        {inside.letters.map(({ token, x, y }) => (
          <span
            key={token}
            className="absolute -translate-x-1/2 -translate-y-1/2 font-mono text-sm leading-none"
            style={{ left: percentage(0.5 + 0.46 * x), top: percentage(0.5 - 0.46 * y) }}
          >
            {token}
          </span>
        ))}
      </div>
      <p className="text-xs text-soft">{t.lettersNote}</p>
    </figure>
  );
});
