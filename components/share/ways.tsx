/** Every way to hand a code over: as a link, as a link that messengers leave whole, bare, as a QR code, through another app. */
'use client';
import { useId, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { basePath } from '@/lib/i18n/routes';
import { joinSentences } from '@/lib/i18n/sentences';
import { lengthLimits } from '@/lib/paths/draft-length';
import { messengerLink, shareLink } from '@/lib/share/link';
import { CopyField } from './copy-field';
import { QrPanel } from './qr-panel';
import { strings } from './sheet-strings';

type Props = {
  readonly locale: Locale;
  readonly code: string;
  /** Of the shared message, where an app shows one. */
  readonly title: string;
  readonly fileName: string;
  readonly onLeaveOut?: (() => void) | undefined;
};

/** Some servers end an address at 4 kB or 8 kB, headers included. */
const longAddress = 4000;

export function Ways({ locale, code, title, fileName, onLeaveOut }: Props) {
  const t = strings[locale];
  const id = useId();
  const [withQr, setWithQr] = useState(false);
  const place = { origin: location.origin, basePath, locale };
  const link = shareLink(place, code);
  const messenger = messengerLink(place, code);
  const isLong = messenger.length > longAddress;
  return (
    <div className="mt-4 grid grid-cols-1 gap-4">
      <CopyField
        locale={locale}
        label={t.link}
        hint={joinSentences(locale, [t.linkHint, link.length > lengthLimits.messenger && t.linkLong(link.length)])}
        text={link}
      />
      <CopyField
        locale={locale}
        label={t.messenger}
        hint={joinSentences(locale, [t.messengerHint, isLong && t.messengerLong(messenger.length)])}
        text={messenger}
      />
      <CopyField locale={locale} label={t.code} hint={t.codeHint(code.length)} text={code} />
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className="button"
          aria-expanded={withQr}
          aria-controls={id}
          onClick={() => setWithQr(!withQr)}
        >
          {t.qr}
        </button>
        {'share' in navigator && (
          <button
            type="button"
            className="button"
            onClick={() => {
              // Rejects when the learner changes their mind.
              navigator.share({ title, url: link }).catch(() => {});
            }}
          >
            {t.native}
          </button>
        )}
      </div>
      <div id={id} className="empty:hidden">
        {withQr && <QrPanel locale={locale} link={link} fileName={fileName} onLeaveOut={onLeaveOut} />}
      </div>
    </div>
  );
}
