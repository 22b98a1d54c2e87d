/** Reference down, candidate across: a dot where the tokens are the same, a line along the longest common subsequence. */
import { Fragment } from 'react';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Result } from './core';
import type { ViewStrings } from './strings';

/** Pixels of a cell: 22 Chinese characters, or 15 English words beside their names, fit a phone. */
const CELLS = { en: 17, zh: 14 } as const;

export function LcsGrid({ t, result }: { readonly t: ViewStrings; readonly result: Result }) {
  const hydrated = useHydrated();
  const { candidateTokens: across, referenceTokens: down, path, language } = result;
  const cell = CELLS[language];
  const caption = t.lcsCaption(path.length, across.length, down.length);
  const middle = (place: number) => (place + 0.5) * cell;
  const onPath = new Set(path.map((pair) => pair.reference * across.length + pair.candidate));
  const lang = language === 'zh' ? 'zh-Hans' : 'en';
  return (
    <figure className="mt-6">
      <figcaption>
        <span className="block font-semibold text-sm">{t.lcs}</span>
        <span className="text-soft text-sm tabular-nums">{across.length > 0 ? caption : t.lcsEmpty}</span>
      </figcaption>
      {across.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long candidate makes it scroll, which the keyboard must be able to
        <section className="mt-2 overflow-x-auto pb-2" tabIndex={0} aria-label={t.lcs}>
          <div
            lang={lang}
            className="grid w-fit text-xs"
            style={{ gridTemplateColumns: `auto ${across.length * cell}px` }}
          >
            <span />
            <div className="flex items-end" aria-hidden="true">
              {across.map((token, c) => (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
                  key={c}
                  className="flex justify-start leading-none"
                  style={{ width: cell, writingMode: language === 'zh' ? 'horizontal-tb' : 'sideways-lr' }}
                >
                  <span className="m-auto">{token}</span>
                </span>
              ))}
            </div>
            <div aria-hidden="true">
              {down.map((token, r) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
                <div key={r} className="pr-1.5 text-right" style={{ height: cell, lineHeight: `${cell}px` }}>
                  {token}
                </div>
              ))}
            </div>
            <svg
              role="img"
              aria-label={`${caption}: ${path.map((pair) => across[pair.candidate]).join(' ')}`}
              width={across.length * cell}
              height={down.length * cell}
              className="block bg-sunken"
            >
              {hydrated && (
                <>
                  <polyline
                    points={path.map((pair) => `${middle(pair.candidate)},${middle(pair.reference)}`).join(' ')}
                    fill="none"
                    className="stroke-data-1"
                    strokeWidth={2}
                  />
                  {down.map((token, r) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
                    <Fragment key={r}>
                      {across.map((other, c) =>
                        other === token ? (
                          <circle
                            // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
                            key={c}
                            cx={middle(c)}
                            cy={middle(r)}
                            r={onPath.has(r * across.length + c) ? 5 : 3}
                            className={onPath.has(r * across.length + c) ? 'fill-data-1' : 'fill-data-6'}
                          />
                        ) : null,
                      )}
                    </Fragment>
                  ))}
                </>
              )}
            </svg>
          </div>
        </section>
      )}
      <p className="text-soft text-xs">{t.lcsNote}</p>
    </figure>
  );
}
