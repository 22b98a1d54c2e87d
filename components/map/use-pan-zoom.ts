/**
 * Moving about on the map. The picture lies in a box that scrolls sideways, and the page scrolls down it, so wheel, touch
 * and keys work as everywhere; this adds dragging with a mouse, pinching, Ctrl and the wheel, and the three buttons.
 */
'use client';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { clampZoom, scrollShift, zoomStep } from '@/lib/map/zoom';

/** A press that moves further than this is a drag, not a click. */
const SLACK = 5;

export type PanZoom = { readonly larger: () => void; readonly smaller: () => void; readonly whole: () => void };

export function usePanZoom(box: RefObject<HTMLDivElement | null>): PanZoom {
  const zoom = useRef(1);

  const zoomTo = useCallback(
    (wanted: number, at?: { readonly x: number; readonly y: number }) => {
      const view = box.current;
      const picture = view?.querySelector('svg');
      if (!view || !picture) return;
      const before = picture.getBoundingClientRect();
      const next = clampZoom(wanted, (zoom.current * view.clientWidth) / before.width);
      const frame = view.getBoundingClientRect();
      const x = at?.x ?? frame.left + view.clientWidth / 2;
      const y = at?.y ?? window.innerHeight / 2;
      const ratio = next / zoom.current;
      zoom.current = next;
      view.style.setProperty('--zoom', String(next));
      view.scrollLeft += scrollShift(x - before.left, 1, ratio);
      window.scrollBy({ top: scrollShift(y - before.top, 1, ratio), behavior: 'instant' });
    },
    [box],
  );

  useEffect(() => {
    const view = box.current;
    if (!view) return;
    const stop = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(
      name: K,
      react: (event: HTMLElementEventMap[K]) => void,
      options?: AddEventListenerOptions,
    ) => view.addEventListener(name, react, { ...options, signal: stop.signal });

    on(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        zoomTo(zoom.current * Math.exp(-event.deltaY / 300), { x: event.clientX, y: event.clientY });
      },
      { passive: false },
    );

    let spread = 0;
    on(
      'touchmove',
      (event) => {
        const [a, b] = [event.touches[0], event.touches[1]];
        if (!a || !b) return;
        event.preventDefault();
        const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
        const middle = { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
        if (spread > 0) zoomTo((zoom.current * now) / spread, middle);
        spread = now;
      },
      { passive: false },
    );
    on('touchend', () => {
      spread = 0;
    });

    let drag: { x: number; y: number; moved: boolean } | null = null;
    on('pointerdown', (event) => {
      if (event.pointerType === 'mouse' && event.button === 0)
        drag = { x: event.clientX, y: event.clientY, moved: false };
    });
    on('pointermove', (event) => {
      if (!drag) return;
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.moved && Math.hypot(dx, dy) < SLACK) return;
      if (!drag.moved) view.setPointerCapture(event.pointerId);
      drag = { x: event.clientX, y: event.clientY, moved: true };
      view.dataset.dragging = '';
      view.scrollLeft -= dx;
      window.scrollBy({ top: -dy, behavior: 'instant' });
    });
    const release = () => {
      const moved = drag?.moved;
      drag = null;
      // The click that follows a drag still finds the mark.
      if (moved) setTimeout(() => delete view.dataset.dragging, 0);
    };
    on('pointerup', release);
    on('pointercancel', release);
    on('dragstart', (event) => event.preventDefault());
    return () => stop.abort();
  }, [box, zoomTo]);

  return {
    larger: useCallback(() => zoomTo(zoom.current * zoomStep), [zoomTo]),
    smaller: useCallback(() => zoomTo(zoom.current / zoomStep), [zoomTo]),
    whole: useCallback(() => zoomTo(0), [zoomTo]),
  };
}
