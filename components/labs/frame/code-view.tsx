/** The code that makes the numbers: fetched from this site when it is opened, highlighted at build time. */
'use client';
import { useState } from 'react';
import { withBasePath } from '@/lib/i18n/routes';
import type { FrameStrings } from './strings';

type Props = { readonly t: FrameStrings; readonly id: string; readonly reference: string };

export function CodeView({ t, id, reference }: Props) {
  const [html, setHtml] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const load = async () => {
    try {
      const response = await fetch(withBasePath(`/code/${id}.html`));
      if (!response.ok) throw new Error(String(response.status));
      setHtml(await response.text());
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <details onToggle={(event) => event.currentTarget.open && html === null && load()}>
      <summary>{t.code}</summary>
      {failed && <p role="alert">{t.codeFailed}</p>}
      {html !== null && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a fragment this site built from its own source
        <div dangerouslySetInnerHTML={{ __html: html }} />
      )}
      <p className="lab-reference">
        {t.testedAgainst} {reference}
      </p>
    </details>
  );
}
