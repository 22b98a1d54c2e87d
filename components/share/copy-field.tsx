/** A text to hand over, with a button that copies it and says so. Where copying is not allowed it selects the text instead. */
'use client';
import { useEffect, useId, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './sheet-strings';

type Props = { readonly locale: Locale; readonly label: string; readonly hint: string; readonly text: string };

const confirmationMs = 2500;

export function CopyField({ locale, label, hint, text }: Props) {
  const t = strings[locale];
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** The text that was copied, so that the confirmation goes when the text changes. */
  const [copied, setCopied] = useState<string>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), confirmationMs);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    const isCopied = await writeClipboard(text);
    setFailed(!isCopied);
    setCopied(isCopied ? text : undefined);
    if (!isCopied) field.current?.select();
  }

  return (
    <div>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <div className="mt-1 flex gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={text}
          aria-describedby={`${id}-hint`}
          className="field min-w-0 flex-1 font-mono text-soft"
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button min-w-20 shrink-0" aria-label={t.copyOf(label)} onClick={copy}>
          {copied === text ? t.copied : t.copy}
        </button>
      </div>
      <p id={`${id}-hint`} className="mt-1 text-faint text-sm">
        {hint}
      </p>
      <p role="status" className={failed ? 'text-sm text-warn' : 'sr-only'}>
        {failed ? t.copyFailed : copied === text && t.copied}
      </p>
    </div>
  );
}

/** The clipboard is missing on plain http and can be forbidden. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
