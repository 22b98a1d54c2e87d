/** Finds the worker that is in service, and what it has stored. */
'use client';
import { useEffect, useState } from 'react';
import { openDevice } from '@/lib/offline/device';
import { downloads } from './downloads-store';
import { registerWorker } from './register-worker';

/**
 * `first`: a worker is being set up. `off`: there is none, and none came.
 * `unsupported`: this browser has none, or not for an address like this one.
 */
export type Phase = 'looking' | 'unsupported' | 'first' | 'off' | 'ready';

/** A first visit fetches a few hundred kilobytes before its worker is in service. */
const patience = 20_000;

export function useDevice(): Phase {
  const [phase, setPhase] = useState<Phase>('looking');
  useEffect(() => {
    let isHere = true;
    const show = (next: Phase) => isHere && setPhase(next);
    const refresh = () => document.visibilityState === 'visible' && downloads.refresh();
    connect(show).catch(() => show('off'));
    document.addEventListener('visibilitychange', refresh);
    return () => {
      isHere = false;
      document.removeEventListener('visibilitychange', refresh);
    };
  }, []);
  return phase;
}

async function connect(show: (phase: Phase) => void): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker || typeof caches === 'undefined') return show('unsupported');
  const known = await registerWorker();
  if (!known) return show('off');
  if (!known.active) show('first');
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
  const registration = await Promise.race([serviceWorker.ready, late]);
  const device = registration?.active && (await openDevice(registration.active, caches, registration.scope));
  if (!device) return show('off');
  await downloads.attach(device);
  show('ready');
  // Whatever the worker is still fetching for this page is done when it answers.
  await device.tidy();
  await downloads.refresh();
}
