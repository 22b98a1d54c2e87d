/**
 * What opens without a network, what can be downloaded, how much room it takes. The worker sends this same page in place of one that is
 * not on the device: it then stands under the address that was asked for.
 */
'use client';
import type { ReactNode } from 'react';
import { useStore } from 'zustand/react';
import type { Locale } from '@/lib/i18n/locale';
import { AskedFor } from './asked-for';
import { DownloadList } from './download-list';
import { downloads } from './downloads-store';
import { HereNow } from './here-now';
import { InstallHelp } from './install-help';
import { installStrings } from './install-strings';
import { NewVersionLine } from './new-version-line';
import type { OfflineRoad } from './offline-road';
import { RoomFacts } from './room-facts';
import { strings } from './strings';
import { useDevice } from './use-device';

export function OfflinePage({ locale, road }: { readonly locale: Locale; readonly road: OfflineRoad }) {
  const t = strings[locale];
  const phase = useDevice();
  const state = useStore(downloads);
  return (
    <>
      <AskedFor locale={locale} road={road} />
      {phase === 'ready' && <NewVersionLine locale={locale} />}
      {phase !== 'ready' && (
        <p role="status" data-phase={phase} className="mb-10 max-w-2xl border-line border-l-2 pl-4 text-soft">
          {t.phase[phase]}
        </p>
      )}
      <div className="grid grid-cols-1 gap-x-16 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="lg:col-start-1 lg:row-span-2">
          {phase === 'ready' && (
            <>
              <Part title={t.here}>
                <HereNow locale={locale} road={road} state={state} />
              </Part>
              <Part title={t.download} hint={t.downloadHint}>
                <DownloadList locale={locale} road={road} state={state} />
              </Part>
            </>
          )}
        </div>
        <div className="lg:col-start-2 lg:row-start-1">
          {phase === 'ready' && (
            <Part title={t.space}>
              <RoomFacts locale={locale} state={state} />
            </Part>
          )}
          {phase !== 'unsupported' && (
            <Part title={installStrings[locale].title} hint={installStrings[locale].hint}>
              <InstallHelp locale={locale} />
            </Part>
          )}
        </div>
      </div>
    </>
  );
}

type PartProps = { readonly title: string; readonly hint?: string; readonly children: ReactNode };

function Part({ title, hint, children }: PartProps) {
  return (
    <section className="mb-10 border-t border-line pt-5">
      <h2 className="text-lg font-semibold">{title}</h2>
      {hint && <p className="mt-1 text-sm text-soft">{hint}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
