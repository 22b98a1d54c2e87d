/** Keeps the learner's text: told on change (a little later), at once when it matters; takes in what arrives late. */
import type { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { replaceText } from './editor-setup';
import type { ExerciseRecord } from './exercise';

const delayMs = 400;

export function useSavedCode(record: ExerciseRecord, starter: string, view: RefObject<EditorView | null>) {
  const [initial] = useState(record.code ?? starter);
  /** The text the store and the editor last agreed on. */
  const agreed = useRef(initial);
  /** What this editor has sent lately: an echo of it that comes back late is not news. */
  const sent = useRef<string[]>([]);
  const waiting = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onCode = useRef(record.onCode);
  useEffect(() => {
    onCode.current = record.onCode;
  });

  const [api] = useState(() => ({
    initial,
    change(text: string) {
      clearTimeout(timer.current);
      waiting.current = text === agreed.current ? null : text;
      if (waiting.current !== null) timer.current = setTimeout(api.flush, delayMs);
    },
    flush() {
      clearTimeout(timer.current);
      const text = waiting.current;
      if (text === null) return;
      waiting.current = null;
      agreed.current = text;
      sent.current = [...sent.current.slice(-4), text];
      onCode.current?.(text);
    },
  }));

  // The store is read after the first paint, or another tab wrote: shown unless something unsaved is being typed here.
  const stored = record.code;
  useEffect(() => {
    if (stored == null || stored === agreed.current || waiting.current !== null || sent.current.includes(stored))
      return;
    agreed.current = stored;
    if (view.current) replaceText(view.current, stored);
  }, [stored, view]);

  useEffect(() => {
    const leave = () => api.flush();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [api]);

  return api;
}
