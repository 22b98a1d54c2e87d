/** What is chosen, kept in the address: it can be shared, and an address typed or pasted is followed. */
'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type MapChoice, noChoice, readMapAddress, writeMapAddress } from '@/lib/map/map-address';
import type { MapData } from './map-data';

export function useMapChoice(data: MapData): readonly [MapChoice, (change: Partial<MapChoice>) => void] {
  const [choice, setChoice] = useState(noChoice);
  const known = useMemo(
    () => ({
      modules: new Set(data.groups.map(({ id }) => id)),
      concepts: new Set(data.items.map(({ id }) => id)),
    }),
    [data],
  );
  useEffect(() => {
    const read = () => setChoice(readMapAddress(location.search, location.hash, known));
    read();
    window.addEventListener('hashchange', read);
    window.addEventListener('popstate', read);
    return () => {
      window.removeEventListener('hashchange', read);
      window.removeEventListener('popstate', read);
    };
  }, [known]);
  const change = useCallback((part: Partial<MapChoice>) => {
    setChoice((before) => {
      const after = { ...before, ...part };
      remember(after);
      return after;
    });
  }, []);
  return [choice, change];
}

function remember(choice: MapChoice): void {
  try {
    history.replaceState(history.state, '', `${location.pathname}${writeMapAddress(location.search, choice)}`);
  } catch {
    // Safari refuses after a hundred changes in half a minute: the address then lags behind the picture.
  }
}
