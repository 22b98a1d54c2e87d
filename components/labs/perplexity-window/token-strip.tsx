/** The measured text as it is read: a tint for the loss of each token, a bar where a window begins to score. */
'use client';
import { Slider } from '@/components/labs/frame/controls';
import { formatFixed } from '@/lib/format-number';
import { params, type Result } from './core';
import { probabilityText, type ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly result: Result; readonly onPick: (picked: number) => void };

const TINTS = 10;
/** Loss of the darkest tint, in nats. */
const DARKEST = 8;

export function TokenStrip({ t, result, onPick }: Props) {
  const { predictions, picked } = result;
  const chosen = predictions[picked - 1];
  return (
    <section className="mt-6">
      <h4 className="font-semibold text-sm">{t.strip}</h4>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the slider below does the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div
        className="mt-1 flex min-h-24 flex-wrap content-start gap-y-1 font-mono text-base"
        onClick={({ target }) => {
          const place = target instanceof HTMLElement ? Number(target.dataset.place) : Number.NaN;
          if (place >= 1) onPick(place);
        }}
      >
        {predictions.map(({ token, nll, startsWindow }, i) => {
          const tint = Math.min(TINTS, Math.round((nll / DARKEST) * TINTS));
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
              key={i}
              className={`relative grid h-7 w-[1.15rem] cursor-pointer place-items-center border-l-2 ${startsWindow ? 'border-ink' : 'border-transparent'} ${picked === i + 1 ? 'outline outline-2 outline-ink' : ''}`}
            >
              <span className="absolute inset-0 bg-data-2" style={{ opacity: (tint / TINTS) * 0.6 }} />
              <span data-place={i + 1} className="relative grid h-full w-full place-items-center">
                {token}
              </span>
            </span>
          );
        })}
        {predictions.length === 0 && <p className="text-soft text-sm">{t.waiting}</p>}
      </div>
      <p className="mt-1 text-soft text-xs">{t.stripNote}</p>
      <div className="mt-2 grid items-end gap-x-8 gap-y-1 sm:grid-cols-2">
        <Slider label={t.params.picked} spec={params.picked} value={picked} onChange={onPick} />
        <p className="min-h-12 content-end break-words text-sm tabular-nums">
          {chosen && t.prediction(chosen, formatFixed(chosen.nll, 2), probabilityText(Math.exp(-chosen.nll)))}
        </p>
      </div>
    </section>
  );
}
