/** The way by camera: how much it is, then the codes themselves. */
'use client';
import { useMemo, useState } from 'react';
import { type PartSize, splitPayload } from '@/lib/hand-over/frames';
import type { Locale } from '@/lib/i18n/locale';
import { QrSequence } from './qr-sequence';
import { secondsFor } from './sequence-speed';
import { strings } from './strings';

/** Filming longer than this tires: another way is recommended. */
const tiringSeconds = 60;

export function SendQr({ locale, payload }: { readonly locale: Locale; readonly payload: Uint8Array }) {
  const t = strings[locale];
  const [size, setSize] = useState<PartSize>('fine');
  const [rate, setRate] = useState(4);
  const [isShown, setIsShown] = useState(false);
  const sequence = useMemo(() => splitPayload(payload, size), [payload, size]);
  const seconds = sequence ? secondsFor(sequence.parts, rate) : 0;
  return (
    <>
      <p>{sequence ? t.byQrHint(sequence.parts, seconds) : t.byQrTooMany}</p>
      {seconds > tiringSeconds && <p>{t.byQrMany}</p>}
      {(sequence || size === 'coarse') && (
        <button type="button" className="button" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? t.hideQr : t.showQr}
        </button>
      )}
      {isShown && (
        <>
          {sequence && <QrSequence key={size} locale={locale} sequence={sequence} rate={rate} onRate={setRate} />}
          <label className="flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              checked={size === 'coarse'}
              onChange={(event) => setSize(event.target.checked ? 'coarse' : 'fine')}
            />
            {t.coarse}
          </label>
        </>
      )}
    </>
  );
}
