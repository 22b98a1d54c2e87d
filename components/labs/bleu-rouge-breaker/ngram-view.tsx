/** BLEU taken apart: the n-grams of one order, the four precisions, the brevity penalty, and their product. */
'use client';
import { Fragment } from 'react';
import { formatFixed } from '@/lib/format-number';
import { type Ngram, ORDERS, type Result } from './core';
import { score, type ViewStrings } from './strings';

type Props = {
  readonly t: ViewStrings;
  readonly order: number;
  readonly result: Result;
  readonly onOrder: (order: number) => void;
};

const statuses = ['matched', 'clipped', 'absent'] as const satisfies readonly Ngram['status'][];
const chips: Readonly<Record<Ngram['status'], string>> = {
  matched: 'bg-good-wash text-good',
  clipped: 'bg-warn-wash text-warn line-through',
  absent: 'text-soft',
};

export function NgramView({ t, order, result, onOrder }: Props) {
  const { bleu, ngrams, language } = result;
  const list = ngrams[order - 1] ?? [];
  // Orders the candidate is too short for are left out of the mean.
  const orders = Math.max(1, bleu.totals.filter((total) => total > 0).length);
  const smoothed = bleu.score > 0 && bleu.counts.some((count, n) => count === 0 && (bleu.totals[n] ?? 0) > 0);
  return (
    <section className="mt-6">
      <h4 className="font-semibold text-sm">{t.anatomy}</h4>
      <fieldset className="mt-1 grid grid-cols-2 gap-2 sm:grid-cols-4">
        <legend className="mb-1 text-soft text-sm">{t.params.order}</legend>
        {Array.from({ length: ORDERS }, (_, n) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: an order is its place
            key={n}
            type="button"
            aria-pressed={order === n + 1}
            onClick={() => onOrder(n + 1)}
            className={`min-h-11 border-b-2 px-2 py-1 text-left tabular-nums hover:bg-accent-wash ${order === n + 1 ? 'border-accent bg-accent-wash' : 'border-line'}`}
          >
            <span className="block text-soft text-xs">
              p<sub>{n + 1}</sub> = {bleu.counts[n]}/{bleu.totals[n]}
            </span>
            <span className="text-lg">{score(bleu.precisions[n] ?? 0)}</span>
          </button>
        ))}
      </fieldset>
      <ul
        lang={language === 'zh' ? 'zh-Hans' : 'en'}
        className="mt-2 flex min-h-9 flex-wrap gap-1"
        aria-label={t.matchedOf(bleu.counts[order - 1] ?? 0, bleu.totals[order - 1] ?? 0, order)}
      >
        {list.map(({ text, status }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an n-gram is its place
          <li key={i} className={`rounded-sm border border-line px-1.5 py-0.5 text-sm ${chips[status]}`}>
            {text}
            <span className="sr-only"> ({t.statuses[status]})</span>
          </li>
        ))}
        {list.length === 0 && <li className="text-soft text-sm">{t.tooShort(order)}</li>}
      </ul>
      <p className="mt-1.5 flex flex-wrap gap-x-3 gap-y-1 text-xs">
        {statuses
          .filter((status) => list.some((one) => one.status === status))
          .map((status) => (
            <span key={status} className={`px-1 ${chips[status]}`}>
              {t.statuses[status]}
            </span>
          ))}
      </p>
      <p className="mt-3 tabular-nums">
        BLEU = BP · (
        {Array.from({ length: orders }, (_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an order is its place
          <Fragment key={n}>
            {n > 0 && ' '}p<sub>{n + 1}</sub>
          </Fragment>
        ))}
        )<sup>1/{orders}</sup> = <strong>{score(bleu.score)}</strong>
      </p>
      <p className="text-sm text-soft tabular-nums">
        BP = {formatFixed(bleu.brevityPenalty, 3)} · {t.brevity(bleu.candidateLength, bleu.referenceLength)}
      </p>
      {smoothed && <p className="text-sm text-soft">{t.smoothed}</p>}
    </section>
  );
}
