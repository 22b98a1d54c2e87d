/**
 * A component whose code is loaded when it is first needed. Until then, and when it cannot be loaded (offline, never seen
 * before), it is null and the page goes on without it; the next need tries again.
 */
'use client';
import { type ComponentType, useEffect, useState } from 'react';

/** `load` must be the same function each time. Null again when no longer needed. */
export function useLazy<P>(isNeeded: boolean, load: () => Promise<ComponentType<P>>): ComponentType<P> | null {
  const [component, setComponent] = useState<{ readonly Loaded: ComponentType<P> } | null>(null);
  useEffect(() => {
    if (!isNeeded || component) return;
    let isCurrent = true;
    load().then(
      (Loaded) => isCurrent && setComponent({ Loaded }),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [isNeeded, component, load]);
  return isNeeded && component ? component.Loaded : null;
}
