/** Opens the share sheet. The sheet, the codec and the QR encoder are fetched on the first click, so pages do not pay for them. */
'use client';
import { type ComponentType, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './button-strings';
import type { ShareSheetProps, ShareSubject } from './share-sheet';

type Props = {
  readonly locale: Locale;
  readonly label: string;
  readonly subject: ShareSubject;
  readonly className?: string | undefined;
};

export function SheetButton({ locale, label, subject, className = 'button' }: Props) {
  const t = strings[locale];
  const [Sheet, setSheet] = useState<ComponentType<ShareSheetProps>>();
  const [phase, setPhase] = useState<'closed' | 'loading' | 'failed' | 'open'>('closed');

  async function open(): Promise<void> {
    setPhase('loading');
    try {
      const { ShareSheet } = await import('./share-sheet');
      setSheet(() => ShareSheet);
      setPhase('open');
    } catch {
      setPhase('failed');
    }
  }

  return (
    <>
      <button type="button" className={className} aria-haspopup="dialog" aria-busy={phase === 'loading'} onClick={open}>
        {phase === 'loading' ? t.loading : label}
      </button>
      <span role="status" className="text-bad text-sm empty:hidden">
        {phase === 'failed' && t.failed}
      </span>
      {Sheet && phase === 'open' && <Sheet locale={locale} subject={subject} onClose={() => setPhase('closed')} />}
    </>
  );
}
