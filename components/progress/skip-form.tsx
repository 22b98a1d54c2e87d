/** Why a lesson is skipped: one of three common reasons with one press, or the learner's own words, or none. */
'use client';
import { useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { skipReasons } from '@/lib/progress/records';
import { skipStrings } from './skip-strings';
import { strings } from './strings';

type Props = { readonly locale: Locale; readonly onSkip: (reason: string) => void; readonly onCancel: () => void };

export function SkipForm({ locale, onSkip, onCancel }: Props) {
  const t = skipStrings[locale];
  const [own, setOwn] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      className="mt-4 grid gap-3 border-s-2 border-accent ps-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSkip(own.trim());
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <fieldset className="flex flex-wrap gap-2">
        <legend className="mb-2 text-sm text-soft">{t.why}</legend>
        {skipReasons.map((reason, i) => (
          <button
            key={reason}
            type="button"
            className="button"
            ref={i === 0 ? first : null}
            onClick={() => onSkip(reason)}
          >
            {strings[locale].reason[reason]}
          </button>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <input
          className="field min-w-0 flex-1 basis-full sm:basis-56"
          aria-label={t.own}
          placeholder={t.own}
          maxLength={200}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        <button type="submit" className="button">
          {t.skip}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}
