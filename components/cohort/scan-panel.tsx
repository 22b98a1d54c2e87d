/** One QR code after the other, as when a team holds up its phones. The scanner is loaded when it is asked for. */
'use client';
import { type ComponentType, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { pasteStrings } from './paste-strings';

type Scanner = ComponentType<{
  readonly locale: Locale;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}>;

type Props = { readonly locale: Locale; readonly onText: (text: string) => void };

export function ScanPanel({ locale, onText }: Props) {
  const t = pasteStrings[locale];
  const [Loaded, setLoaded] = useState<Scanner>();
  const [phase, setPhase] = useState<'closed' | 'loading' | 'failed' | 'open'>('closed');
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());

  async function open() {
    setPhase('loading');
    try {
      const { QrScanner } = await import('@/components/ui/qr/qr-scanner');
      setLoaded(() => QrScanner);
      setRead(new Set());
      setPhase('open');
    } catch {
      setPhase('failed');
    }
  }

  if (Loaded && phase === 'open') {
    return (
      <div className="grid w-full grid-cols-1 gap-2">
        <Loaded
          locale={locale}
          onText={(text) => {
            setRead((before) => new Set(before).add(text));
            onText(text);
          }}
          onClose={() => setPhase('closed')}
        />
        <p role="status" className="text-sm empty:hidden">
          {read.size > 0 && t.scanned(read.size)}
        </p>
      </div>
    );
  }
  return (
    <div className="grid justify-items-end gap-1">
      <button type="button" className="button" aria-busy={phase === 'loading'} onClick={open}>
        {phase === 'loading' ? t.scanLoading : t.scan}
      </button>
      <p role="status" className="text-bad text-sm empty:hidden">
        {phase === 'failed' && t.scanFailed}
      </p>
    </div>
  );
}
