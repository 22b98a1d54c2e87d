/** The learner's note: its field is loaded when it is opened, for it is wanted by few. */
'use client';
import { lazy, Suspense, useState } from 'react';
import { useRecord } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';

const LessonNote = lazy(() =>
  import('@/components/progress/lesson-note').then((module) => ({ default: module.LessonNote })),
);

type Props = { readonly id: number; readonly locale: Locale; readonly label: string };

export function LateNote({ id, locale, label }: Props) {
  const [opened, setOpened] = useState(false);
  const length = [...(useRecord('notes', id) ?? '')].length;
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary className="min-h-9 py-1.5 text-soft">
        {label}
        {length > 0 && <span className="ms-2 text-sm text-faint tabular-nums">{length}</span>}
      </summary>
      {opened && (
        <Suspense>
          <LessonNote key={id} id={id} locale={locale} />
        </Suspense>
      )}
    </details>
  );
}
