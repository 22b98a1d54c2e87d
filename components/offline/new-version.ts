/**
 * A new version that has prepared itself and waits. Nobody is made to take it: it comes when the learner says so, in all open tabs at
 * once, or by itself when the last tab is closed.
 */
'use client';
import { useEffect, useState } from 'react';
import type { ToWorker } from '@/lib/offline/messages';

export type NewVersion = { readonly worker: ServiceWorker; readonly load: () => void };

/** A tab that stays open for days asks when it is looked at again. Browsers ask by themselves only when a page is loaded. */
const pause = 3_600_000;

export function useNewVersion(): NewVersion | null {
  const [worker, setWorker] = useState<ServiceWorker | null>(null);

  useEffect(() => {
    let asked = Date.now();
    let registration: ServiceWorkerRegistration | undefined;
    const follow = (next: ServiceWorker | null | undefined) => {
      next?.addEventListener('statechange', () => show(next));
      if (next) show(next);
    };
    const show = (next: ServiceWorker) => {
      if (next.state === 'installed') setWorker(next);
      // Wherever it was asked for: every tab leaves the old version at the same moment.
      else if (next.state === 'activated') location.reload();
      else if (next.state === 'redundant') setWorker((now) => (now === next ? null : now));
    };
    // The very first worker replaces nothing: no reason to speak, or to reload.
    const find = () => registration?.active && follow(registration.installing);
    const look = () => {
      if (document.visibilityState !== 'visible' || Date.now() - asked < pause) return;
      asked = Date.now();
      registration?.update().catch(() => {});
    };
    navigator.serviceWorker.ready.then((ready) => {
      registration = ready;
      follow(ready.waiting);
      follow(ready.installing);
      ready.addEventListener('updatefound', find);
    });
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      registration?.removeEventListener('updatefound', find);
    };
  }, []);

  return worker && { worker, load: () => worker.postMessage({ type: 'take-over' } satisfies ToWorker) };
}
