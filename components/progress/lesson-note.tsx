/**
 * The learner's own note on a lesson: plain text, saved while typing. It is closed at first, so that a stored note does not
 * move the page; the summary says that there is one.
 */
'use client';
import type { Locale } from '@/lib/i18n/locale';
import { setNote } from '@/lib/progress/actions';
import { limits } from '@/lib/progress/records';
import { noteStrings } from './note-strings';
import { progress } from './progress-store';
import { useRecord } from './use-progress';
import { useSavedText } from './use-saved-text';

/** Room for the record around the text. */
const longest = limits.value - 100;

export function LessonNote({ id, locale }: { readonly id: number; readonly locale: Locale }) {
  const t = noteStrings[locale];
  const { text, type, isSaved } = useSavedText(useRecord('notes', id) ?? '', (note) => setNote(progress, id, note));
  return (
    <div className="font-ui">
      <textarea
        className="field mt-2 min-h-32 w-full py-2 leading-relaxed"
        aria-label={t.note}
        aria-describedby={`note-hint-${id}`}
        maxLength={longest}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <p id={`note-hint-${id}`} className="text-sm text-faint">
        {t.hint} <span role="status">{isSaved ? t.saved : ''}</span>
      </p>
    </div>
  );
}
