/**
 * False in the static page and while React attaches, true ever after. The marks of a plot wait for it: its frame has the final
 * size from the start, so nothing moves, and a page does not carry thousands of coordinates that the browser computes anyway.
 */
'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
