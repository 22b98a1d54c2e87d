/**
 * Says what the worker has to say: that a new version is ready, that something cannot be had. Loaded where a worker is in service, from
 * the store. The bars stand in the place of all notices, at the foot of the screen.
 */
'use client';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { NoticeBar } from '@/components/progress/notice-bar';
import type { Locale } from '@/lib/i18n/locale';
import { basePath, routes, withBasePath } from '@/lib/i18n/routes';
import { isToPage, type ToPage, type ToWorker } from '@/lib/offline/messages';
import { useNewVersion } from './new-version';
import { watchStrings } from './watch-strings';
import './install-prompt';

export function OfflineWatch({ locale }: { readonly locale: Locale }) {
  const t = watchStrings[locale];
  const next = useNewVersion();
  const [closed, setClosed] = useState<ServiceWorker | null>(null);
  const [missing, setMissing] = useState<ToPage['why'] | null>(null);

  useEffect(() => {
    const { serviceWorker } = navigator;
    const page = location.pathname.slice(basePath.length);
    serviceWorker.ready.then(({ active }) => active?.postMessage({ type: 'hello', page } satisfies ToWorker));
    const hear = ({ data }: MessageEvent<unknown>) => isToPage(data) && setMissing(data.why);
    const clear = () => setMissing(null);
    serviceWorker.addEventListener('message', hear);
    addEventListener('online', clear);
    return () => {
      serviceWorker.removeEventListener('message', hear);
      removeEventListener('online', clear);
    };
  }, []);

  const place = document.getElementById('notices');
  if (!place) return null;
  return createPortal(
    <>
      {missing === 'offline' && (
        <NoticeBar
          text={t.offline}
          action={t.whatIsHere}
          onAction={() => location.assign(withBasePath(routes.offline(locale)))}
          dismiss={t.close}
          onDismiss={() => setMissing(null)}
        />
      )}
      {missing === 'updated' && !next && (
        <NoticeBar text={t.updated} dismiss={t.close} onDismiss={() => setMissing(null)} />
      )}
      {next && next.worker !== closed && (
        <NoticeBar
          text={t.ready}
          action={t.load}
          onAction={next.load}
          dismiss={t.close}
          onDismiss={() => setClosed(next.worker)}
        />
      )}
    </>,
    place,
  );
}
