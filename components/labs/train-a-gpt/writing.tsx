/** What a model writes, and what it understands least. */
'use client';
import { percentage } from '@/components/ui/plot/round';
import { formatFixed } from '@/lib/format-number';
import { BOUNDARY_SIGN, type Mistake } from './mistakes';
import type { TrainStrings } from './strings';
import type { Training } from './training';

const TALLEST = 12;

export function SampleList({ training, t }: { readonly training: Training | null; readonly t: TrainStrings }) {
  const samples = training?.samples.at(-1);
  return (
    <section>
      <h4 className="text-sm text-soft">{samples ? t.samplesTitle(samples.step) : t.noSamples}</h4>
      {samples && (
        <>
          <ul className="mt-1 grid gap-x-6 font-mono text-[0.9375rem] sm:grid-cols-2">
            {samples.names.map(({ text, known }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a name may be drawn twice
              <li key={i} className="break-all">
                {text || '∅'}
                {known && <span className="ms-2 font-sans text-xs text-soft">{t.known}</span>}
              </li>
            ))}
          </ul>
          <p className="mt-1 text-xs text-soft">{t.samplesNote}</p>
        </>
      )}
    </section>
  );
}

export function Mistakes({ mistakes, t }: { readonly mistakes: readonly Mistake[]; readonly t: TrainStrings }) {
  if (mistakes.length === 0) return null;
  return (
    <section className="mt-5">
      <h4 className="text-sm text-soft">{t.mistakesTitle}</h4>
      <ul className="mt-1 grid gap-3">
        {mistakes.map((mistake) => (
          <li key={mistake.name}>
            <Bars mistake={mistake} t={t} />
            <p className="mt-1 text-sm text-soft">{t.mistakeAt(mistake)}</p>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs text-soft">{t.mistakesNote}</p>
    </section>
  );
}

function Bars({ mistake: { name, nll, mean }, t }: { readonly mistake: Mistake; readonly t: TrainStrings }) {
  return (
    <div className="flex items-end gap-3">
      <span className="flex min-w-0 flex-1" role="img" aria-label={`${name}: ${t.lossOf(formatFixed(mean, 2))}`}>
        {[...name, BOUNDARY_SIGN].map((character, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a character has no identity but its place
          <span key={i} className="flex min-w-0 flex-1 flex-col items-center justify-end">
            <span className="flex h-8 w-full items-end justify-center">
              <span className="w-3/5 bg-data-2" style={{ height: percentage(Math.min(1, (nll[i] ?? 0) / TALLEST)) }} />
            </span>
            <span className="font-mono text-xs leading-tight">{character}</span>
          </span>
        ))}
      </span>
      <span className="flex-none text-xs text-soft tabular-nums">{t.lossOf(formatFixed(mean, 2))}</span>
    </div>
  );
}
