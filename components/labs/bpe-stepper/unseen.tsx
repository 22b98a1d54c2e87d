/** The two held-out sentences: how they are cut, and their length beside the two baselines, characters and bytes. */
import { formatFixed } from '@/lib/format-number';
import { GOAL, type Result } from './core';
import type { BpeStrings } from './strings';
import { TokenText } from './token-text';

type Props = { readonly result: Result; readonly marked: number; readonly t: BpeStrings };

export function Unseen({ result, marked, t }: Props) {
  const longest = Math.max(result.heldOut.zh.bytes, result.heldOut.en.bytes);
  return (
    <div className="mt-5 border-t border-line pt-4">
      <p className="text-sm font-semibold">{t.unseen}</p>
      <div className="grid gap-x-8 sm:grid-cols-2">
        {(['zh', 'en'] as const).map((language) => {
          const { text, ids, characters, bytes, perCharacter } = result.heldOut[language];
          const met = perCharacter <= GOAL[language];
          const bars = [
            [t.characters, characters, 'bg-strong'],
            [t.bytes, bytes, 'bg-strong'],
            [t.yours, ids.length, 'bg-accent'],
          ] as const;
          return (
            <div key={language} className="mt-3">
              <p className="mb-1 flex flex-wrap justify-between gap-x-3 text-sm">
                <span>{t.sentence[language]}</span>
                <span className="tabular-nums">
                  <span aria-hidden="true" className={met ? 'text-good' : 'text-bad'}>
                    {met ? '✓ ' : '✗ '}
                  </span>
                  {t.cost(ids.length, formatFixed(perCharacter, 2))}
                </span>
              </p>
              <p lang={language} className="mb-1 text-sm text-soft">
                {text}
              </p>
              <TokenText ids={ids} merges={result.merges} marked={marked} label={t.sentence[language]} />
              <dl className="mt-2 grid grid-cols-[auto_1fr] items-center gap-x-2 text-xs text-soft tabular-nums">
                {bars.map(([name, count, tone]) => (
                  <div key={name} className="col-span-2 grid grid-cols-subgrid items-center">
                    <dt>{name}</dt>
                    <dd className="flex items-center gap-1.5">
                      <span
                        className={`h-2 flex-none ${tone}`}
                        style={{ width: `calc((100% - 2rem) * ${(count / longest).toFixed(4)})` }}
                      />
                      {count}
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          );
        })}
      </div>
    </div>
  );
}
