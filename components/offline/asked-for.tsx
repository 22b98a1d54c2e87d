/** Stands where a page should be that is not on the device. Goes by itself when the connection is back. */
'use client';
import { useEffect, useSyncExternalStore } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { basePath, routes, withBasePath } from '@/lib/i18n/routes';
import { findName, type OfflineRoad } from './offline-road';
import { strings } from './strings';

export function AskedFor({ locale, road }: { readonly locale: Locale; readonly road: OfflineRoad }) {
  const t = strings[locale];
  const address = useSyncExternalStore(
    () => () => {},
    () => location.pathname,
    () => null,
  );
  const isElsewhere = address !== null && address !== withBasePath(routes.offline(locale));
  useEffect(() => {
    if (!isElsewhere) return;
    const retry = () => location.reload();
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [isElsewhere]);
  if (!isElsewhere) return null;
  const name = findName(road, address.slice(basePath.length));
  return (
    <section data-asked={address} className="mb-10 max-w-2xl border-warn border-l-2 bg-warn-wash px-4 py-3">
      <h2 className="font-semibold">{t.askedTitle}</h2>
      <p className="mt-1 break-words">{t.asked(name ?? address)}</p>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <button type="button" className="button" onClick={() => location.reload()}>
          {t.again}
        </button>
        {t.instead}
      </p>
    </section>
  );
}
