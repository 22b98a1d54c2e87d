/** The names of the batch, each with a mark that says what is wrong with it, if anything. */
'use client';
import { useState } from 'react';
import type { Outcome } from './bench';
import { type Name, type Verdict, verdicts } from './scores';
import type { ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly batch: Outcome };

const FIRST = 30;
const marks: Readonly<Record<Verdict, string>> = { fresh: '✓', known: '=', again: '×', garbled: '?', broken: '✗' };
const tones: Readonly<Record<Verdict, string>> = {
  fresh: 'text-good',
  known: 'text-soft',
  again: 'text-soft',
  garbled: 'text-bad',
  broken: 'text-bad',
};

export function NameWall({ t, batch }: Props) {
  const [all, setAll] = useState(false);
  const { names, scores } = batch;
  return (
    <section className="min-w-0">
      <p>
        <strong className="font-semibold">{t.wallTitle}</strong>
      </p>
      <ul className="flex flex-wrap gap-x-4 text-sm tabular-nums">
        {verdicts.map((verdict) => (
          <li key={verdict} className={tones[verdict]}>
            <span aria-hidden="true" className="font-mono">
              {marks[verdict]}
            </span>{' '}
            {t.verdict[verdict]} {scores.counts[verdict]}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="mt-2 max-h-96 overflow-y-auto" tabIndex={0} aria-label={t.wallTitle}>
        <ol className="flex flex-wrap gap-x-4 gap-y-0.5 font-mono text-[0.8125rem] leading-6">
          {names.slice(0, all ? names.length : FIRST).map((name, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names repeat; a name is its place in the batch
            <li key={i} className="whitespace-nowrap">
              <span className={tones[name.verdict]} title={t.verdict[name.verdict]}>
                {marks[name.verdict]}
              </span>
              <span className="sr-only">{t.verdict[name.verdict]}: </span> <Words name={name} />
            </li>
          ))}
        </ol>
      </section>
      {!all && (
        <button type="button" className="lab-link text-sm" onClick={() => setAll(true)}>
          {t.wallMore(names.length)}
        </button>
      )}
    </section>
  );
}

/** Words that are none are underlined. */
function Words({ name }: { readonly name: Name }) {
  if (name.verdict !== 'garbled') {
    return <span className={name.verdict === 'broken' ? 'line-through' : ''}>{name.text || '∅'}</span>;
  }
  return name.text.split('_').map((word, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place
    <span key={i}>
      {i > 0 && '_'}
      <span className={name.strange.includes(i) ? 'text-bad underline decoration-wavy underline-offset-2' : ''}>
        {word}
      </span>
    </span>
  ));
}
