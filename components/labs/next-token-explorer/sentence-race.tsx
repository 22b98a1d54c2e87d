/** The learner's sentence, the greedy one and the best one on one scale of surprise in bits. */
import { percentage } from '@/components/ui/plot/round';
import type { Result, Sentence } from './core';
import type { ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly reveal: boolean; readonly result: Result };

const bits = (sentence: Sentence | null) => (sentence?.logP == null ? null : -sentence.logP / Math.LN2);

export function SentenceRace({ t, reveal, result }: Props) {
  const { written, greedy, best } = result;
  const scale = Math.max(8, ...[written, greedy, best].map((sentence) => bits(sentence) ?? 0));
  return (
    <section className="grid min-w-0 content-start gap-3">
      <div>
        <p>
          <strong className="font-semibold">{t.race}</strong>
        </p>
        <p className="text-soft text-sm">{t.raceNote}</p>
      </div>
      <Lane t={t} name={t.yours} sentence={written} scale={scale} ink="bg-data-1" />
      <Lane t={t} name={t.greedy} sentence={greedy} scale={scale} ink="bg-data-2" />
      {reveal ? (
        <Lane t={t} name={t.best(greedy.tokens.length)} sentence={best} scale={scale} ink="bg-data-3" />
      ) : (
        <div className="border-line border-t pt-2">
          <p className="text-soft text-sm">{t.best(greedy.tokens.length)}</p>
          <p className="text-soft">{t.bestHidden}</p>
        </div>
      )}
    </section>
  );
}

type LaneProps = {
  readonly t: ViewStrings;
  readonly name: string;
  /** Null when there is no such sentence. */
  readonly sentence: Sentence | null;
  readonly scale: number;
  readonly ink: string;
};

function Lane({ t, name, sentence, scale, ink }: LaneProps) {
  const value = bits(sentence);
  const words = sentence?.tokens ?? [];
  const factors = sentence?.factors ?? [];
  return (
    <div className="grid gap-1 border-line border-t pt-2">
      <p className="flex flex-wrap justify-between gap-x-4 text-soft text-sm">
        <span>{name}</span>
        <span className="tabular-nums">
          {t.tokens(words.length)}
          {sentence && !sentence.finished && ` · ${t.notFinished}`}
        </span>
      </p>
      <p className="min-h-7 font-prose text-lg">
        {sentence ? t.join(words) || '—' : t.bestNone}
        {sentence && !sentence.finished && words.length > 0 && ' …'}
      </p>
      <p className="text-faint text-sm tabular-nums">{factors.map((p) => p.toFixed(2)).join(' × ')}</p>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 tabular-nums">
        <span aria-hidden="true" className="block h-4 bg-sunken">
          <span className={`block h-full ${ink}`} style={{ width: percentage((value ?? 0) / scale) }} />
        </span>
        <span className="text-sm">
          {words.length === 0
            ? ''
            : value === null
              ? 'P = 0'
              : `${value.toFixed(2)} bit · P = ${Math.exp(sentence?.logP ?? 0).toPrecision(3)}`}
        </span>
      </div>
    </div>
  );
}
