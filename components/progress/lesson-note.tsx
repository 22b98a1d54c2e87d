/**
 * The learner's own note on a lesson: plain text, saved while typing. It is closed at first, so that a stored note does not
 * move the page; the summary says that there is one.
 */
'use client';
import { useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { setNote } from '@/lib/progress/actions';
import { limits } from '@/lib/progress/records';
import { noteStrings } from './note-strings';
import { progress } from './progress-store';
import { useRecord } from './use-progress';

const pause = 500;
/** Room for the record around the text. */
const longest = limits.value - 100;

export function LessonNote({ id, locale }: { readonly id: number; readonly locale: Locale }) {
  const t = noteStrings[locale];
  const stored = useRecord('notes', id) ?? '';
  /** What is being typed and not yet saved; null when the stored text is the whole truth. */
  const [draft, setDraft] = useState<string | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const unsaved = useRef<string | null>(null);
  unsaved.current = draft;

  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      setNote(progress, id, draft);
      setDraft(null);
      setIsSaved(true);
    }, pause);
    return () => clearTimeout(timer);
  }, [draft, id]);

  useEffect(() => {
    const flush = () => {
      if (unsaved.current !== null) setNote(progress, id, unsaved.current);
      unsaved.current = null;
    };
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [id]);

  const text = draft ?? stored;
  return (
    <div className="font-ui">
      <textarea
        className="field mt-2 min-h-32 w-full py-2 leading-relaxed"
        aria-label={t.note}
        aria-describedby={`note-hint-${id}`}
        maxLength={longest}
        value={text}
        onChange={(event) => {
          setDraft(event.target.value);
          setIsSaved(false);
        }}
      />
      <p id={`note-hint-${id}`} className="text-sm text-faint">
        {t.hint} <span role="status">{isSaved ? t.saved : ''}</span>
      </p>
    </div>
  );
}
