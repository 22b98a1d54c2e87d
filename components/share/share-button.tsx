/** Opens the share dialog. The dialog, the codec and the QR encoder are fetched on the first click, so pages do not pay for them. */
'use client';
import { type ComponentType, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './button-strings';
import type { ShareDialogProps } from './share-dialog';

type Props = {
  readonly locale: Locale;
  /** The lessons that count, in road order: those of the road, or of a path. */
  readonly lessons: readonly number[];
  /** The path they belong to, if not the whole road. */
  readonly path?: ShareDialogProps['path'];
  readonly className?: string;
};

export function ShareButton({ locale, lessons, path, className = 'button' }: Props) {
  const t = strings[locale];
  const [Dialog, setDialog] = useState<ComponentType<ShareDialogProps>>();
  const [phase, setPhase] = useState<'closed' | 'loading' | 'failed' | 'open'>('closed');

  async function open(): Promise<void> {
    setPhase('loading');
    try {
      const { ShareDialog } = await import('./share-dialog');
      setDialog(() => ShareDialog);
      setPhase('open');
    } catch {
      setPhase('failed');
    }
  }

  return (
    <>
      <button type="button" className={className} aria-haspopup="dialog" aria-busy={phase === 'loading'} onClick={open}>
        {phase === 'loading' ? t.loading : t.share}
      </button>
      <span role="status" className="text-bad text-sm empty:hidden">
        {phase === 'failed' && t.failed}
      </span>
      {Dialog && phase === 'open' && (
        <Dialog locale={locale} lessons={lessons} path={path} onClose={() => setPhase('closed')} />
      )}
    </>
  );
}
