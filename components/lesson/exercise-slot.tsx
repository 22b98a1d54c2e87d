/** The lesson's exercise: its three files are read at build time and handed to the runner in the page. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Lesson } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { ExerciseHost } from './exercise-host';

export function ExerciseSlot({ lesson, locale }: { readonly lesson: Lesson; readonly locale: Locale }) {
  const read = (name: string) =>
    readFileSync(path.join(process.cwd(), 'content', lesson.stage, lesson.slug, name), 'utf8');
  return (
    <ExerciseHost
      locale={locale}
      slug={lesson.slug}
      lessonId={lesson.id}
      starter={read('exercise.py')}
      solution={read('solution.py')}
      tests={read('test_exercise.py')}
    />
  );
}
