/** Undo, reset, seed and a link that shows this very state to someone else. */
'use client';
import { useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';
import { encodeParams, type ParamTable, type ParamValues } from '@/lib/labs/params';
import { NumberField } from './number-field';
import type { FrameStrings } from './strings';

type Props<T extends ParamTable> = {
  readonly t: FrameStrings;
  readonly core: { readonly id: string; readonly params: T };
  readonly values: ParamValues<T>;
  readonly locale: Locale;
  /** Null when there is nothing to undo. */
  readonly undo: (() => void) | null;
  readonly reset: () => void;
  /** Null when the lab has no random numbers. */
  readonly seed: { readonly value: number; readonly set: (value: number) => void } | null;
};

export function Toolbar<T extends ParamTable>({ t, core, values, locale, undo, reset, seed }: Props<T>) {
  const [copied, setCopied] = useState<{ url: string; ok: boolean } | null>(null);
  const copy = async () => {
    const query = encodeParams(core.params, values);
    const url = `${window.location.origin}${withBasePath(routes.lab(locale, core.id))}${query ? `?${query}` : ''}`;
    const ok = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    );
    setCopied({ url, ok: ok ?? false });
  };
  return (
    <div className="lab-toolbar">
      <button type="button" className="button" disabled={!undo} onClick={() => undo?.()}>
        {t.undo}
      </button>
      <button type="button" className="button" onClick={reset}>
        {t.reset}
      </button>
      <button type="button" className="button" onClick={copy}>
        {t.share}
      </button>
      {seed && (
        <>
          <label className="lab-seed">
            {t.seed}
            <NumberField className="field tabular-nums" min={0} max={9999} value={seed.value} onChange={seed.set} />
          </label>
          <button type="button" className="button" onClick={() => seed.set((seed.value + 1) % 10_000)}>
            {t.newSeed}
          </button>
        </>
      )}
      <span role="status" className="text-soft">
        {copied && (copied.ok ? t.shared : t.shareFailed)}
        {copied && !copied.ok && (
          <input className="field" readOnly value={copied.url} onFocus={(event) => event.target.select()} />
        )}
      </span>
    </div>
  );
}
