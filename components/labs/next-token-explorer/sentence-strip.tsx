/** The sentence as a product: each word over the factor it contributes, and what the factors come to. */
'use client';
import { useId } from 'react';
import { core, type Result } from './core';
import type { ViewStrings } from './strings';

type Props = {
  readonly t: ViewStrings;
  /** What was typed, which may hold more than the words the model knows. */
  readonly text: string;
  readonly result: Result;
  readonly onWrite: (text: string) => void;
};

export function SentenceStrip({ t, text, result, onWrite }: Props) {
  const id = useId();
  const { steps, written, unknown, corpus, candidates, drawn } = result;
  const keep = (count: number) => onWrite(written.tokens.slice(0, count).join(' '));
  const add = (token: string | null | undefined) => token && onWrite([...written.tokens, token].join(' '));
  const lang = corpus === 'zh' ? 'zh-Hans' : 'en';
  return (
    <section className="grid gap-3">
      <p>
        <strong className="font-semibold">{t.sentence}</strong>
      </p>
      <ol className="flex min-h-16 flex-wrap items-start gap-x-1 gap-y-2 border-line border-y bg-sunken px-2 py-2">
        {steps.length === 0 && <li className="content-center self-center px-1 text-soft">{t.empty}</li>}
        {steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place
          <li key={i} className="flex items-start gap-1">
            {i > 0 && (
              <span aria-hidden="true" className="mt-7 text-faint text-sm">
                ×
              </span>
            )}
            <button
              type="button"
              className="min-h-9 rounded-sm px-1.5 text-center hover:bg-accent-wash"
              aria-label={t.cutAt(step.token, step.p.toFixed(3))}
              onClick={() => keep(i + 1)}
            >
              <span lang={lang} className="block font-prose text-lg leading-7">
                {step.token}
              </span>
              <span className={`block text-sm tabular-nums ${step.p === 0 ? 'font-semibold text-bad' : 'text-soft'}`}>
                {step.p === 0 ? '0' : step.p.toFixed(3)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="flex min-h-7 flex-wrap gap-x-5 gap-y-1 tabular-nums">
        {steps.length > 0 && (
          <>
            <span>
              {t.product} ={' '}
              <strong className={written.logP === null ? 'text-bad' : ''}>
                {written.logP === null ? t.impossible : Math.exp(written.logP).toPrecision(4)}
              </strong>
            </span>
            {written.logP !== null && (
              <span className="text-soft">{t.nats(written.logP.toFixed(3).replace('-', '−'))}</span>
            )}
            {written.logP !== null && (
              <span className="text-soft">{t.bits((-written.logP / Math.LN2).toFixed(3))}</span>
            )}
          </>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className="button"
          disabled={candidates.length === 0}
          onClick={() => add(candidates[0]?.token)}
        >
          {t.takeTop}
        </button>
        <button type="button" className="button" disabled={drawn === null} onClick={() => add(drawn)}>
          {t.draw}
        </button>
        <button type="button" className="button" disabled={steps.length === 0} onClick={() => keep(steps.length - 1)}>
          {t.removeLast}
        </button>
        <button type="button" className="button" disabled={text === ''} onClick={() => keep(0)}>
          {t.startOver}
        </button>
      </div>
      <div className="grid gap-1">
        <label htmlFor={id} className="text-soft text-sm">
          {t.typeHere}
        </label>
        <input
          id={id}
          lang={lang}
          type="text"
          className="field w-full max-w-lg"
          autoComplete="off"
          spellCheck={false}
          maxLength={core.params[corpus].maxLength}
          value={text}
          onChange={(event) => onWrite(event.target.value)}
        />
        {unknown.length > 0 && <p className="text-sm text-warn">{t.unknown(unknown)}</p>}
      </div>
    </section>
  );
}
