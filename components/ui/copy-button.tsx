/** Copies the text of the nearest `pre` of the same figure. */
'use client';
import { useState } from 'react';

type Props = { readonly label: string; readonly done: string; readonly description: string };

export function CopyButton({ label, done, description }: Props) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="copy"
      aria-label={copied ? done : description}
      onClick={async (event) => {
        const text = event.currentTarget.closest('figure')?.querySelector('pre')?.textContent ?? '';
        await navigator.clipboard?.writeText(text);
        setCopied(true);
        setTimeout(() => setCopied(false), 2000);
      }}
    >
      {copied ? done : label}
    </button>
  );
}
