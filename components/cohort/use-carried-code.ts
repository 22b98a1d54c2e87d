/** A code in this page's address, as the share page's “add to my cohort” puts it there. Only ever looked at: nothing is added. */
'use client';
import { useSyncExternalStore } from 'react';

/** The text after `#` or `?`, if there is a code in it; else empty. */
export function useCarriedCode(): string {
  return useSyncExternalStore(watchAddress, readAddress, () => '');
}

/** What was added or declined is not offered again by a reload. */
export function dropCarriedCode(): void {
  if (readAddress() === '') return;
  history.replaceState(history.state, '', location.pathname);
  dispatchEvent(new Event('hashchange'));
}

function watchAddress(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  addEventListener('popstate', onChange);
  return () => {
    removeEventListener('hashchange', onChange);
    removeEventListener('popstate', onChange);
  };
}

function readAddress(): string {
  const carried = `${location.hash.slice(1)}\n${location.search.slice(1)}`;
  return /lw[1-9][a-z]/.test(carried) ? carried : '';
}
