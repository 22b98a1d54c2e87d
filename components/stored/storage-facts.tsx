/** How much room there is, whether the browser has promised to keep it, and the way to ask. */
'use client';
import { useEffect, useState } from 'react';
import { formatBytes } from '@/lib/format-number';
import type { Locale } from '@/lib/i18n/locale';
import { forgetsUnvisited } from '@/lib/progress/backup';
import { strings } from './strings';

type Facts = {
  /** Bytes that may still be stored; 0 where the browser does not say. */
  readonly room: number;
  readonly isKept: boolean;
  readonly canAsk: boolean;
  readonly isForgetful: boolean;
};

/** `bytes`: what is stored by our own count; when it changes the browser is asked again. */
export function StorageFacts({ locale, bytes }: { readonly locale: Locale; readonly bytes: number }) {
  const t = strings[locale];
  const [facts, setFacts] = useState<Facts | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever what is stored has changed
  useEffect(() => {
    let isCurrent = true;
    readFacts().then(
      (read) => isCurrent && setFacts(read),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [bytes]);
  if (!facts) return null;
  return (
    <div className="grid grid-cols-1 justify-items-start gap-1 text-sm text-soft">
      {facts.room > 0 && <p className="tabular-nums">{t.room(formatBytes(facts.room))}</p>}
      <p>
        {facts.isKept ? t.kept : t.notKept} {facts.isForgetful && t.sevenDays}
      </p>
      {!facts.isKept && facts.canAsk && (
        <button
          type="button"
          className="button mt-1"
          onClick={async () => {
            setIsRefused(!(await navigator.storage.persist()));
            setFacts(await readFacts());
          }}
        >
          {t.ask}
        </button>
      )}
      <p role="status" className="empty:hidden">
        {isRefused && t.refused}
      </p>
    </div>
  );
}

async function readFacts(): Promise<Facts> {
  const { storage } = navigator;
  const { usage = 0, quota = 0 } = (await storage?.estimate?.()) ?? {};
  return {
    room: Math.max(0, quota - usage),
    isKept: (await storage?.persisted?.()) === true,
    canAsk: typeof storage?.persist === 'function',
    isForgetful: forgetsUnvisited(navigator.vendor, matchMedia('(display-mode: standalone)').matches),
  };
}
