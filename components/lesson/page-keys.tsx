/** Escape hides an open definition without moving the pointer (WCAG 1.4.13); the next move brings definitions back. */
'use client';
import { useEffect } from 'react';

export function PageKeys() {
  useEffect(() => {
    const root = document.documentElement;
    const hide = (event: KeyboardEvent) => {
      root.classList.toggle('tips-off', event.key === 'Escape');
    };
    const show = () => root.classList.remove('tips-off');
    document.addEventListener('keydown', hide);
    document.addEventListener('pointermove', show, { passive: true });
    return () => {
      document.removeEventListener('keydown', hide);
      document.removeEventListener('pointermove', show);
    };
  }, []);
  return null;
}
