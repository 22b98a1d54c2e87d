/** The place of the exercise in a lesson: the editor and the exercise's files come when they are wanted. */
import { ExerciseListing } from '@/components/python/exercise-listing';
import type { Lesson } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { pythonDownloadBytes } from '@/lib/python/download-size';
import { ExerciseHost } from './exercise-host';

export function ExerciseSlot({ lesson, locale }: { readonly lesson: Lesson; readonly locale: Locale }) {
  return (
    <ExerciseHost locale={locale} slug={lesson.slug} lessonId={lesson.id} downloadBytes={pythonDownloadBytes()}>
      <ExerciseListing locale={locale} slug={lesson.slug} />
    </ExerciseHost>
  );
}
