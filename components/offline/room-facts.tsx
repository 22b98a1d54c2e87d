/** How much room the copy takes, whether the browser will keep it, and how to be rid of it. */
'use client';
import { useEffect, useState } from 'react';
import { formatBytes } from '@/lib/format-number';
import type { Locale } from '@/lib/i18n/locale';
import type { DownloadState } from '@/lib/offline/downloads';
import { storedBytes } from '@/lib/offline/wanted';
import { downloads } from './downloads-store';
import { installWay } from './install-way';
import { strings } from './strings';

type Facts = { readonly usage: number; readonly quota: number; readonly isKept: boolean };

export function RoomFacts({ locale, state }: { readonly locale: Locale; readonly state: DownloadState }) {
  const t = strings[locale];
  const [facts, setFacts] = useState<Facts | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const { stored, device } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever what is stored has changed
  useEffect(() => {
    readFacts().then(setFacts, () => {});
  }, [stored]);
  if (!device) return null;
  const canDelete = state.notes.some(({ kind }) => kind === 'group' || kind === 'page');

  async function keep(): Promise<void> {
    setIsRefused((await navigator.storage.persist?.()) !== true);
    setFacts(await readFacts());
  }

  return (
    <div className="grid grid-cols-1 gap-3 text-sm">
      <p>{t.used(formatBytes(storedBytes(device.index, stored)))}</p>
      {facts && facts.quota > 0 && (
        <p className="text-soft">{t.quota(formatBytes(facts.usage), formatBytes(facts.quota))}</p>
      )}
      {facts && <p className="text-soft">{facts.isKept ? t.kept : t.notKept}</p>}
      {facts && !facts.isKept && (
        <button type="button" className="button justify-self-start" onClick={() => void keep()}>
          {t.keep}
        </button>
      )}
      <p role="status" className={isRefused ? 'text-soft' : 'sr-only'}>
        {isRefused ? t.keepRefused : ''}
      </p>
      {['ios', 'mac'].includes(installWay(navigator)) && <p className="text-soft">{t.safari}</p>}
      {canDelete && !isAsking && (
        <button type="button" className="button justify-self-start" onClick={() => setIsAsking(true)}>
          {t.deleteAll}
        </button>
      )}
      {isAsking && (
        <div className="border-bad border-l-2 pl-4">
          <p className="mb-2">{t.deleteAllHint}</p>
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button border-bad text-bad" onClick={() => void removeAll()}>
              {t.deleteAllSure}
            </button>
            {/* biome-ignore lint/a11y/noAutofocus: the press that opened the question removed the button it was made on */}
            <button type="button" className="button" autoFocus onClick={() => setIsAsking(false)}>
              {t.keepThem}
            </button>
          </div>
        </div>
      )}
    </div>
  );

  async function removeAll(): Promise<void> {
    setIsAsking(false);
    await downloads.removeAll();
  }
}

async function readFacts(): Promise<Facts> {
  const { storage } = navigator;
  const { usage = 0, quota = 0 } = (await storage?.estimate?.()) ?? {};
  return { usage, quota, isKept: (await storage?.persisted?.()) === true };
}
