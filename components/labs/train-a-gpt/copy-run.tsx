/** Takes a finished run along as text: the page forgets it when it is left, the milestone asks for it. */
'use client';
import { useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';
import { encodeParams, type ParamValues } from '@/lib/labs/params';
import { core, type params, type Result } from './core';
import { runText } from './run-text';
import type { TrainStrings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly values: ParamValues<typeof params>;
  readonly result: Result;
  readonly t: TrainStrings;
};

export function CopyRun({ locale, values, result, t }: Props) {
  const [copied, setCopied] = useState<{ readonly text: string; readonly ok: boolean } | null>(null);
  const copy = async () => {
    const query = encodeParams(core.params, values);
    const url = `${window.location.origin}${withBasePath(routes.lab(locale, core.id))}${query ? `?${query}` : ''}`;
    const text = runText({ result, values, url }, t);
    const ok = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied({ text, ok: ok ?? false });
  };
  return (
    <div className="mt-3">
      <button type="button" className="button" onClick={copy}>
        {t.copyRun}
      </button>
      <p role="status" className="mt-1 text-xs text-soft">
        {copied?.ok && t.copied}
      </p>
      {copied && !copied.ok && (
        <textarea
          className="field w-full"
          readOnly
          rows={6}
          aria-label={t.copyRun}
          value={copied.text}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  );
}
