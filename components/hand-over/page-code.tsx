/** The address of this page as a QR code: any phone's own camera opens it there. */
'use client';
import { useState } from 'react';
import { QrCode } from '@/components/ui/qr/qr-code';
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './strings';

export function PageCode({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  const [address, setAddress] = useState('');
  const open = () => setAddress(location.origin + location.pathname);
  const failed = <p className="p-4 text-sm text-warn">{t.qrFailed}</p>;
  return (
    <details className="mt-2 text-sm" onToggle={open}>
      <summary className="inline-block py-1 underline underline-offset-4">{t.pageCode}</summary>
      {address && (
        <div className="mt-2 grid max-w-56 gap-2">
          <QrCode text={address} label={t.pageCodeLabel} loading="" tooLong={failed} failed={failed} />
          <span className="wrap-anywhere text-faint">{address}</span>
        </div>
      )}
    </details>
  );
}
