/** The exercise as text: what a reader without scripts sees, and what stands in the page until the editor is there. */
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { exerciseUrl } from './exercise-url';
import { listingStrings } from './listing-strings';

type Props = {
  readonly locale: Locale;
  readonly slug: string;
  /** The starting code as the lesson's code renderer shows it. */
  readonly children: ReactNode;
};

export function ExerciseListing({ locale, slug, children }: Props) {
  const t = listingStrings[locale];
  return (
    <>
      <noscript>
        <p className="text-soft text-sm">{t.noScript}</p>
      </noscript>
      {children}
      <p className="flex gap-4 text-soft text-sm">
        <a className="underline underline-offset-4" href={exerciseUrl(slug, 'test_exercise.py')}>
          {t.testsFile}
        </a>
        <a className="underline underline-offset-4" href={exerciseUrl(slug, 'solution.py')}>
          {t.solutionFile}
        </a>
      </p>
    </>
  );
}
