/** The learner's note, in a chunk of its own: it stands at the foot of the page and is wanted by few. */
'use client';
import { lazy } from 'react';
import type { Locale } from '@/lib/i18n/locale';

const LessonNote = lazy(() =>
  import('@/components/progress/lesson-note').then((module) => ({ default: module.LessonNote })),
);

export function LateNote(props: { readonly id: number; readonly locale: Locale }) {
  return <LessonNote {...props} />;
}
