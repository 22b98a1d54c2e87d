/** A text that is saved while it is typed: after a short pause, and when the page is left. */
'use client';
import { useEffect, useRef, useState } from 'react';

const pause = 500;

/** For one record while mounted: give the component the record's key as its React key where that may change. */
export function useSavedText(stored: string, save: (text: string) => void) {
  /** What is being typed and not yet saved; null when the stored text is the whole truth. */
  const [draft, setDraft] = useState<string | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const latest = useRef({ draft, save });
  latest.current = { draft, save };

  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      latest.current.save(draft);
      setDraft(null);
      setIsSaved(true);
    }, pause);
    return () => clearTimeout(timer);
  }, [draft]);

  useEffect(() => {
    const flush = () => {
      const { draft: unsaved, save: keep } = latest.current;
      if (unsaved !== null) keep(unsaved);
      latest.current = { draft: null, save: keep };
    };
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  const type = (text: string) => {
    setDraft(text);
    setIsSaved(false);
  };
  return { text: draft ?? stored, type, isSaved };
}
