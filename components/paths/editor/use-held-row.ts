/** Reordering with the keyboard: a row is picked up by its handle, moved with the arrow keys, put down or put back. */
'use client';
import { type KeyboardEvent, useState } from 'react';
import { type Desk, titleOf } from './desk';

export type HeldRow = {
  readonly id: number | null;
  readonly toggle: (id: number) => void;
  readonly press: (event: KeyboardEvent, id: number) => void;
  /** The handle lost the focus: the row stays where it is. */
  readonly let: () => void;
};

export function useHeldRow(desk: Desk, move: (id: number, to: number) => void): HeldRow {
  const { t, draft, say } = desk;
  const [held, setHeld] = useState<{ readonly id: number; readonly from: number } | null>(null);
  const all = draft.lessons.length;
  const placeOf = (id: number) => draft.lessons.findIndex((lesson) => lesson.id === id);

  function toggle(id: number): void {
    const words = held ? t.say.dropped : t.say.picked;
    setHeld(held ? null : { id, from: placeOf(id) });
    say(words(titleOf(desk, id), placeOf(id) + 1, all));
  }

  function press(event: KeyboardEvent, id: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = placeOf(id);
    if (event.key === ' ' || event.key === 'Enter') toggle(id);
    else if (held?.id !== id) return;
    else if (event.key === 'Escape') {
      setHeld(null);
      move(id, held.from);
      say(t.say.putBack(titleOf(desk, id), held.from + 1, all));
    } else {
      const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all - 1 }[event.key];
      if (to === undefined) return;
      move(id, to);
    }
    event.preventDefault();
  }

  return { id: held?.id ?? null, toggle, press, let: () => setHeld(null) };
}
