/** The QR code of a link, drawn on demand, with both files to keep it in. When it is too long, what works instead. */
'use client';
import { useState } from 'react';
import { downloadQr } from '@/components/ui/qr/download-qr';
import { QrCode } from '@/components/ui/qr/qr-code';
import type { Locale } from '@/lib/i18n/locale';
import { joinSentences } from '@/lib/i18n/sentences';
import { lengthLimits } from '@/lib/paths/draft-length';
import { qrBytes } from '@/lib/qr/draw-qr';
import { strings } from './sheet-strings';

type Props = {
  readonly locale: Locale;
  readonly link: string;
  readonly fileName: string;
  /** Offered when leaving the notes out would help. */
  readonly onLeaveOut?: (() => void) | undefined;
};

export function QrPanel({ locale, link, fileName, onLeaveOut }: Props) {
  const t = strings[locale];
  const [failed, setFailed] = useState(false);
  const save = (format: 'svg' | 'png') =>
    downloadQr(link, format, `${fileName}-qr`).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const isDense = link.length > lengthLimits.qr;
  if (link.length > qrBytes.medium) {
    return (
      <div
        role="status"
        className="grid justify-items-start gap-2 border-warn border-l-2 bg-warn-wash px-4 py-3 text-sm"
      >
        <p>{t.qrTooLong(link.length, qrBytes.medium)}</p>
        {onLeaveOut && (
          <button type="button" className="button" onClick={onLeaveOut}>
            {t.leaveOutNotes}
          </button>
        )}
      </div>
    );
  }
  return (
    <figure className={`grid gap-4 ${isDense ? '' : 'sm:grid-cols-2 sm:items-end'}`}>
      <QrCode
        text={link}
        label={t.qrAlt}
        loading={t.qrLoading}
        tooLong={<p className="text-sm text-warn">{t.qrTooLong(link.length, qrBytes.medium)}</p>}
        failed={<p className="text-sm text-warn">{t.qrFailed}</p>}
      />
      <figcaption className="grid justify-items-start gap-2 text-sm text-soft">
        {joinSentences(locale, [t.qrHint, isDense && t.qrDense])}
        <span className="flex flex-wrap gap-2">
          <button type="button" className="button" onClick={() => save('png')}>
            {t.png}
          </button>
          <button type="button" className="button" onClick={() => save('svg')}>
            {t.svg}
          </button>
        </span>
        <span role="status" className="text-warn empty:hidden">
          {failed && t.downloadFailed}
        </span>
      </figcaption>
    </figure>
  );
}
