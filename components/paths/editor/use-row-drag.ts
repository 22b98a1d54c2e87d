/**
 * Dragging a row by its handle, with mouse, pen or finger. The row follows the pointer, a line shows where it would land, the
 * page scrolls near its edges. Nothing else moves, so reduced motion needs no other way. Escape puts the row back.
 */
'use client';
import { type PointerEvent, type RefObject, useState } from 'react';
import { dropPlace, scrollStep } from '@/lib/paths/draft-drag';

export type RowDrag = {
  readonly id: number;
  /** Place among the other rows where it would land. */
  readonly to: number;
};

/** A press that moves less is a click. */
const slack = 4;

export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  onDrop: (id: number, to: number) => void,
): { readonly drag: RowDrag | null; readonly begin: (event: PointerEvent<HTMLElement>, id: number) => void } {
  const [drag, setDrag] = useState<RowDrag | null>(null);

  function begin(event: PointerEvent<HTMLElement>, id: number): void {
    const handle: HTMLElement = event.currentTarget;
    const row = handle.closest<HTMLElement>('li');
    if (!row || !list.current || event.button !== 0 || !event.isPrimary) return;
    // No selection of text, no compatibility events; focus is then up to us.
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    const rows = [...list.current.children];
    const middles = rows.filter((other) => other !== row).map((other) => middleOf(other));
    const from = event.clientY + window.scrollY;
    let y = event.clientY;
    let to = rows.indexOf(row);
    let isDragging = false;
    const stop = new AbortController();

    const follow = () => {
      const at = y + window.scrollY;
      row.style.transform = `translateY(${at - from}px)`;
      to = dropPlace(middles, at);
      setDrag((before) => (before?.id === id && before.to === to ? before : { id, to }));
    };
    const tick = () => {
      if (stop.signal.aborted) return;
      const [top, bottom] = visiblePart();
      const step = scrollStep(y, top, bottom);
      if (step !== 0) {
        window.scrollBy({ top: step, behavior: 'instant' });
        follow();
      }
      requestAnimationFrame(tick);
    };
    const end = (isDrop: boolean) => {
      if (stop.signal.aborted) return;
      stop.abort();
      row.style.transform = '';
      setDrag(null);
      if (isDrop && isDragging) onDrop(id, to);
    };

    const { signal } = stop;
    handle.addEventListener(
      'pointermove',
      (move) => {
        y = move.clientY;
        if (!isDragging) {
          if (Math.abs(y + window.scrollY - from) < slack) return;
          isDragging = true;
          requestAnimationFrame(tick);
        }
        follow();
      },
      { signal },
    );
    handle.addEventListener('pointerup', () => end(true), { signal });
    handle.addEventListener('pointercancel', () => end(false), { signal });
    handle.addEventListener('lostpointercapture', () => end(false), { signal });
    window.addEventListener('keydown', (key) => key.key === 'Escape' && end(false), { signal });
  }

  return { drag, begin };
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2 + window.scrollY;
}

/** What the bars above and below leave of the window. */
function visiblePart(): readonly [top: number, bottom: number] {
  const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  const bar = document.querySelector('[data-editor="bar"]')?.getBoundingClientRect().top ?? window.innerHeight;
  return [Math.max(0, header), Math.min(window.innerHeight, bar)];
}
