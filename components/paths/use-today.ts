/** The learner's own calendar day, as a day number. Null in the static page, which is built on some other day. */
'use client';
import { useSyncExternalStore } from 'react';
import { localDay } from '@/lib/local-day';
import { readDay } from '@/lib/paths/civil-day';

export function useToday(): number | null {
  return useSyncExternalStore(watchClock, readClock, () => null);
}

const readClock = () => readDay(localDay(Date.now())) ?? null;

/** A page that is open at midnight turns to the new day; one that slept through it does so when it is looked at. */
function watchClock(onChange: () => void): () => void {
  const timer = setInterval(onChange, 30_000);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onChange);
  };
}
