/** The place of the exercise in a lesson: the starting code is in the page; the editor and its files come when they are wanted. */
import { toHtml } from 'hast-util-to-html';
import { ExerciseListing } from '@/components/python/exercise-listing';
import { readExerciseFile } from '@/lib/content/exercise-files';
import { highlight } from '@/lib/content/mdx/rehype-code.mjs';
import type { Lesson } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { pythonDownloadBytes } from '@/lib/python/download-size';
import { ExerciseHost } from './exercise-host';

export async function ExerciseSlot({ lesson, locale }: { readonly lesson: Lesson; readonly locale: Locale }) {
  const children = await highlight(readExerciseFile(lesson, 'exercise.py').trimEnd(), 'python');
  const html = toHtml({ type: 'root', children }, { quote: "'" });
  return (
    <ExerciseHost locale={locale} slug={lesson.slug} lessonId={lesson.id} downloadBytes={pythonDownloadBytes()}>
      <ExerciseListing locale={locale} slug={lesson.slug}>
        <figure className="code">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a region that scrolls must take focus */}
          <pre className="pt-3" tabIndex={0}>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a file of this repository, highlighted at build time */}
            <code dangerouslySetInnerHTML={{ __html: html }} />
          </pre>
        </figure>
      </ExerciseListing>
    </ExerciseHost>
  );
}
