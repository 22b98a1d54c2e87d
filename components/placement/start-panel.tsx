/** Before the first question: what is promised, and the press that begins. Is in the static page. */
'use client';
import { useEffect, useRef } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './strings';

type Props = { readonly locale: Locale; readonly isFocused: boolean; readonly onStart: () => void };

export function StartPanel({ locale, isFocused, onStart }: Props) {
  const t = strings[locale];
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFocused) start.current?.focus();
  }, [isFocused]);
  return (
    <div data-placement="start">
      <ul className="mb-8 grid grid-cols-1 gap-3">
        {t.promises.map((promise) => (
          <li key={promise} className="border-s-2 border-accent ps-4">
            {promise}
          </li>
        ))}
      </ul>
      <button ref={start} type="button" className="button button-primary" onClick={onStart}>
        {t.start}
      </button>
    </div>
  );
}
