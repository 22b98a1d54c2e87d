/**
 * Brings the service worker into being, on every page, once the page itself is there. Where there is none (an old browser, a private
 * window, a page without https, settings that forbid it) nothing is said and nothing is missing: the site works from the network.
 */
'use client';
import { useEffect, useState } from 'react';
import { useLazy } from '@/components/progress/use-lazy';
import type { Locale } from '@/lib/i18n/locale';
import { registerWorker } from './register-worker';

const loadWatch = () => import('./offline-watch').then((module) => module.OfflineWatch);

export function OfflineStart({ locale }: { readonly locale: Locale }) {
  const [isOn, setIsOn] = useState(false);
  const Watch = useLazy(isOn, loadWatch);
  useEffect(() => {
    const start = () => registerWorker().then((registration) => setIsOn(!!registration));
    if (document.readyState === 'complete') start();
    else addEventListener('load', start, { once: true });
  }, []);
  return Watch && <Watch locale={locale} />;
}
