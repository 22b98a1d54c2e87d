/** What is stored, looked up anew whenever it may have changed: here, in another tab, or while the page was out of sight. */
'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { progress } from '@/components/progress/progress-store';
import { type Row, sortRows } from '@/lib/stored/rows';
import { type CacheSize, cacheRow, readCaches, readRows } from './browser-stores';

export type Inventory = { readonly rows: readonly Row[]; readonly caches: readonly CacheSize[] };

export function useInventory(): { readonly inventory: Inventory | null; readonly refresh: () => Promise<void> } {
  const [inventory, setInventory] = useState<Inventory | null>(null);
  const latest = useRef(0);
  const refresh = useCallback(async () => {
    const mine = ++latest.current;
    const rows = await readRows();
    // The offline copy has a thousand files: the rest is shown first.
    if (latest.current === mine) {
      setInventory((before) => ({
        rows: sortRows([...rows, ...cacheRow(before?.caches ?? [])]),
        caches: before?.caches ?? [],
      }));
    }
    const caches = await readCaches();
    if (latest.current === mine) setInventory({ rows: sortRows([...rows, ...cacheRow(caches)]), caches });
  }, []);

  useEffect(() => {
    refresh();
    const onEvent = () => void refresh();
    // Undoing from the bar below changes progress without an event.
    const unsubscribe = progress.subscribe(onEvent);
    addEventListener('storage', onEvent);
    addEventListener('focus', onEvent);
    return () => {
      latest.current++;
      unsubscribe();
      removeEventListener('storage', onEvent);
      removeEventListener('focus', onEvent);
    };
  }, [refresh]);
  return { inventory, refresh };
}
