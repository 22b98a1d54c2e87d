/** The exercise as files: what a reader without scripts gets, and what stands in the page until the editor is there. */
import type { Locale } from '@/lib/i18n/locale';
import { exerciseUrl } from './exercise-url';
import { listingStrings } from './listing-strings';

type Props = { readonly locale: Locale; readonly slug: string };

export function ExerciseListing({ locale, slug }: Props) {
  const t = listingStrings[locale];
  const files = [
    ['exercise.py', t.starterFile],
    ['test_exercise.py', t.testsFile],
    ['solution.py', t.solutionFile],
  ] as const;
  return (
    <>
      <noscript>
        <p className="text-soft text-sm">{t.noScript}</p>
      </noscript>
      <p className="flex flex-wrap gap-x-5 text-soft text-sm">
        {files.map(([file, label]) => (
          <a key={file} className="min-h-7 underline underline-offset-4" href={exerciseUrl(slug, file)}>
            {label}
          </a>
        ))}
      </p>
    </>
  );
}
