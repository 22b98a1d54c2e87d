/** The next character: the model's distribution, the sampler's over it, and under them how far each filter reaches. */
'use client';
import { percentage } from '@/components/ui/plot/round';
import { formatPercent } from '@/lib/format-number';
import { characterOf, VOCAB } from '@/lib/thread/alphabet';
import type { Result } from './core';
import { type CutId, cuts } from './next-character';
import type { SamplerSettings } from './sampler';
import type { ViewStrings } from './strings';

type Props = {
  readonly t: ViewStrings;
  readonly result: Result;
  readonly settings: SamplerSettings;
  readonly onPrefix: (prefix: string) => void;
};

export function NextPlot({ t, result, settings, onPrefix }: Props) {
  const { next } = result;
  const { prefix, tokens } = next;
  const highest = Math.max(...tokens.map(({ p, q }) => Math.max(p, q)));
  const drawn = next.drawn;
  const values: Readonly<Record<CutId, number>> = {
    'top-k': settings.k,
    'top-p': settings.p,
    'min-p': settings.minP,
    contrastive: settings.alpha,
  };
  return (
    <section className="grid min-w-0 content-start gap-2">
      <label className="grid gap-1">
        <span className="text-soft text-sm">{t.params.prefix}</span>
        <input
          type="text"
          className="field w-full max-w-sm font-mono"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={22}
          value={prefix}
          onChange={(event) => onPrefix(event.target.value)}
        />
      </label>
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className="button"
          disabled={next.full || drawn === 0}
          onClick={() => onPrefix(prefix + characterOf(drawn))}
        >
          {t.draw}
          <span className="font-mono">{drawn === 0 ? t.end : characterOf(drawn)}</span>
        </button>
        <button type="button" className="button" disabled={prefix === ''} onClick={() => onPrefix(prefix.slice(0, -1))}>
          {t.removeLast}
        </button>
        <button type="button" className="button" disabled={prefix === ''} onClick={() => onPrefix('')}>
          {t.startOver}
        </button>
      </div>
      <figure className="m-0 mt-2">
        <figcaption>
          <strong className="font-semibold">{t.next(prefix)}</strong>
          <p className="text-soft text-sm">{next.full ? t.full : t.nextNote}</p>
        </figcaption>
        <div
          role="img"
          aria-label={t.barsText(result)}
          className="mt-2 grid h-32 items-end border-strong border-b"
          style={{ gridTemplateColumns: `repeat(${VOCAB}, minmax(0, 1fr))` }}
        >
          {tokens.map(({ id, p, q }) => (
            <span key={id} className="relative h-full">
              <span className="absolute inset-x-px bottom-0 bg-data-1" style={{ height: percentage(q / highest) }} />
              <span
                className="absolute inset-x-px bottom-0 border border-ink border-b-0"
                style={{ height: percentage(p / highest) }}
              />
            </span>
          ))}
        </div>
        <div
          aria-hidden="true"
          className="grid text-center font-mono text-[11px]"
          style={{ gridTemplateColumns: `repeat(${VOCAB}, minmax(0, 1fr))` }}
        >
          {tokens.map(({ id, q }) => (
            <span key={id} className={q > 0 ? 'text-ink' : 'text-faint line-through'}>
              {id === 0 ? '⏎' : characterOf(id)}
            </span>
          ))}
        </div>
        <ul className="mt-1">
          {cuts.map((id) => {
            const { kept, mass } = next.cuts[id];
            const active = settings.sampler === id;
            return (
              <li
                key={id}
                className={`pt-1 text-sm tabular-nums ${active ? 'font-semibold text-accent' : 'text-soft'}`}
              >
                <span aria-hidden="true" className="relative block h-2 border-line border-b">
                  <span
                    className={`absolute bottom-0 left-0 h-2 border-r-2 ${active ? 'border-accent bg-accent' : 'border-ink bg-line'}`}
                    style={{ width: percentage(kept / VOCAB) }}
                  />
                </span>
                {active && <span aria-hidden="true">▸ </span>}
                {t.cut(id, values[id], kept, formatPercent(mass))}
              </li>
            );
          })}
        </ul>
      </figure>
    </section>
  );
}
