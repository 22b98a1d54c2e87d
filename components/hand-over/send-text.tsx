/** The progress as one text to copy. Made on a press: a page does not carry it about unasked. */
'use client';
import { useState } from 'react';
import { CopyField } from '@/components/share/copy-field';
import { formatInteger } from '@/lib/format-number';
import { encodeCodeText } from '@/lib/hand-over/code-text';
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './strings';

/** Longer messages are cut by some messengers: Telegram takes 4,096 characters, Discord 2,000 to 4,000, WeChat about 16,000. */
const safeLength = 4_000;

export function SendText({ locale, payload }: { readonly locale: Locale; readonly payload: Uint8Array }) {
  const t = strings[locale];
  const [made, setMade] = useState<Uint8Array | null>(null);
  const text = made === payload ? encodeCodeText(payload) : undefined;
  const length = formatInteger(text?.length ?? 0);
  return (
    <>
      <p>{t.byTextHint}</p>
      {text === undefined && (
        <button type="button" className="button" onClick={() => setMade(payload)}>
          {t.makeText}
        </button>
      )}
      {text === null && <p role="status">{t.textTooLong}</p>}
      {text && (
        <div className="w-full">
          <CopyField
            locale={locale}
            label={t.textLabel}
            hint={text.length > safeLength ? t.textLong(length) : t.textLength(length)}
            text={text}
          />
        </div>
      )}
    </>
  );
}
