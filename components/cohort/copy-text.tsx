/** A text of some lines to take along, with a button that copies it and says so. */
'use client';
import { useEffect, useId, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly label: string;
  /** BCP 47 tag of the text. */
  readonly language: string;
  readonly text: string;
};

const confirmationMs = 2500;

export function CopyText({ locale, label, language, text }: Props) {
  const t = strings[locale];
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome('none'), confirmationMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Missing on plain http, and can be forbidden.
      field.current?.select();
      setOutcome('failed');
    }
  }

  return (
    <div className="grid grid-cols-1 content-start gap-1">
      <div className="flex items-center justify-between gap-4">
        <label htmlFor={id} lang={language} className="font-medium text-sm">
          {label}
        </label>
        <button type="button" className="button" aria-label={`${t.copy}: ${label}`} onClick={copy}>
          {outcome === 'copied' ? t.copied : t.copy}
        </button>
      </div>
      <textarea ref={field} id={id} lang={language} readOnly rows={7} className="field w-full text-soft" value={text} />
      <p role="status" className={outcome === 'failed' ? 'text-sm text-warn' : 'sr-only'}>
        {outcome === 'failed' ? t.copyFailed : outcome === 'copied' && t.copied}
      </p>
    </div>
  );
}
